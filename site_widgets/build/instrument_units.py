"""The cited paragraphs: where a citation's link lands."""

from __future__ import annotations

from collections.abc import Iterator, Set

from cse_core.load.crosswalk import load_crosswalk
from cse_core.model import Instrument, Unit

from .cites import all_units, source_page
from .markup import Html, element
from .place import address
from .tables import stacking_table


def cited_units_table(instrument: Instrument) -> Html:
    """Every unit cited by the instrument, or where it is compared with the other, each with its id as the anchor."""
    return units_table({*cites_of(instrument), *_cites_where_compared(instrument)})


def units_table(cited: Set[str]) -> Html:
    """These units, in the source's own order, each with its id as the anchor."""
    rows = [
        (unit.id, (_elsewhere(unit), source.title, unit.section, unit.title, unit.page or "Not known"))
        for source, unit in all_units()
        if unit.id in cited
    ]
    return element(
        "div",
        element(
            "p",
            "Titles are ours, to help you find the place. The document’s words are not copied here. "
            "Page numbers are from its own contents list. A link opens the list of the whole document, with every page "
            "of this site that says what the paragraph says.",
        ),
        stacking_table("Cited paragraphs", ("Cited as", "Document", "Section", "What it is about", "Page"), rows),
        cls="cited-units",
    )


def _elsewhere(unit: Unit) -> Html:
    return element("a", unit.cite_as, href=address(source_page(unit.source), unit.id))


def _cites_where_compared(instrument: Instrument) -> Iterator[str]:
    for clause in load_crosswalk().clauses:
        if instrument.id in clause.says:
            yield from clause.says[instrument.id].cites


def cites_of(instrument: Instrument) -> Iterator[str]:
    """Every citation in the instrument, as often as it is made."""
    yield from instrument.caveat_cites
    yield from instrument.age_limit_cites
    yield from instrument.call.cites
    yield from instrument.marking.cites if instrument.marking else ()
    if instrument.review:
        yield from instrument.review.cites
        for statement in (instrument.review.weekly, instrument.review.reassess, instrument.review.formal):
            yield from statement.cites
    for part in (
        *instrument.facts,
        *instrument.indicators,
        *instrument.shared_facts,
        *instrument.rules.values(),
        *instrument.level_notes,
        *instrument.floors,
        *instrument.routes,
        *instrument.unknowns,
        *instrument.flags,
        *instrument.actions,
    ):
        yield from part.cites
