"""Check: what the case records, once facts and items that say the same thing are put together.

The rest of the engine reads this and never the raw answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..model import Answer, Case, Indicator, Instrument, Level, Mark, OtherConcern, SharedFact


class Recorded(NamedTuple):
    """What counts. `items` and `other_concerns` hold only what is present or suspected."""

    age: int | None
    facts: Mapping[str, Answer]
    answers: Mapping[str, Answer]
    items: tuple[Indicator, ...]
    other_concerns: tuple[OtherConcern, ...]
    disagreements: tuple[str, ...]
    merged: tuple[SharedFact, ...]
    judged_level: Level | None
    significant_harm: Answer
    marks: Mapping[str, Mark]
    with_evidence: frozenset[str]
    recurring: frozenset[str]

    @property
    def anything(self) -> bool:
        """Whether any item or other concern is recorded."""
        return bool(self.items or self.other_concerns)

    def fact(self, id_: str) -> Answer:
        """The fact's answer; `not_known` when nobody answered."""
        return self.facts.get(id_, Answer.NOT_KNOWN)

    def number_at(self, level: Level) -> int:
        """How many items and other concerns are recorded at this level."""
        items = sum(item.level is level for item in self.items)
        return items + sum(concern.level is level for concern in self.other_concerns)

    def recorded_facts(self) -> Iterator[str]:
        """Each fact that is present or suspected."""
        return (fact for fact, answer in self.facts.items() if answer.recorded)

    def recorded_answers(self) -> Iterator[Answer]:
        """The answer of each recorded item and other concern."""
        yield from (self.answers[item.id] for item in self.items)
        yield from (concern.answer for concern in self.other_concerns)

    def is_recorded(self, id_: str) -> bool:
        """Whether this item or fact is recorded. Age counts as recorded when it is known."""
        if id_ == "age":
            return self.age is not None
        return self.answers.get(id_, Answer.NOT_KNOWN).recorded or self.fact(id_).recorded


def read_recorded(instrument: Instrument, case: Case) -> Recorded:
    """What the case records, with each shared fact counted once."""
    facts = dict(case.facts)
    answers = {id_: given.answer for id_, given in case.answers.items()}
    disagreements: list[str] = []
    merged: list[SharedFact] = []
    for shared in instrument.shared_facts:
        join = _join_same if shared.relation == "same" else _join_any_of
        said_twice = _said_twice(shared, facts, answers)
        if join(shared, facts, answers):
            disagreements.append(shared.item)
        if said_twice:
            merged.append(shared)
    return Recorded(
        age=case.age,
        facts=facts,
        answers=answers,
        items=tuple(i for i in instrument.indicators if answers.get(i.id, Answer.NOT_KNOWN).recorded),
        other_concerns=tuple(concern for concern in case.other_concerns if concern.answer.recorded),
        disagreements=tuple(disagreements),
        merged=tuple(merged),
        judged_level=case.judgement.level,
        significant_harm=case.judgement.significant_harm,
        marks={id_: given.mark for id_, given in case.answers.items() if given.mark},
        with_evidence=frozenset(id_ for id_, given in case.answers.items() if given.evidence.strip()),
        recurring=frozenset(id_ for id_, given in case.answers.items() if given.recurring),
    )


def _said_twice(shared: SharedFact, facts: Mapping[str, Answer], answers: Mapping[str, Answer]) -> bool:
    """Whether item and fact were both answered and at least one is recorded.

    An item wider than its facts is not said twice by facts that are absent.
    """
    item = answers.get(shared.item, Answer.NOT_KNOWN)
    told = [facts.get(fact, Answer.NOT_KNOWN) for fact in shared.facts]
    recorded = any(answer.recorded for answer in told)
    if shared.relation == "same":
        return item.given and told[0].given and (item.recorded or recorded)
    return item.given and recorded


def _join_same(shared: SharedFact, facts: dict[str, Answer], answers: dict[str, Answer]) -> bool:
    """Give fact and item the more serious answer; True when two given answers differ."""
    (fact,) = shared.facts
    one = facts.get(fact, Answer.NOT_KNOWN)
    other = answers.get(shared.item, Answer.NOT_KNOWN)
    facts[fact] = answers[shared.item] = max(one, other, key=lambda answer: answer.weight)
    return one.given and other.given and one is not other


def _join_any_of(shared: SharedFact, facts: dict[str, Answer], answers: dict[str, Answer]) -> bool:
    """Let a recorded fact imply the item, and an absent item answer the facts; True when they contradict.

    The item is wider than its facts, so a recorded item with both facts absent is no contradiction.
    """
    item = answers.get(shared.item, Answer.NOT_KNOWN)
    strongest = max((facts.get(f, Answer.NOT_KNOWN) for f in shared.facts), key=lambda a: a.weight)
    if item is Answer.ABSENT:
        for fact in shared.facts:
            if not facts.get(fact, Answer.NOT_KNOWN).given:
                facts[fact] = Answer.ABSENT
    if strongest.recorded:
        answers[shared.item] = max(item, strongest, key=lambda answer: answer.weight)
    return item is Answer.ABSENT and strongest.recorded
