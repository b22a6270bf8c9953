"""Pages that have moved: at the old address stands a page with a link to the new one. Nobody is sent on by force.

A page that sends the reader on by itself takes the "back" button away and cannot be read aloud, and the site's own
rules refuse it. The page is the new one's frame with other words in it, so it has urgent help and the way out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cse_core.load.table import Table

from .data_file import DATA, read
from .docs_pages import DocsPage, docs_pages
from .markup import element, join
from .place import ROOT, address, built, with_addresses

FILE = DATA / "redirects.toml"
ADDRESS = re.compile(r"([a-z0-9-]+/)+")
LINK = re.compile(r'(?<= )(href|src|data-base)="([^"#:]*)((?:#[^"]*)?)"')
TEXT = re.compile(r"(<article\b[^>]*>).*?(</article>)", re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


class Moved(NamedTuple):
    """An old address in the site, the path under docs/ of the page that took its place, and since when."""

    old: str
    page: str
    since: date


def load_moved() -> tuple[Moved, ...]:
    """Every page that has moved; DataError naming every fault in the file."""
    return read_moved(FILE.read_text("utf-8"))


def read_moved(text: str) -> tuple[Moved, ...]:
    """The moved pages in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, lambda table: tuple(_moved(row) for row in table.tables("moved", required=False)))


def _moved(row: Table) -> Moved:
    since = row.skip("since")
    moved = Moved(row.text("from"), row.text("to"), since if isinstance(since, date) else date.min)
    row.finish()
    if not ADDRESS.fullmatch(moved.old):
        row.report("from", f"is {moved.old!r}.", "an address as it was, such as guidance/old-page/")
    if moved.old in {built(page) for page in docs_pages()}:
        row.report("from", f"is {moved.old!r}.", "an address that no page has")
    if moved.page not in docs_pages():
        row.report("to", f"is {moved.page!r}.", "the path of a page under docs/")
    if not isinstance(since, date):
        row.report("since", f"is {since!r}.", "a date without quotes: 2026-11-21")
    return moved


def write_moved(site: Path, pages: Iterable[Moved] | None = None) -> None:
    """Write a page at every old address of these pages, by default of all that have moved."""
    for moved in load_moved() if pages is None else pages:
        frame = site / built(moved.page) / "index.html"
        place = site / moved.old / "index.html"
        # A part of the site, as in a test, may lack the new page; a test of the whole site looks for every old one.
        if frame.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(moved_page(moved, frame.read_text("utf-8"), docs_pages()[moved.page]), "utf-8")


def moved_page(moved: Moved, frame: str, page: DocsPage) -> str:
    """The page at the old address, in the frame of the new page."""
    words = join(
        element("h1", "This page has moved"),
        element("p", "It is now: ", element("a", page.title, href=address(page.path)), "."),
        element("p", f"It moved on {moved.since.isoformat()}. If you have a link to this address, please change it."),
    )
    html = TEXT.sub(lambda found: f"{found[1]}{words}{found[2]}", frame, count=1)
    html = TITLE.sub(str(element("title", f"Moved: {page.title}")), html, count=1)
    html = LINK.sub(lambda found: f'{found[1]}="{_anew(found[2], built(page.path))}{found[3]}"', html)
    return with_addresses(html.replace(' aria-current="page"', ""), "../" * moved.old.count("/"))


def _anew(link: str, seen_from: str) -> str:
    """A relative link of the frame as one from the site's root."""
    if not link or link.startswith("/"):
        return link
    path = posixpath.normpath(posixpath.join(seen_from, link))
    return f"{ROOT}{'' if path == '.' else path}{'/' if link.endswith('/') and path != '.' else ''}"
