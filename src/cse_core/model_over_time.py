"""Several assessments of one child by one instrument, beside each other, frozen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .model import Answer, Level, Outcome


class Trend(StrEnum):
    """What became of an item or a fact at the last assessment."""

    NEW = "new"
    STILL = "still"
    SURER = "surer"
    LESS_SURE = "less_sure"
    NOT_NOW = "not_now"
    NOT_ASKED = "not_asked"


class Seen(NamedTuple):
    """An item or a fact that was recorded at least once, with its answer at every assessment."""

    id: str
    answers: tuple[Answer, ...]
    trend: Trend

    @property
    def recorded_at(self) -> tuple[int, ...]:
        """The numbers of the assessments at which it was recorded."""
        return tuple(number for number, answer in enumerate(self.answers) if answer.recorded)


class Concern(NamedTuple):
    """A concern in the worker's own words, with the numbers of the assessments that record it."""

    text: str
    recorded_at: tuple[int, ...]


class OverTime(NamedTuple):
    """The assessments, oldest first: their days and outcomes, and all that was ever recorded.

    `could_be` is the level that what is not known could still lead to.
    `lower`: the last outcome is below the one before. `no_fall`: the last two reassessments brought no fall.
    """

    instrument: str
    days: tuple[date, ...]
    outcomes: tuple[Outcome | None, ...]
    could_be: tuple[Level | None, ...]
    seen: tuple[Seen, ...]
    concerns: tuple[Concern, ...]
    lower: bool
    no_fall: bool
