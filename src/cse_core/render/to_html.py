"""A report as an HTML fragment for the page. Everything is escaped; no ids clash with the form's; no inline style."""

from __future__ import annotations

from html import escape

from ..model import Assessment, Case
from .lines import Line, Report, Section
from .report import WHEN_WORDS, report
from .to_json import to_json
from .words import cite_words

INSTRUMENT_PAGE = "../../instruments/{id}/"


def to_html(assessment: Assessment, case: Case | None = None, cite_base: str | None = None) -> str:
    """The reading as one `<article class="reading">`, for a page two folders deep.

    `data-assessment` holds the assessment's JSON, `data-status` its status and `data-level` its
    level (empty when there is none) or `data-pathway` its pathway. Citations link to
    `cite_base`, by default the instrument's page.
    """
    base = cite_base if cite_base is not None else INSTRUMENT_PAGE.format(id=assessment.instrument)
    made = report(assessment, case)
    body = "\n".join(_section(made, section, base) for section in made.sections)
    return (
        f'<article class="reading" data-assessment="{escape(to_json(assessment, compact=True).strip())}" '
        f'data-status="{assessment.status.value}" {_outcome(assessment)} lang="en-GB">\n{body}\n</article>\n'
    )


def _outcome(assessment: Assessment) -> str:
    if assessment.checklist:
        return f'data-pathway="{assessment.checklist.pathway.word}"'
    return f'data-level="{assessment.level.word if assessment.level else ""}"'


def _section(made: Report, section: Section, base: str) -> str:
    focus = ' tabindex="-1"' if section.kind == "result" else ""
    heading = f'<h2 id="reading-{section.kind}"{focus}>{escape(section.heading)}</h2>'
    body = {
        "plain": _paragraphs,
        "bullets": _bullets,
        "numbers": _numbers,
        "terms": _terms,
        "actions": _actions,
    }[section.listed](made, section, base)
    kind = f"reading-{section.kind}"
    return f'<section class="{kind}" aria-labelledby="{kind}">\n{heading}\n{body}\n</section>'


def _paragraphs(made: Report, section: Section, base: str) -> str:
    return "\n".join(f"<p>{_line(made, line, base)}</p>" for line in section.lines)


def _bullets(made: Report, section: Section, base: str) -> str:
    return f"<ul>\n{_items(made, section.lines, base)}\n</ul>"


def _numbers(made: Report, section: Section, base: str) -> str:
    return f"<ol>\n{_items(made, section.lines, base)}\n</ol>"


def _terms(made: Report, section: Section, base: str) -> str:
    rows = "\n".join(f"<div><dt>{escape(line.label)}</dt><dd>{_text(line.text)}</dd></div>" for line in section.lines)
    return f"<dl>\n{rows}\n</dl>"


def _actions(made: Report, section: Section, base: str) -> str:
    groups = []
    for label in WHEN_WORDS.values():
        lines = tuple(line for line in section.lines if line.label == label)
        if lines:
            items = _items(made, lines, base, labelled=False)
            groups.append(f"<h3>{escape(label)}</h3>\n<ul>\n{items}\n</ul>")
    return "\n".join(groups)


def _items(made: Report, lines: tuple[Line, ...], base: str, labelled: bool = True) -> str:
    return "\n".join(f"<li>{_line(made, line, base, labelled)}</li>" for line in lines)


def _line(made: Report, line: Line, base: str, labelled: bool = True) -> str:
    label = f"<strong>{escape(line.label)}.</strong> " if line.label and labelled else ""
    parts = [f"{label}{_text(line.text)}"]
    if line.cites:
        words = zip(line.cites, cite_words(line.cites, made.units), strict=True)
        links = "; ".join(
            f'<a class="cite" href="{escape(base)}#{escape(id_)}">{escape(shown)}</a>' for id_, shown in words
        )
        parts.append(f'<span class="cites">({links})</span>')
    if line.aside:
        parts.append(f'<span class="aside">{_text(line.aside)}</span>')
    if line.note:
        parts.append(f"<details><summary>What the source says</summary><p>{_text(line.note)}</p></details>")
    return " ".join(parts)


def _text(text: str) -> str:
    return "<br>".join(escape(text).splitlines())
