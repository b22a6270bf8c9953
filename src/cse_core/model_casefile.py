"""A case file, frozen: everything of one child that a practitioner keeps in one file on their own device."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .model import Case
from .model_forms import Filled

CASEFILE_SCHEMA = "cse-casefile/1"
# A file that a page can still show, and far more than one child's work fills.
MOST_ASSESSMENTS = 60
MOST_FORMS = 200

Part = Case | Filled


class Placed(NamedTuple):
    """A part and its place in the file: `assessments.0`, `forms.2`."""

    place: str
    part: Part

    @property
    def on(self) -> date:
        """The day of the assessment, or the day the form was written."""
        return self.part.assessed_on if isinstance(self.part, Case) else self.part.written_on


class CaseFile(NamedTuple):
    """Assessments and filled forms, each in the order in which they were put in."""

    assessments: tuple[Case, ...] = ()
    forms: tuple[Filled, ...] = ()

    def placed(self) -> Iterator[Placed]:
        """Every part with its place, assessments first."""
        for number, case in enumerate(self.assessments):
            yield Placed(f"assessments.{number}", case)
        for number, filled in enumerate(self.forms):
            yield Placed(f"forms.{number}", filled)

    def by_day(self) -> tuple[Placed, ...]:
        """Every part, oldest first; of one day, in the order of the file."""
        return tuple(sorted(self.placed(), key=lambda placed: placed.on))
