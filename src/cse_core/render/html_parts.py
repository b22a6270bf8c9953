"""Sections and lines as HTML. Everything is escaped; no inline style; ids begin as their frame says."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from ..load.sources import load_sources
from ..model import Assessment, Unit
from .lines import Line, Section
from .report import WHEN_WORDS
from .to_json import to_json
from .words import cite_words

# From a page two folders deep. Every unit has its place on the page of its document.
SOURCE_PAGE = "../../sources/{slug}/"


class Frame(NamedTuple):
    """Where a section stands: where its citations lead, how its ids begin, and the rank of its heading.

    Citations lead to the anchors of the page at `base`, by default to the page of their document.
    """

    units: Mapping[str, Unit]
    base: str | None = None
    prefix: str = "reading"
    rank: int = 2


def reading_attributes(assessment: Assessment) -> str:
    """What an element with a reading says of itself: `data-assessment`, `data-status`, and level or pathway."""
    if assessment.checklist:
        outcome = f'data-pathway="{assessment.checklist.pathway.word}"'
    else:
        outcome = f'data-level="{assessment.level.word if assessment.level else ""}"'
    text = escape(to_json(assessment, compact=True).strip())
    return f'data-assessment="{text}" data-status="{assessment.status.value}" {outcome}'


def section_html(frame: Frame, section: Section, focus: bool = False) -> str:
    """A heading and its lines. With `focus`, a script may put the focus on the heading."""
    id_ = f"{frame.prefix}-{section.kind}"
    tabindex = ' tabindex="-1"' if focus else ""
    heading = f'<h{frame.rank} id="{id_}"{tabindex}>{escape(section.heading)}</h{frame.rank}>'
    body = f'<section class="reading-{section.kind}" aria-labelledby="{id_}">\n{heading}\n'
    return f"{body}{body_html(frame, section)}\n</section>"


def body_html(frame: Frame, section: Section) -> str:
    """The lines of a section, without its heading."""
    return {
        "plain": _paragraphs,
        "bullets": _bullets,
        "numbers": _numbers,
        "terms": _terms,
        "actions": _actions,
    }[section.listed](frame, section)


def line_html(frame: Frame, line: Line, labelled: bool = True) -> str:
    """One statement with its label, its citations and what goes beside it."""
    label = f"<strong>{escape(line.label)}.</strong> " if line.label and labelled else ""
    parts = [f"{label}{text_html(line.text)}"]
    if line.cites:
        parts.append(cites_html(frame, line.cites))
    if line.aside:
        parts.append(f'<span class="aside">{text_html(line.aside)}</span>')
    if line.note:
        parts.append(f"<details><summary>What the source says</summary><p>{text_html(line.note)}</p></details>")
    return " ".join(parts)


def cites_html(frame: Frame, cites: tuple[str, ...]) -> str:
    """The citations as links, in brackets."""
    words = zip(cites, cite_words(cites, frame.units), strict=True)
    links = (
        f'<a class="cite" data-source="{escape(id_)}" href="{_address(frame, id_)}">{escape(shown)}</a>'
        for id_, shown in words
    )
    return f'<span class="cites">({"; ".join(links)})</span>'


def _address(frame: Frame, id_: str) -> str:
    page = SOURCE_PAGE.format(slug=load_sources()[frame.units[id_].source].slug) if frame.base is None else frame.base
    return f"{escape(page)}#{escape(id_)}"


def text_html(text: str) -> str:
    """Text escaped, with its line breaks kept."""
    return "<br>".join(escape(text).splitlines())


def _paragraphs(frame: Frame, section: Section) -> str:
    return "\n".join(f"<p>{line_html(frame, line)}</p>" for line in section.lines)


def _bullets(frame: Frame, section: Section) -> str:
    return f"<ul>\n{_items(frame, section.lines)}\n</ul>"


def _numbers(frame: Frame, section: Section) -> str:
    return f"<ol>\n{_items(frame, section.lines)}\n</ol>"


def _terms(frame: Frame, section: Section) -> str:
    rows = "\n".join(
        f"<div><dt>{escape(line.label)}</dt><dd>{text_html(line.text)}</dd></div>" for line in section.lines
    )
    return f"<dl>\n{rows}\n</dl>"


def _actions(frame: Frame, section: Section) -> str:
    groups = []
    for label in WHEN_WORDS.values():
        lines = tuple(line for line in section.lines if line.label == label)
        if lines:
            items = _items(frame, lines, labelled=False)
            rank = frame.rank + 1
            groups.append(f"<h{rank}>{escape(label)}</h{rank}>\n<ul>\n{items}\n</ul>")
    return "\n".join(groups)


def _items(frame: Frame, lines: tuple[Line, ...], labelled: bool = True) -> str:
    return "\n".join(f"<li>{line_html(frame, line, labelled)}</li>" for line in lines)
