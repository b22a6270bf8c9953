"""What is kept or handed on, as one document: a filled form, an assessment with its record."""

from __future__ import annotations

from collections.abc import Iterator

from ..load.instruments import load_instrument
from ..model import Assessment, Case
from ..model_document import Asked, Block, Document, Heading, Listing, Paragraph
from ..model_forms import Answers, Filled, FormField, FormSection
from ..version import __version__
from .filled_words import (
    ALL_RECORDED,
    CONDITIONS,
    EMPTY,
    LEFT_EMPTY,
    NO_CALL,
    NO_SCORE,
    STILL_OPEN,
    answer_lines,
    condition_words,
)
from .lines import Line, Report, Section
from .report import WHEN_WORDS, report
from .words import cite_words, counted, date_words

NOT_A_REFERRAL = "This is a record. It is not a referral, and it takes the place of no call."


def filled_to_document(filled: Filled) -> Document:
    """The filled form: every question in order. What was left empty reads "Not provided"."""
    form = filled.form
    said = " ".join((NO_CALL, *((NO_SCORE,) if form.judgement_aid else ()), LEFT_EMPTY))
    return Document(
        title=form.title,
        lines=(f"Written on {date_words(filled.written_on)}", said),
        blocks=tuple(_filled_blocks(filled)),
        footer=f"{form.title}, {date_words(filled.written_on)}. Core version {__version__}.",
        confidential=form.confidential,
    )


def assessment_to_document(assessment: Assessment, case: Case) -> Document:
    """The reading in the order of the page, and what was recorded."""
    instrument = load_instrument(assessment.instrument)
    day = date_words(assessment.assessed_on)
    return report_to_document(report(assessment, case), instrument.title, f"Assessed on {day}", f"assessed on {day}")


def report_to_document(made: Report, title: str, line: str, about: str) -> Document:
    """A report as a document with this title, a line below it, and what its footer is about."""
    blocks = [block for section in made.sections for block in _section_blocks(made, section)]
    footer = f"{title}, {about}. Core version {__version__}."
    return Document(title, (line, NOT_A_REFERRAL), tuple(blocks), footer)


def _filled_blocks(filled: Filled) -> Iterator[Block]:
    for section in filled.form.sections:
        yield from _filled_section(filled, section)
    if filled.form.conditions:
        yield from _conditions(filled)


def _filled_section(filled: Filled, section: FormSection) -> Iterator[Block]:
    fields = filled.form.fields_of(section)
    if not section.repeats:
        yield Heading(section.title)
        yield from _asked(fields, filled.answers)
        return
    entries = filled.groups.get(section.id, ())
    if not entries:
        yield Heading(section.title)
        yield Asked(section.one_is.capitalize(), (EMPTY,), empty=True)
    for number, entry in enumerate(entries, 1):
        yield Heading(f"{section.title}: {section.one_is} {number} of {len(entries)}")
        yield from _asked(fields, entry)


def _asked(fields: tuple[FormField, ...], answers: Answers) -> Iterator[Block]:
    for field in fields:
        value = answers.get(field.id)
        yield Asked(field.ask, answer_lines(field, value), empty=value is None)


def _conditions(filled: Filled) -> Iterator[Block]:
    yield Heading(CONDITIONS)
    for condition in filled.form.conditions:
        told = condition_words(filled, condition)
        yield Asked(condition.text, (told,), empty=told == EMPTY)
    left = len(filled.open_conditions)
    told = f"{counted(left, 'condition is', 'conditions are')} not recorded yet. {STILL_OPEN}" if left else ALL_RECORDED
    yield Paragraph(told)


def _section_blocks(made: Report, section: Section) -> Iterator[Block]:
    yield Heading(section.heading)
    if section.listed == "terms":
        for line in section.lines:
            yield Asked(line.label, tuple(line.text.splitlines()) or (EMPTY,))
    elif section.listed == "actions":
        yield from _actions(made, section)
    elif section.listed == "plain":
        for line in section.lines:
            yield Paragraph(_words(made, line._replace(label="")), line.label)
    else:
        items = tuple(_words(made, line) for line in section.lines)
        yield Listing(items, numbered=section.listed == "numbers")


def _actions(made: Report, section: Section) -> Iterator[Block]:
    for when in WHEN_WORDS.values():
        lines = [line._replace(label="") for line in section.lines if line.label == when]
        if lines:
            yield Heading(when, 3)
            yield Listing(tuple(_words(made, line) for line in lines))


def _words(made: Report, line: Line) -> str:
    """A statement with its label, its citations, and what goes beside it."""
    cites = f"[{'; '.join(cite_words(line.cites, made.units))}]" if line.cites else ""
    label = f"{line.label}: " if line.label else ""
    note = f"Note: {line.note}" if line.note else ""
    return label + " ".join(part for part in (line.text, cites, line.aside, note) if part)
