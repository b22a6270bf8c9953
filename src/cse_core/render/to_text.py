"""A report as plain text, for case notes and for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill

from ..model import Assessment, Case, Unit
from .lines import Line, Section
from .report import report
from .words import cite_words

WIDTH = 80


def to_text(assessment: Assessment, case: Case | None = None) -> str:
    """The assessment as plain text, wrapped at 80 characters; with its case, also what was recorded."""
    made = report(assessment, case)
    return "\n\n".join(section_text(made.units, section) for section in made.sections) + "\n"


def section_text(units: Mapping[str, Unit], section: Section) -> str:
    """A heading and its lines."""
    lines = [section.heading.upper(), *(_line(units, section, n, line) for n, line in enumerate(section.lines, 1))]
    return "\n".join(lines)


def _line(units: Mapping[str, Unit], section: Section, number: int, line: Line) -> str:
    bullet = f"{number}. " if section.listed in ("numbers", "actions") else "- "
    if section.listed == "plain":
        bullet = ""
    indent = " " * len(bullet)
    first, *more = statement(units, line)
    return "\n".join(_wrapped(part, indent) for part in (bullet + first, *(indent + each for each in more)))


def statement(units: Mapping[str, Unit], line: Line) -> tuple[str, ...]:
    """A line in plain text: its label, what it says and rests on, then what goes beside it, each apart."""
    first = f"{line.label}: {line.text}" if line.label else line.text
    cites = cite_words(line.cites, units)
    first += f" [{'; '.join(cites)}]" if cites else ""
    return (first, *(more for more in (line.aside, _note(line)) if more))


def _wrapped(text: str, indent: str) -> str:
    """Each line of the text wrapped on its own, so that a practitioner's own line breaks stay."""
    return "\n".join(
        fill(part, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for part in text.splitlines()
    )


def _note(line: Line) -> str:
    return f"Note: {line.note}" if line.note else ""
