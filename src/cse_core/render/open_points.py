"""What stands beside the reading: the practitioner's own marks, and what is not known or not written yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Answer, Assessment, Case, Instrument, Level, Mark, Pathway, Unknown
from .lines import Line, Section
from .words import counted, fact_words, joined, level_word

FURTHEST = (Level.HIGH, Pathway.SECTION_47_NOW)


def marks_section(instrument: Instrument, assessment: Assessment, case: Case | None) -> Section:
    """The practitioner's own marks, item by item, with the printed colour beside where it is known."""
    checklist = assessment.checklist
    if checklist is None or instrument.marking is None or not sum(checklist.marks):
        return Section("marks", "Your own marks", ())
    lines = []
    if case is not None:
        for mark in Mark:
            marked = [id_ for id_, given in case.answers.items() if given.mark is mark and given.answer.recorded]
            lines += [_item_line(instrument, marked, instrument.marking.words[mark])] if marked else []
    if checklist.unmarked:
        lines.append(_item_line(instrument, checklist.unmarked, instrument.marking.not_marked))
    if checklist.recurring:
        lines.append(_item_line(instrument, checklist.recurring, "Keeps happening"))
    counts = [f"{instrument.group(id_).title} {n.recorded}" for id_, n in checklist.domains.items() if n.recorded]
    lines.append(Line(f"{joined(counts)}.", label="Recorded by domain"))
    return Section("marks", "Your own marks", tuple(lines), "bullets")


def _item_line(instrument: Instrument, ids: Iterable[str], label: str) -> Line:
    wanted = set(ids)
    items = [item for item in instrument.indicators if item.id in wanted]
    printed = [f" (printed {item.printed.value})" if item.printed else "" for item in items]
    return Line("; ".join(f"“{item.plain}”{p}" for item, p in zip(items, printed, strict=True)) + ".", label=label)


def unknowns_section(instrument: Instrument, assessment: Assessment, case: Case | None) -> Section:
    """What to find out, what is not answered, and what was written without an answer."""
    lines = [
        Line(f"Find out {fact_words(instrument, unknown.fact)}. {_could(unknown)}", unknown.cites)
        for unknown in assessment.unknowns
    ]
    if assessment.checklist and assessment.checklist.evidence_missing:
        missing = assessment.checklist.evidence_missing
        lines.append(_item_line(instrument, missing, "No evidence written yet"))
    if case is not None:
        answered = sum(given.answer.given for given in case.answers.values())
        left = len(instrument.indicators) - answered
        if left:
            text = f"{counted(left, 'item has', 'items have')} no answer yet. Not known is not the same as no."
            could = "" if assessment.outcome in FURTHEST else " An answer could still change this reading."
            lines.append(Line(text + could, ours=True))
        lines += [Line(text, ours=True) for text in _written_but_not_recorded(case)]
    if assessment.level is Level.HIGH and case is not None and case.age is None:
        lines.append(Line("Find out the child's age. It changes what has to be done.", ours=True))
    return Section("unknowns", "What is not known yet", tuple(lines), "bullets")


def _could(unknown: Unknown) -> str:
    if unknown.could_raise_to:
        return f"It could raise the level to {level_word(unknown.could_raise_to)}."
    return "It could change what has to be done now."


def _written_but_not_recorded(case: Case) -> Iterator[str]:
    """What the practitioner wrote or marked beside something that is not recorded, and so does not count."""
    waits = "at “Not known”. That does not count until you answer Present or Suspected."
    written = [given for given in case.answers.values() if given.evidence or given.mark or given.recurring]
    items = sum(not given.answer.given for given in written)
    if items:
        yield f"You wrote something beside {counted(items, 'item', 'items')} still {waits}"
    others = sum(not concern.answer.given for concern in case.other_concerns)
    if others:
        yield f"You described {counted(others, 'other concern', 'other concerns')} and left the answer {waits}"
    marked = [given.answer for given in case.answers.values() if given.mark or given.recurring]
    marked += [concern.answer for concern in case.other_concerns if isinstance(concern.level, Mark)]
    absent = marked.count(Answer.ABSENT)
    if absent:
        has = counted(absent, "answer of “Absent” has", "answers of “Absent” have")
        yield f"{has} a mark, or a tick for what keeps happening. That does not count. Check which is right."
