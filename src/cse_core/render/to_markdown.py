"""A report as Markdown. What the practitioner typed is escaped, so that it prints as typed."""

from __future__ import annotations

import re

from ..model import Assessment, Case
from .lines import Line, Report, Section
from .report import report
from .words import cite_words


def to_markdown(assessment: Assessment, case: Case | None = None) -> str:
    """The assessment as Markdown; with its case, also what was recorded."""
    made = report(assessment, case)
    sections = [_section(made, section) for section in made.sections]
    return "\n\n".join(sections) + "\n"


def _section(made: Report, section: Section) -> str:
    lines = [_line(made, section, number, line) for number, line in enumerate(section.lines, 1)]
    gap = "\n\n" if section.listed == "plain" else "\n"
    return f"## {escaped(section.heading)}\n\n{gap.join(lines)}"


def _line(made: Report, section: Section, number: int, line: Line) -> str:
    bullet = {"plain": "", "numbers": f"{number}. ", "actions": f"{number}. "}.get(section.listed, "- ")
    label = f"**{escaped(line.label)}:** " if line.label else ""
    cites = cite_words(line.cites, made.units)
    asides = [escaped(more) for more in (line.aside, f"Note: {line.note}" if line.note else "") if more]
    parts = [label + escaped(line.text), *asides, f"({'; '.join(cites)})" if cites else ""]
    return bullet + " ".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Text with Markdown's own characters made plain, and line breaks kept inside the line."""
    plain = re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)
    return "<br>".join(plain.splitlines())
