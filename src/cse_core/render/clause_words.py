"""A rule's clause in plain words, from the instrument's own data.

The words say when the clause holds. They follow `engine/conditions.py`: every condition there has words here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from ..model import Instrument, Kind, Level, When
from .words import joined, level_word

# More names than this make a sentence that nobody reads; then it is "any of 9 items", with the names beside it.
NAMED_UP_TO = 3
ITEMS = "items"
FACTS = "facts about the child"

Words = Callable[[Instrument, Any], str]


class NamedList(NamedTuple):
    """What a clause counts and does not name: `9 items`, and their names as the form asks them."""

    words: str
    names: tuple[str, ...]


def clause_words(instrument: Instrument, when: When) -> str:
    """When the clause holds, as part of a sentence: `“Looked after” is recorded and the child is under 13`."""
    return joined([WORDS[name](instrument, value) for name, value in when.conditions.items()])


def clause_lists(instrument: Instrument, when: When) -> tuple[NamedList, ...]:
    """The lists that the clause's words count and do not name, in the clause's order."""
    names_of = {"any_item": _item_names, "every_item_in": _item_names}
    names_of |= dict.fromkeys(("any_fact", "any_fact_not_known", "all_facts_absent", "every_fact_in"), _fact_names)
    found = []
    for name, ids in when.conditions.items():
        if name in names_of and isinstance(ids, Sequence) and len(ids) > NAMED_UP_TO:
            what = ITEMS if names_of[name] is _item_names else FACTS
            found.append(NamedList(f"{len(ids)} {what}", tuple(names_of[name](instrument, ids))))
    return tuple(found)


def either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _item_names(instrument: Instrument, ids: Iterable[str]) -> list[str]:
    return [f"“{instrument.indicator(id_).plain}”" for id_ in ids]


def _fact_names(instrument: Instrument, ids: Iterable[str]) -> list[str]:
    labels = {fact.id: fact.label for fact in instrument.facts}
    return [f"“{labels[id_]}”" for id_ in ids]


def _any_of(names: Sequence[str], what: str) -> str:
    return either(names) if len(names) <= NAMED_UP_TO else f"any of {len(names)} {what}"


def _all_of(names: Sequence[str], what: str) -> str:
    return joined(list(names)) if len(names) <= NAMED_UP_TO else f"each of {len(names)} {what}"


def _age_under(_: Instrument, limit: int) -> str:
    return f"the child is under {limit}"


def _age_from(_: Instrument, limit: int) -> str:
    return f"the child is {limit} or over"


def _age_not_known(_: Instrument, _yes: bool) -> str:
    return "the child's age is not known"


def _any_fact(instrument: Instrument, facts: Sequence[str]) -> str:
    return f"{_any_of(_fact_names(instrument, facts), FACTS)} is recorded"


def _any_fact_not_known(instrument: Instrument, facts: Sequence[str]) -> str:
    return f"{_any_of(_fact_names(instrument, facts), FACTS)} is not known"


def _all_facts_absent(instrument: Instrument, facts: Sequence[str]) -> str:
    return f"the answer to {_all_of(_fact_names(instrument, facts), FACTS)} is no"


def _every_fact_in(instrument: Instrument, facts: Sequence[str]) -> str:
    return f"every fact recorded is {_one_of(_fact_names(instrument, facts), FACTS)}"


def _any_item(instrument: Instrument, items: Sequence[str]) -> str:
    return f"{_any_of(_item_names(instrument, items), ITEMS)} is recorded"


def _every_item_in(instrument: Instrument, items: Sequence[str]) -> str:
    return f"every item recorded is {_one_of(_item_names(instrument, items), ITEMS)}"


def _one_of(names: Sequence[str], what: str) -> str:
    return either(names) if len(names) <= NAMED_UP_TO else f"one of {len(names)} {what}"


def _any_item_at(_: Instrument, levels: Sequence[str]) -> str:
    return f"any {either([level_word(Level.from_word(word)) for word in levels])} item is recorded"


def _any_other_concern(_: Instrument, _yes: bool) -> str:
    return "another concern that you described is recorded"


def _anything_recorded(_: Instrument, _yes: bool) -> str:
    return "any item or other concern is recorded"


def _no_item(_: Instrument, _yes: bool) -> str:
    return "nothing is recorded among the items and other concerns"


def _low_at_least(_: Instrument, number: int) -> str:
    return f"{number} or more items and other concerns are recorded at {level_word(Level.LOW)}"


def _every_item_kind(_: Instrument, kind: str) -> str:
    return f"every item recorded is a {'sign' if Kind(kind) is Kind.SIGN else 'vulnerability factor'}"


def _everything_suspected(_: Instrument, _yes: bool) -> str:
    return "everything recorded is suspected"


def _answers_disagree(_: Instrument, _yes: bool) -> str:
    return "two answers to the same question do not agree"


def _significant_harm_judged(_: Instrument, _yes: bool) -> str:
    return "you recorded reasonable cause to suspect significant harm"


def _judgement_below_level(_: Instrument, _yes: bool) -> str:
    return "your own judgement is lower than the reading"


def _any_mark(_: Instrument, marks: Sequence[str]) -> str:
    return f"an item or other concern is recorded and you marked it {either(marks)}"


def _any_printed(_: Instrument, marks: Sequence[str]) -> str:
    return f"an item recorded is printed {either(marks)} in a copy of the form whose colours are known"


def _any_unmarked(_: Instrument, _yes: bool) -> str:
    return "an item recorded has no mark"


def _any_without_evidence(_: Instrument, _yes: bool) -> str:
    return "an item recorded has nothing written beside it about what was seen"


def _any_recurring(_: Instrument, _yes: bool) -> str:
    return "an item recorded keeps happening"


WORDS: dict[str, Words] = {
    "age_under": _age_under,
    "age_from": _age_from,
    "age_not_known": _age_not_known,
    "any_fact": _any_fact,
    "any_fact_not_known": _any_fact_not_known,
    "all_facts_absent": _all_facts_absent,
    "every_fact_in": _every_fact_in,
    "any_item": _any_item,
    "any_item_at": _any_item_at,
    "any_other_concern": _any_other_concern,
    "anything_recorded": _anything_recorded,
    "no_item": _no_item,
    "low_at_least": _low_at_least,
    "every_item_kind": _every_item_kind,
    "every_item_in": _every_item_in,
    "everything_suspected": _everything_suspected,
    "answers_disagree": _answers_disagree,
    "significant_harm_judged": _significant_harm_judged,
    "judgement_below_level": _judgement_below_level,
    "any_mark": _any_mark,
    "any_printed": _any_printed,
    "any_unmarked": _any_unmarked,
    "any_without_evidence": _any_without_evidence,
    "any_recurring": _any_recurring,
}
