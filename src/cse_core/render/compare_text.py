"""A comparison as plain text, for case notes, for a group and for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..model_comparison import Comparison, Difference
from .compare_report import (
    CONFIRM,
    MADE_OF_IT,
    NOT_CARRIED,
    NOT_CONFIRMED,
    NOTHING_RECORDED,
    ONE_BESIDE_THE_OTHER,
    ONLY_RECORDED,
    TITLE,
    WHY,
    ComparisonReport,
    Reading,
    comparison_report,
)
from .compare_words import Asked, CellLine
from .lines import Line, Section
from .to_text import section_text


def comparison_to_text(comparison: Comparison) -> str:
    """The comparison as plain text, wrapped at 80 characters; at its end both readings, whole."""
    made = comparison_report(comparison)
    return "\n\n".join(section_text(made.units, section) for section in _sections(made)) + "\n"


def _sections(made: ComparisonReport) -> Iterator[Section]:
    yield made.now
    yield Section("readings", TITLE, (Line(ONE_BESIDE_THE_OTHER, ours=True),))
    for reading in made.readings:
        if reading.not_carried:
            left = "; ".join(map(_said, reading.not_carried))
            lines = (Line(f"{NOT_CONFIRMED} {left}. {CONFIRM}", ours=True),)
            yield Section("not-carried", f"{reading.instrument.short_title}: {NOT_CARRIED}", lines)
        for section in reading.sections:
            yield section._replace(heading=_heading(reading, section))
    for heading, differences in made.differences:
        for number, difference in enumerate(differences):
            yield _difference(made, difference, f"{WHY}: {heading}\n\n" if not number else "")
    yield from _answers(made)
    for reading in made.readings:
        for section in reading.whole.sections:
            yield section._replace(heading=_heading(reading, section))


def _heading(reading: Reading, section: Section) -> str:
    return f"{reading.instrument.short_title}: {section.heading}"


def _difference(made: ComparisonReport, difference: Difference, before: str) -> Section:
    clause = difference.clause
    said = [
        Line(says.text, says.cites, reading.instrument.short_title)
        for reading in made.readings
        for says in (clause.says[reading.instrument.id],)
    ]
    return Section("clause", before + clause.topic, (*said, Line(clause.why, label="Why, and what to do")), "bullets")


def _answers(made: ComparisonReport) -> Iterator[Section]:
    words = ONLY_RECORDED if made.rows else NOTHING_RECORDED
    yield Section("answers", MADE_OF_IT, (Line(words, ours=True),))
    for row in made.rows:
        lines = tuple(
            Line(" ".join(map(_words, cell)), label=name) for name, cell in zip(made.columns, row.cells, strict=True)
        )
        yield Section("answer", f"{row.asked.words} – {row.asked.said}", lines, "bullets")


def _said(asked: Asked) -> str:
    return f"“{asked.words}” ({asked.said})"


def _words(line: CellLine) -> str:
    asked = "; ".join(map(_said, line.asked))
    return " ".join(part for part in (line.text, f"{asked}." if asked else "", line.after) if part)
