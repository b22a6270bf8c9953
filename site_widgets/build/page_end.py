"""The end of a page, from its first lines and its citations: other words for it, related pages, the sources it uses."""

from __future__ import annotations

from itertools import groupby

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from cse_core import load_sources, load_units

from .board import load_board
from .cites import cite_link
from .docs_pages import DocsPage, docs_pages, page_of
from .headings import is_guidance
from .markup import Html, Part, element, join
from .place import address

# After the directives (28), so that it is the last part of the page.
PRIORITY = 27


def page_end(page: DocsPage, edit_url: str = "") -> Html:
    """What belongs at the end of this page; nothing where its first lines ask for nothing."""
    return join(
        _other_words(page.texts("search_terms")),
        _related(page.texts("related")),
        _sources(page) if is_guidance(page) and page.cites else None,
        element("p", element("a", "Change this page", href=f"{edit_url}{page.path}"), cls="no-print")
        if edit_url
        else None,
    )


class PageEnd(Preprocessor):
    """Puts the end of the page behind its last line."""

    def run(self, lines: list[str]) -> list[str]:
        """The page with its end."""
        page = page_of(self.md)
        end = page_end(page, load_board().edit_url) if page else None
        return [*lines, "", self.md.htmlStash.store(element("div", end, cls="page-end"))] if end else lines


def register(md: Markdown) -> None:
    """Add the end of the page to this converter."""
    md.preprocessors.register(PageEnd(md), "cse_page_end", PRIORITY)


def _other_words(terms: tuple[str, ...]) -> Part:
    """In the page's own text, so that a search for an old name finds it, and a reader sees why."""
    return _part("Other words for this", element("p", "; ".join(terms), "."), found=True) if terms else None


def _related(paths: tuple[str, ...]) -> Part:
    pages = [docs_pages()[path] for path in paths if path in docs_pages()]
    links = [element("li", element("a", page.title, href=address(page.path))) for page in pages]
    return _part("Related pages", element("ul", links)) if links else None


def _sources(page: DocsPage) -> Part:
    units = [unit for id_, unit in load_units().items() if id_ in page.cites]
    lists = []
    for source_id, found in groupby(units, lambda unit: unit.source):
        links = [element("li", cite_link(unit.id)) for unit in found]
        title = f"{load_sources()[source_id].title}: {len(links)} {'place' if len(links) == 1 else 'places'}"
        lists.append(element("details", element("summary", title), element("ul", links), cls="sources-list"))
    about = element("p", "What the page takes from the two documents is marked where it stands. All of it, in order:")
    return _part("Sources used", about, lists, printed=True)


def _part(title: str, *parts: Part, found: bool = False, printed: bool = False) -> Html:
    """A part of the end. The search leaves it out unless it is to be `found`: a heading without an id is no place.

    What only leads elsewhere stays on the screen.
    """
    return element(
        "section",
        element("h2", title, id="other-words" if found else None),
        *parts,
        cls=None if printed else "no-print",
        aria_label=title,
        data_search_exclude=not found,
    )
