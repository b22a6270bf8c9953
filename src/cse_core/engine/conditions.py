"""The closed list of conditions a rule's clause may name.

Each is one small question about what is recorded. A clause holds when every
condition in it holds; a rule applies when any of its clauses holds. To add a
kind of condition, add a function here, its words to `render/clause_words.py`
and a row to the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from ..model import Answer, Level, Mark, When
from .recorded import Recorded

Takes = Literal["number", "yes", "facts", "items", "levels", "marks", "kind"]


class Condition(NamedTuple):
    """A condition: what its value must be, and the question it asks."""

    takes: Takes
    holds: Callable[[Any, Recorded, Level | None], bool]


def applies(clauses: Iterable[When], seen: Recorded, level: Level | None = None) -> bool:
    """Whether any clause holds for what is recorded, at the level reached so far."""
    return any(_clause_holds(clause, seen, level) for clause in clauses)


def _clause_holds(clause: When, seen: Recorded, level: Level | None) -> bool:
    return all(CONDITIONS[name].holds(value, seen, level) for name, value in clause.conditions.items())


def _age_under(limit: int, seen: Recorded, _: Level | None) -> bool:
    return seen.age is not None and seen.age < limit


def _age_from(limit: int, seen: Recorded, _: Level | None) -> bool:
    return seen.age is not None and seen.age >= limit


def _age_not_known(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return seen.age is None


def _any_fact(facts: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return any(seen.fact(fact).recorded for fact in facts)


def _any_fact_not_known(facts: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return any(not seen.fact(fact).given for fact in facts)


def _all_facts_absent(facts: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return all(seen.fact(fact) is Answer.ABSENT for fact in facts)


def _any_item(items: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return any(item.id in items for item in seen.items)


def _any_item_at(levels: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return any(item.level is not None and item.level.word in levels for item in seen.items)


def _any_other_concern(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return bool(seen.other_concerns)


def _anything_recorded(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return seen.anything


def _low_at_least(number: int, seen: Recorded, _: Level | None) -> bool:
    return seen.number_at(Level.LOW) >= number


def _every_item_kind(kind: str, seen: Recorded, _: Level | None) -> bool:
    return bool(seen.items) and all(item.kind.value == kind for item in seen.items)


def _every_item_in(items: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return bool(seen.items) and all(item.id in items for item in seen.items)


def _everything_suspected(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return seen.anything and all(answer is Answer.SUSPECTED for answer in seen.recorded_answers())


def _answers_disagree(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return bool(seen.disagreements)


def _significant_harm_judged(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return seen.significant_harm.recorded


def _judgement_below_level(_yes: bool, seen: Recorded, level: Level | None) -> bool:
    judged = seen.judged_level
    return judged is not None and level is not None and judged < level


def _any_mark(marks: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    on_items = any(seen.marks.get(item.id) in marks for item in seen.items)
    # Mark is text, level is a number: a level is never taken for a colour.
    return on_items or any(isinstance(c.level, Mark) and c.level in marks for c in seen.other_concerns)


def _any_printed(marks: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    return any(item.printed in marks for item in seen.items)


def _any_unmarked(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return any(item.id not in seen.marks for item in seen.items)


def _any_without_evidence(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return any(item.id not in seen.with_evidence for item in seen.items)


def _any_recurring(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return any(item.id in seen.recurring for item in seen.items)


def _no_item(_yes: bool, seen: Recorded, _: Level | None) -> bool:
    return not seen.anything


def _every_fact_in(facts: Sequence[str], seen: Recorded, _: Level | None) -> bool:
    recorded = list(seen.recorded_facts())
    return bool(recorded) and all(fact in facts for fact in recorded)


CONDITIONS: dict[str, Condition] = {
    "age_under": Condition("number", _age_under),
    "age_from": Condition("number", _age_from),
    "age_not_known": Condition("yes", _age_not_known),
    "any_fact": Condition("facts", _any_fact),
    "any_fact_not_known": Condition("facts", _any_fact_not_known),
    "all_facts_absent": Condition("facts", _all_facts_absent),
    "any_item": Condition("items", _any_item),
    "any_item_at": Condition("levels", _any_item_at),
    "any_other_concern": Condition("yes", _any_other_concern),
    "anything_recorded": Condition("yes", _anything_recorded),
    "low_at_least": Condition("number", _low_at_least),
    "every_item_kind": Condition("kind", _every_item_kind),
    "every_item_in": Condition("items", _every_item_in),
    "everything_suspected": Condition("yes", _everything_suspected),
    "answers_disagree": Condition("yes", _answers_disagree),
    "significant_harm_judged": Condition("yes", _significant_harm_judged),
    "judgement_below_level": Condition("yes", _judgement_below_level),
    "any_mark": Condition("marks", _any_mark),
    "any_printed": Condition("marks", _any_printed),
    "any_unmarked": Condition("yes", _any_unmarked),
    "any_without_evidence": Condition("yes", _any_without_evidence),
    "any_recurring": Condition("yes", _any_recurring),
    "no_item": Condition("yes", _no_item),
    "every_fact_in": Condition("facts", _every_fact_in),
}
