"""What the practitioner entered, as pairs of a heading and its words. Only what was filled in."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Case, Instrument, ItemAnswer, Level, OtherConcern, Reads
from .words import ANSWERS, CONTEXTS, FACT_ANSWERS, RECENCIES, date_words, level_word


def record_lines(instrument: Instrument, case: Case) -> Iterator[tuple[str, str]]:
    """Each thing entered: recorded items first, then what was answered otherwise."""
    yield "Assessed on", date_words(case.assessed_on)
    if case.reference:
        yield "Reference", case.reference
    yield "Age", "Not known" if case.age is None else str(case.age)
    given = [fact for fact in instrument.facts if case.facts[fact.id].given]
    for fact in given:
        yield fact.label, FACT_ANSWERS[case.facts[fact.id]]
    not_given = [fact.label for fact in instrument.facts if fact not in given]
    if not_given:
        yield "Not known", "; ".join(not_given)
    yield from _items(instrument, case)
    for concern in case.other_concerns:
        yield f"Other concern: {concern.description}", f"{ANSWERS[concern.answer]}{_placed(concern)}"
    for key, heading in CONTEXTS.items():
        if case.context.get(key):
            yield heading, case.context[key]
    if case.child_view:
        yield "What the child says", case.child_view
    if case.family_view:
        yield "What the family says", case.family_view
    yield from _judgement(instrument, case)


def _placed(concern: OtherConcern) -> str:
    if isinstance(concern.level, Level):
        return f", placed at {level_word(concern.level)} by you"
    return f", marked {concern.level.value} by you" if concern.level else ""


def _items(instrument: Instrument, case: Case) -> Iterator[tuple[str, str]]:
    given = [(item, case.answers[item.id]) for item in instrument.indicators if item.id in case.answers]
    given.sort(key=lambda pair: not pair[1].answer.recorded)
    for item, answer in given:
        if answer.answer.given or answer.evidence:
            yield item.plain, _answer_words(answer)


def _answer_words(answer: ItemAnswer) -> str:
    words = ANSWERS[answer.answer]
    if answer.answer.recorded and answer.recency in RECENCIES:
        words += f", {RECENCIES[answer.recency]}"
    words += f", marked {answer.mark.value} by you" if answer.mark else ""
    words += ", keeps happening" if answer.recurring else ""
    return f"{words}. {answer.evidence}".strip() if answer.evidence else words


def _judgement(instrument: Instrument, case: Case) -> Iterator[tuple[str, str]]:
    judged = case.judgement
    if instrument.reads is Reads.LEVEL:
        yield "Your judgement", level_word(judged.level) if judged.level else "No view formed yet"
    if judged.significant_harm.given:
        yield "Reasonable cause to suspect significant harm", FACT_ANSWERS[judged.significant_harm]
    if judged.reasons:
        yield "Your reasons", judged.reasons
