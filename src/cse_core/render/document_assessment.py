"""An assessment as a document: its report, part by part, in the report's own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from ..load.instruments import load_instrument
from ..model import Assessment, Case, Unit
from ..model_document import Block, Document, Heading, Listing, Text, Written
from .document_printable import printable, printable_lines
from .lines import Line, Section
from .report import WHEN_WORDS, report
from .to_text import statement
from .words import date_words


def assessment_to_document(assessment: Assessment, case: Case | None = None) -> Document:
    """The assessment as a document; with its case, also what was recorded."""
    instrument = load_instrument(assessment.instrument)
    made = report(assessment, case)
    when = f"Assessed on {date_words(assessment.assessed_on)}"
    return Document(
        title=instrument.title,
        confidential=True,
        lines=(when,),
        blocks=tuple(block for section in made.sections for block in _section(made.units, section)),
        footer=f"{instrument.title}. {when}.",
    )


def _section(units: Mapping[str, Unit], section: Section) -> Iterator[Block]:
    yield Heading(2, section.heading)
    if section.listed == "plain":
        yield from (Text(_said(units, line), line.label) for line in section.lines)
    elif section.listed == "terms":
        yield from (Written(printable(line.label), printable_lines(line.text)) for line in section.lines)
    elif section.listed == "actions":
        yield from _actions(units, section)
    else:
        yield Listing(tuple(_item(units, line) for line in section.lines), numbered=section.listed == "numbers")


def _actions(units: Mapping[str, Unit], section: Section) -> Iterator[Block]:
    """The actions by when they are due, what cannot wait first."""
    soonest = list(WHEN_WORDS.values())
    lines = sorted(section.lines, key=lambda line: soonest.index(line.label))
    for label, due in groupby(lines, key=lambda line: line.label):
        yield Heading(3, label)
        yield Listing(tuple(_said(units, line) for line in due))


def _item(units: Mapping[str, Unit], line: Line) -> str:
    said = _said(units, line)
    return f"{line.label}: {said}" if line.label else said


def _said(units: Mapping[str, Unit], line: Line) -> str:
    return printable("\n".join(statement(units, line._replace(label=""))))
