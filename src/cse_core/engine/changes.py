"""What single answer would change a reading: found by asking again, once for each answer, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Answer, Case, Change, Instrument, ItemAnswer, Level, Mark, OtherConcern, Outcome, Reads
from .assess import outcome_of


def single_changes(instrument: Instrument, case: Case) -> tuple[Change, ...]:
    """Every single answer that would give another outcome, those that raise it first.

    Tried: each item and fact that is not recorded, as present; each that is, as absent; every age;
    significant harm; each recorded item marked red, and one more concern, where the instrument takes them.
    """
    now = outcome_of(instrument, case)
    found = []
    for place, value, other in _variants(instrument, case):
        then = outcome_of(instrument, other)
        if then is not now:
            found.append(Change(place, value, now, then))
    return tuple(sorted(_ages_joined(found), key=lambda change: -int(change.to or 0)))


def _variants(instrument: Instrument, case: Case) -> Iterator[tuple[str, str | int, Case]]:
    for age in range(18):
        if age != case.age:
            yield "child.age", age, case._replace(age=age)
    for fact in instrument.facts:
        other = _turned(case.facts[fact.id])
        yield f"child.{fact.id}", other.value, case._replace(facts={**case.facts, fact.id: other})
    harm = _turned(case.judgement.significant_harm)
    judged = case.judgement._replace(significant_harm=harm)
    yield "judgement.significant_harm", harm.value, case._replace(judgement=judged)
    for item in instrument.indicators:
        given = case.answers.get(item.id, ItemAnswer())
        other = _turned(given.answer)
        yield f"answers.{item.id}.answer", other.value, _answered(case, item.id, given._replace(answer=other))
        if instrument.marking and given.answer.recorded and given.mark is not Mark.RED:
            red = given._replace(mark=Mark.RED)
            yield f"answers.{item.id}.level", Mark.RED.value, _answered(case, item.id, red)
    for level in Level if instrument.reads is Reads.LEVEL else Mark:
        more = OtherConcern("", level, Answer.PRESENT)
        word = level.word if isinstance(level, Level) else level.value
        yield "other_concerns", word, case._replace(other_concerns=(*case.other_concerns, more))


def _turned(answer: Answer) -> Answer:
    return Answer.ABSENT if answer.recorded else Answer.PRESENT


def _answered(case: Case, item: str, given: ItemAnswer) -> Case:
    answers: Mapping[str, ItemAnswer] = {**case.answers, item: given}
    return case._replace(answers=answers)


def _ages_joined(changes: list[Change]) -> Iterator[Change]:
    """Ages that lead to the same outcome as one change: the oldest of those that raise, the youngest of the others."""
    kept: dict[Outcome | None, Change] = {}
    for change in changes:
        if change.place == "child.age" and (change.to not in kept or change.raises):
            kept[change.to] = change
    yield from kept.values()
    yield from (change for change in changes if change.place != "child.age")
