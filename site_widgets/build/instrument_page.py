"""`<!-- cse:instrument ID -->`: everything the instrument asks and decides, in plain tables made from its own data."""

from __future__ import annotations

from cse_core import __version__, load_instrument
from cse_core.model import Instrument, Kind, Reads

from .cites import SITE_ROOT, cite_links
from .instrument_items import facts_table, items_tables
from .instrument_rules import actions_table, flags_table, review_table, rules_table
from .instrument_units import cited_units_table
from .law_named import with_law
from .markup import Html, Part, element, join
from .reviewed import review_state


def instrument_page(instrument_id: str) -> Html:
    """The instrument's tables, with an anchor for every unit it cites."""
    return instrument_page_of(load_instrument(instrument_id))


def instrument_page_of(instrument: Instrument) -> Html:
    """The tables of this instrument."""
    review = (("review", "When to look again", review_table(instrument.review)),) if instrument.review else ()
    by_level = instrument.reads is Reads.LEVEL
    decided = "How the level is set" if by_level else "How the pathway is set"
    parts = (
        ("what-it-is", "What this tool is", _about(instrument)),
        ("signs", "Signs", items_tables(instrument, Kind.SIGN)),
        ("vulnerability-factors", "Vulnerability factors", items_tables(instrument, Kind.VULNERABILITY)),
        ("facts", "What is asked about the child", facts_table(instrument)),
        ("levels" if by_level else "pathways", decided, rules_table(instrument)),
        ("flags", "Flags", flags_table(instrument)),
        ("actions", "Actions", actions_table(instrument)),
        *review,
        ("sources", "Where each rule comes from", cited_units_table(instrument)),
    )
    links = [element("li", element("a", title, href=f"#{id_}")) for id_, title, _ in parts]
    contents = element(
        "nav",
        element("p", "On this page", cls="on-this-page__title"),
        element("ul", links),
        cls="on-this-page",
        aria_label="On this page",
    )
    return element("div", contents, [_part(*part) for part in parts], cls="instrument")


def _part(id_: str, title: str, body: Html) -> Html:
    return join(element("h2", title, id=id_), body)


def _about(instrument: Instrument) -> Html:
    form = element("a", "Use this tool", href=f"{SITE_ROOT}assess/{instrument.id}/")
    rows: tuple[tuple[str, Part], ...] = (
        ("Name", instrument.title),
        ("Published by", with_law(instrument.publisher)),
        ("Edition", instrument.edition),
        ("Today", with_law(instrument.status_today)),
        ("For whom", instrument.age_limit_text),
        ("How far to trust it", f"{instrument.caveat} {instrument.evidence}"),
        *_colours(instrument),
        ("Review", review_state(instrument.reviewed_by)),
        ("This copy", f"cse_core {__version__}"),
    )
    lines = [element("div", element("dt", term), element("dd", words)) for term, words in rows]
    return join(element("dl", lines, cls="summary-list"), element("p", form, "."))


def _colours(instrument: Instrument) -> tuple[tuple[str, Part], ...]:
    if instrument.colours:
        return (("Printed colours", f"From a copy held by {instrument.colours.held_by}: {instrument.colours.copy}."),)
    if instrument.marking:
        cites = cite_links(instrument.marking.cites)
        return (("Printed colours", join(instrument.marking.colours, " (", cites, ")")),)
    return ()
