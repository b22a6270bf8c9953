"""Citations as links to the instrument's own page, where each cited unit has an anchor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from cse_core import load_sources
from cse_core.model import Source, Unit

from .markup import Html, element, hidden_text, join

# Every page of a tool lies two folders deep: assess/<id>/ and instruments/<id>/.
SITE_ROOT = "../../"


def instrument_address(instrument_id: str) -> str:
    """The instrument's page, seen from a page of a tool."""
    return f"{SITE_ROOT}instruments/{instrument_id}/"


def cite_links(cites: Iterable[str], base: str = "", new_tab: bool = False) -> Html:
    """The citations as links, with commas. From a form they open in a new tab, so that no answer is lost."""
    links: list[Html] = []
    for unit_id in cites:
        links.append(_link(unit_id, base, new_tab))
    return join(*[part for link in links for part in (", ", link)][1:])


def all_units() -> Iterator[tuple[Source, Unit]]:
    """Every citable unit with its document, in the documents' own order."""
    for source in load_sources().values():
        for unit in source.units.values():
            yield source, unit


@cache
def _cited_as() -> Mapping[str, str]:
    return {unit.id: unit.cite_as for _, unit in all_units()}


def _link(unit_id: str, base: str, new_tab: bool) -> Html:
    words = _cited_as()[unit_id]
    href = f"{base}#{unit_id}"
    if not new_tab:
        return element("a", words, cls="cite", href=href)
    return element(
        "a", words, hidden_text(" (opens in a new tab)"), cls="cite", href=href, target="_blank", rel="noopener"
    )
