"""`<!-- cse:source PB -->`: every unit of a source, in its own order, and the pages that restate it."""

from __future__ import annotations

from itertools import groupby

from cse_core import load_sources
from cse_core.model import Source, Unit

from .docs_pages import DocsPage, restated_on
from .law_named import with_law
from .markup import Html, Part, element, join
from .place import address
from .prose import place_of
from .slug import slug_of
from .tables import stacking_table

COLUMNS = ("Cited as", "What it is about", "Page", "Where this site says it")
NOT_YET = "Not restated yet."


def source_page(source_id: str) -> Html:
    """The document's facts, a contents list, and a table for each of its sections; each row's id is a unit's id."""
    source = load_sources()[source_id]
    sections = [(name, list(units)) for name, units in groupby(source.units.values(), lambda unit: unit.section)]
    links = [element("li", element("a", _title(name), href=f"#{section_id(name)}")) for name, _ in sections]
    contents = element(
        "nav",
        element("p", "Sections of the document", cls="on-this-page__title"),
        element("ul", links),
        cls="on-this-page",
        aria_label="Sections of the document",
    )
    return element("div", _about(source), contents, [_section(*section) for section in sections], cls="source")


def section_id(name: str) -> str:
    """The anchor of a section: `Strategy 2 Scope` is `section-strategy-2-scope`."""
    return f"section-{slug_of(name)}"


def _about(source: Source) -> Html:
    units = source.units.values()
    restated = sum(1 for unit in units if restated_on()[unit.id])
    left_out = sum(1 for unit in units if unit.not_restated)
    rows = (
        ("Document", source.title),
        ("Published by", with_law(source.publisher)),
        ("Dated", source.dated),
        ("Listed here", f"{len(units)} paragraphs, lists and table rows"),
        ("On pages of this site", f"{restated}, each with a link below"),
        ("Left out", f"{left_out}, each with the reason"),
    )
    return element(
        "dl", [element("div", element("dt", term), element("dd", words)) for term, words in rows], cls="summary-list"
    )


def _section(name: str, units: list[Unit]) -> Html:
    id_, title = section_id(name), _title(name)
    rows = [(unit.id, (unit.cite_as, unit.title, unit.page or "Not known", _where(unit))) for unit in units]
    heading = element("h2", title, element("a", "Link to this section", cls="headerlink", href=f"#{id_}"), id=id_)
    return join(heading, stacking_table(f"Paragraphs of “{title}”", COLUMNS, rows))


def _where(unit: Unit) -> Part:
    pages = restated_on()[unit.id]
    if not pages:
        return f"Left out. {unit.not_restated}" if unit.not_restated else NOT_YET
    return element("ul", [element("li", _link(page, unit.id)) for page in pages])


def _link(page: DocsPage, unit_id: str) -> Html:
    return element("a", page.title, href=address(page.path, place_of(unit_id) if unit_id in page.marked else ""))


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]
