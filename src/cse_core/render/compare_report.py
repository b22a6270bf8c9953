"""A comparison in words, before any format: what JSON's readers, text and HTML all say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..load.instruments import load_instrument
from ..load.sources import load_units
from ..model import Assessment, Instrument, Unit
from ..model_comparison import Comparison, Difference, Said
from .compare_now import now_section
from .compare_words import Asked, CellLine, cell, place_of, question_words, said_words
from .lines import Report, Section
from .report import report
from .words import reading_words

TITLE = "One story, two readings"
ONE_BESIDE_THE_OTHER = (
    "The two tools were made apart, and they are not on one scale. Do everything that either one asks, the soonest "
    "first. Neither takes anything away from the other, and nothing here is a reason to wait."
)
WHY = "Why they differ, clause by clause"
IN_THIS_STORY = "What bears on this story"
IN_EVERY_STORY = "What holds in every story"
NOT_CARRIED = "Not carried over"
NOT_CONFIRMED = "Not carried over, because you did not confirm it:"
CONFIRM = (
    "Here that counts as not known. Tick the box under each question that is the same, and show the reading again."
)
MADE_OF_IT = "What each made of the answers"
ONLY_RECORDED = "Every answer that is recorded is here: present, suspected or yes, and the age if it is known."
NOTHING_RECORDED = (
    "No answer is recorded yet. That tells you nothing about whether a child is being harmed, and it compares nothing."
)


class Reading(NamedTuple):
    """One instrument's reading, short; what was not carried over to it; and the reading whole."""

    instrument: Instrument
    assessment: Assessment
    heading: str
    not_carried: tuple[Asked, ...]
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
    """The reading in a few lines: what it is, where judgement differs, what to notice; and the whole of it."""
    assessment = comparison.assessments[instrument.id]
    whole = report(assessment, comparison.vignette.cases[instrument.id])
    kept = {section.kind: section for section in whole.sections}
    sections = tuple(kept[kind] for kind in ("result", "judgement", "notice") if kind in kept)
    heading = f"{instrument.short_title}: {reading_words(instrument, assessment)}"
    return Reading(instrument, assessment, heading, _not_carried(comparison, instrument), sections, whole)


def _not_carried(comparison: Comparison, instrument: Instrument) -> tuple[Asked, ...]:
    """What was answered under the first instrument and stays not known to the second."""
    here, there = comparison.vignette.between
    if instrument.id != there:
        return ()
    first = load_instrument(here)
    left = [carried for carried in comparison.vignette.carried if not carried.confirmed]
    return tuple(_asked(comparison, first, carried.asks[here], carried.said) for carried in left)


def _asked(comparison: Comparison, instrument: Instrument, question: str, said: Said) -> Asked:
    words = question_words(instrument, question)
    return Asked(words, said_words(question, said), place_of(comparison, instrument.id, question))


def _rows(comparison: Comparison, instruments: dict[str, Instrument]) -> list[Row]:
    rows = []
    for told in comparison.told:
        asked = _asked(comparison, instruments[told.instrument], told.question, told.said)
        cells = tuple(cell(comparison, instruments, told, id_) for id_ in comparison.vignette.between)
        rows.append(Row(asked, told.instrument, cells))
    return rows
