"""Citations as links to the Sources pages, where every unit has its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cse_core import load_sources, load_units
from cse_core.model import Source, Unit

from .markup import Html, element, hidden_text, join
from .place import ROOT, address

SITE_ROOT = ROOT


def instrument_address(instrument_id: str) -> str:
    """The instrument's page."""
    return address(f"instruments/{instrument_id}.md")


def source_page(source_id: str) -> str:
    """The path under docs/ of the page with every unit of this source."""
    return f"sources/{load_sources()[source_id].slug}.md"


def cite_link(unit_id: str, base: str | None = None, new_tab: bool = False, id_: str | None = None) -> Html:
    """One citation as a link. From a form it opens in a new tab, so that no answer is lost."""
    unit = load_units()[unit_id]
    href = address(source_page(unit.source), unit_id) if base is None else f"{base}#{unit_id}"
    return element(
        "a",
        unit.cite_as,
        hidden_text(" (opens in a new tab)") if new_tab else None,
        cls="cite",
        id=id_,
        data_source=unit_id,
        href=href,
        target="_blank" if new_tab else None,
        rel="noopener" if new_tab else None,
    )


def cite_links(cites: Iterable[str], base: str | None = None, new_tab: bool = False) -> Html:
    """The citations as links, with commas. They lead to the Sources pages, or to the anchors of the page at `base`."""
    links = [cite_link(unit_id, base, new_tab) for unit_id in cites]
    return join(*[part for link in links for part in (", ", link)][1:])


def all_units() -> Iterator[tuple[Source, Unit]]:
    """Every citable unit with its document, in the documents' own order."""
    for source in load_sources().values():
        for unit in source.units.values():
            yield source, unit
