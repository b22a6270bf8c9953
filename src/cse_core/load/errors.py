"""What can be wrong, and how it is said.

CseError
├── UnknownInstrumentError   no instrument of that id
├── InstrumentError          instrument or source data is wrong: every problem, with file and key
└── CaseError                a case is wrong: every problem, with its place and what is allowed
    └── VignetteError        a vignette is wrong, in the same way
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong: where, what, and what is allowed instead."""

    place: str
    problem: str
    allowed: str = ""

    def __str__(self) -> str:
        """The problem as one line."""
        allowed = f" Allowed: {self.allowed}." if self.allowed else ""
        return f"{self.place}: {self.problem}{allowed}"

    def to_dict(self) -> dict[str, str]:
        """The problem as JSON writes it."""
        return {"place": self.place, "problem": self.problem, "allowed": self.allowed}


class CseError(Exception):
    """The base of every error this package raises on purpose."""


class UnknownInstrumentError(CseError):
    """No instrument has this id."""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        self.id = id_
        super().__init__(f"There is no instrument {id_!r}. Allowed: {', '.join(known)}.")


class _ProblemsError(CseError):
    heading = "Something is wrong"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [f"{self.heading} ({len(self.problems)}):"]
        lines += [f"  {problem}" for problem in self.problems]
        super().__init__("\n".join(lines))


class InstrumentError(_ProblemsError):
    """The data of an instrument or a source is wrong. `problems` holds every fault found."""

    heading = "The instrument's data is wrong"


class CaseError(_ProblemsError):
    """A case cannot be scored. `problems` holds every fault found; nothing was scored."""

    heading = "The case was not scored, because something in it is wrong"


class VignetteError(CaseError):
    """A vignette cannot be compared. `problems` holds every fault found; nothing was scored."""

    heading = "The vignette was not compared, because something in it is wrong"
