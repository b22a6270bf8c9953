"""A comparison in words, before any format: what JSON's readers, text and HTML all say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..load.instruments import load_instrument
from ..load.sources import load_units
from ..model import Assessment, Instrument, Unit
from ..model_comparison import Comparison, Difference
from .compare_now import now_section
from .compare_words import Asked, CellLine, cell, place_of, question_words, said_words
from .lines import Line, Report, Section
from .report import report
from .words import joined, reading_words

TITLE = "One story, two readings"
ONE_BESIDE_THE_OTHER = (
    "The two tools were made apart, and they are not on one scale. Do everything that either one asks, the soonest "
    "first. Neither takes anything away from the other, and nothing here is a reason to wait."
)
WHY = "Why they differ, clause by clause"
IN_THIS_STORY = "What bears on this story"
IN_EVERY_STORY = "What holds in every story"
MADE_OF_IT = "What each made of the answers"
ONLY_RECORDED = "Every answer that is recorded is here: present, suspected or yes, and the age if it is known."
NOTHING_RECORDED = (
    "No answer is recorded yet. That tells you nothing about whether a child is being harmed, and it compares nothing."
)


class Reading(NamedTuple):
    """One instrument's reading, short; and the same whole."""

    instrument: Instrument
    assessment: Assessment
    heading: str
    sections: tuple[Section, ...]
    whole: Report


class Row(NamedTuple):
    """A recorded answer, the instrument it was entered under, and a cell for each instrument."""

    asked: Asked
    entered: str
    cells: tuple[tuple[CellLine, ...], ...]


class ComparisonReport(NamedTuple):
    """Everything a reader of a comparison needs, in the order they need it."""

    now: Section
    readings: tuple[Reading, ...]
    differences: tuple[tuple[str, tuple[Difference, ...]], ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    units: Mapping[str, Unit]


def comparison_report(comparison: Comparison) -> ComparisonReport:
    """The comparison in words."""
    instruments = {id_: load_instrument(id_) for id_ in comparison.vignette.between}
    bearing = tuple(difference for difference in comparison.differences if difference.bears)
    always = tuple(difference for difference in comparison.differences if not difference.bears)
    groups = ((IN_THIS_STORY, bearing), (IN_EVERY_STORY, always))
    return ComparisonReport(
        now=now_section(instruments, comparison),
        readings=tuple(_reading(comparison, instrument) for instrument in instruments.values()),
        differences=tuple(group for group in groups if group[1]),
        columns=tuple(instrument.short_title for instrument in instruments.values()),
        rows=tuple(_rows(comparison, instruments)),
        units=load_units(),
    )


def _reading(comparison: Comparison, instrument: Instrument) -> Reading:
    """The reading in a few lines: what it is, what was not carried over, what to notice, where judgement differs."""
    assessment = comparison.assessments[instrument.id]
    whole = report(assessment, comparison.vignette.cases[instrument.id])
    kept = {section.kind: section for section in whole.sections}
    short = (_not_carried(comparison, instrument), kept["result"], kept.get("judgement"), kept.get("notice"))
    heading = f"{instrument.short_title}: {reading_words(instrument, assessment)}"
    sections = tuple(section for section in short if section and section.lines)
    return Reading(instrument, assessment, heading, sections, whole)


def _not_carried(comparison: Comparison, instrument: Instrument) -> Section:
    heading = "Not carried over"
    vignette = comparison.vignette
    left = [carried for carried in vignette.carried if not carried.confirmed]
    if instrument.id != vignette.between[1] or not left:
        return Section("not-carried", heading, ())
    here = vignette.between[0]
    first = load_instrument(here)
    asked = [f"“{question_words(first, c.asks[here])}” ({said_words(c.asks[here], c.said)})" for c in left]
    text = (
        f"{joined(asked)}: not carried over, because you did not confirm it. Here it counts as not known. "
        "Confirm what is the same, and show the readings again."
    )
    return Section("not-carried", heading, (Line(text, ours=True),))


def _rows(comparison: Comparison, instruments: dict[str, Instrument]) -> list[Row]:
    rows = []
    for told in comparison.told:
        words = question_words(instruments[told.instrument], told.question)
        place = place_of(comparison, told.instrument, told.question)
        cells = tuple(cell(comparison, instruments, told, id_) for id_ in comparison.vignette.between)
        rows.append(Row(Asked(words, said_words(told.question, told.said), place), told.instrument, cells))
    return rows
