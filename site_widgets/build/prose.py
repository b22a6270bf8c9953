"""Double braces in a page's text: `{{PB-3.9; LA-P-4.12-under-13}}` cites, `{{law:ID}}` gives the status of a law."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from re import Match
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from cse_core import load_units

from .cites import cite_link
from .docs_pages import line_of, page_of, units_in
from .law_data import load_law
from .law_note import law_note
from .markup import Html, element, join

LAW = "law:"
PATTERN = r"\{\{([^{}\n]+)\}\}"
# After code (190) and escapes (180), before everything that reads its words as Markdown.
PRIORITY = 178
NOTHING = "nothing"
# Before any other step, so that the last page's places are not taken for this one's.
RESET = 40


class ProseError(ValueError):
    """What stands in double braces cannot be shown: where it is, what was written, what is allowed."""


class Found(NamedTuple):
    """Something in double braces, and whether a place on this page still has to be named for a unit."""

    written: str
    first_of: Callable[[str], bool]


class Prose(InlineProcessor):
    """Turns what stands in double braces into HTML."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)
        self._placed: set[str] = set()

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name Python-Markdown calls
        self, match: Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """The HTML, put away so that nothing else changes it."""
        try:
            found = Found(match[1], self._first_of)
            made = law_in_prose(found) if found.written.startswith(LAW) else cites_in_prose(found)
        except ProseError as error:
            raise ProseError(f"{self._where(match[0])}{error}") from None
        return self.md.htmlStash.store(made), match.start(0), match.end(0)

    def reset(self) -> None:
        """Begin a new page."""
        self._placed.clear()

    def _first_of(self, unit_id: str) -> bool:
        first = unit_id not in self._placed
        self._placed.add(unit_id)
        return first

    def _where(self, written: str) -> str:
        page = page_of(self.md)
        return f"{page.path}, line {line_of(page, written) or '?'}: " if page else ""


class Reset(Preprocessor):
    """Tells the pattern that a new page begins."""

    def __init__(self, md: Markdown, prose: Prose) -> None:
        super().__init__(md)
        self._prose = prose

    def run(self, lines: list[str]) -> list[str]:
        """The same lines."""
        self._prose.reset()
        return lines


def register(md: Markdown) -> None:
    """Add the pattern to this converter."""
    prose = Prose(md)
    md.inlinePatterns.register(prose, "cse_prose", PRIORITY)
    md.preprocessors.register(Reset(md, prose), "cse_prose_reset", RESET)


def place_of(unit_id: str) -> str:
    """The anchor at the first statement of a page that rests on this unit."""
    return f"cite-{unit_id}"


def cites_in_prose(found: Found) -> Html:
    """The citations in brackets; ProseError if one of them is not a unit."""
    links: list[Html | str] = []
    for unit_id in units_in(found.written) or (NOTHING,):
        if unit_id not in load_units():
            raise ProseError(_unknown(found.written, unit_id, "a unit id of src/cse_core/sources/", load_units()))
        id_ = place_of(unit_id) if found.first_of(unit_id) else None
        links += ["; ", cite_link(unit_id, id_=id_)]
    # Beside the text, and so no part of what the search reads.
    return element("span", "(", join(*links[1:]), ")", cls="cites", data_search_exclude=True)


def law_in_prose(found: Found) -> Html:
    """The status of a law; ProseError if the register has no such entry."""
    id_ = found.written.removeprefix(LAW).strip()
    entries = load_law().entries
    if id_ not in entries:
        raise ProseError(_unknown(found.written, id_, "an id of docs/_data/law.toml", entries))
    return law_note(entries[id_])


def _unknown(written: str, id_: str, allowed: str, known: Iterable[str]) -> str:
    near = get_close_matches(id_, known, n=4, cutoff=0.5)
    like = f", such as {', '.join(near)}" if near else ""
    return f"{{{{{written}}}}} names {id_!r}, which is not there. Allowed: {allowed}{like}."
