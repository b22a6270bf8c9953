"""The built pages as a reader reads them: blocks of text, each with what stands in and round it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

# A block ends where one of these begins or ends.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "label",
        "legend",
        "li",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
# Said for a screen reader, or beside the text: not part of a sentence.
BESIDE = frozenset({"cite", "cites", "law-note", "headerlink", "visually-hidden", "heading-number"})
SKIPPED = frozenset({"script", "style", "svg", "template"})
WORD = re.compile(r"[a-z0-9]+")


class Block(NamedTuple):
    """One block of a page's text: its words, the laws whose status stands in or round it, and its element's names.

    `row` tells the blocks of one table row from those of another; it is 0 outside a table.
    """

    page: str
    text: str
    laws: frozenset[str]
    within: frozenset[str]
    row: int

    def is_in(self, *names: str) -> bool:
        """Whether the block lies in an element with one of these tags or classes."""
        return bool(self.within & set(names))


class _Open(NamedTuple):
    """An element that is open, with the names and the laws of all that it lies in."""

    tag: str
    names: frozenset[str]
    laws: frozenset[str]


OUTSIDE = _Open("", frozenset(), frozenset())


class _Reader(HTMLParser):
    """Collects the blocks of one page's own text: its title and all that lies in its article."""

    def __init__(self, page: str, html: str) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.sources: list[tuple[str, str]] = []
        self._page = page
        self._open: list[_Open] = []
        self._text: list[str] = []
        self._laws: set[str] = set()
        self._row = 0
        self.feed(html)
        self.close()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self._end_block()
        if tag == "br":
            self._text.append(" ")
        if tag in VOID:
            return
        self._row += tag == "tr"
        law = {given["data-law"]} if "data-law" in given else set()
        within = self._within
        self._open.append(_Open(tag, within.names | {tag, *given.get("class", "").split()}, within.laws | law))
        self._laws |= law
        if "data-source" in given and "page-end" not in within.names:
            self.sources.append((given["data-source"], given.get("href", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_block()
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                break

    def handle_data(self, data: str) -> None:
        inside = self._within.names
        if "article" in inside and not inside & (BESIDE | SKIPPED):
            self._text.append(data)

    @property
    def _within(self) -> _Open:
        return self._open[-1] if self._open else OUTSIDE

    def _end_block(self) -> None:
        text = " ".join("".join(self._text).split())
        if text:
            within = self._within
            row = self._row if "tr" in within.names else 0
            self.blocks.append(Block(self._page, text, frozenset(self._laws) | within.laws, within.names, row))
        self._text, self._laws = [], set()


@cache
def _read(site: Path) -> dict[str, _Reader]:
    files = sorted(site.rglob("*.html"))
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in files}
    return {page: _Reader(page, html) for page, html in pages.items()}


def pages_of(site: Path) -> tuple[str, ...]:
    """The file of every page of the site."""
    return tuple(_read(site))


def blocks_of(site: Path) -> Iterator[Block]:
    """Every block of every page's own text, in the page's order."""
    for reader in _read(site).values():
        yield from reader.blocks


def sources_of(site: Path) -> Iterator[tuple[str, str, str]]:
    """Every citation: the page, the unit, and the address. A page's own list of its sources is left out."""
    for page, reader in _read(site).items():
        yield from ((page, unit, address) for unit, address in reader.sources)


def blocks_in(html: str) -> list[Block]:
    """The blocks of a piece of a page."""
    return _Reader("a piece", f"<article>{html}</article>").blocks


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return WORD.findall(re.sub("[’']", "", text.lower()))
