"""A report as an HTML fragment for the page. Everything is escaped; no ids clash with the form's; no inline style."""

from __future__ import annotations

from ..model import Assessment, Case
from .html_parts import Frame, reading_attributes, section_html
from .report import report


def to_html(assessment: Assessment, case: Case | None = None, cite_base: str | None = None) -> str:
    """The reading as one `<article class="reading">`, for a page two folders deep.

    `data-assessment` holds the assessment's JSON, `data-status` its status and `data-level` its
    level (empty when there is none) or `data-pathway` its pathway. Citations link to
    `cite_base`, by default the page of their document.
    """
    made = report(assessment, case)
    frame = Frame(made.units, cite_base)
    body = "\n".join(section_html(frame, section, focus=section.kind == "result") for section in made.sections)
    return f'<article class="reading" {reading_attributes(assessment)} lang="en-GB">\n{body}\n</article>\n'
