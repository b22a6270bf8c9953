"""The instrument's items and facts as tables."""

from __future__ import annotations

from cse_core.model import Group, Indicator, Instrument, Kind

from .cites import cite_links
from .markup import Html, Part, element, join
from .tables import stacking_table

KIND_WORDS = {Kind.SIGN: "Sign", Kind.VULNERABILITY: "Vulnerability factor"}


def items_tables(instrument: Instrument, kind: Kind) -> Html:
    """One table for each group of this kind."""
    return join(*[_group_table(instrument, group) for group in instrument.groups if group.kind is kind])


def _group_table(instrument: Instrument, group: Group) -> Html:
    items = [item for item in instrument.indicators if item.group == group.id]
    columns = ("What the form asks", "What the 2014 form says", "Level", "Kind", "Source")
    return join(
        element("p", group.intro),
        stacking_table(group.title, columns, [(f"item-{item.id}", _cells(item)) for item in items]),
    )


def _cells(item: Indicator) -> tuple[Part, ...]:
    return (
        join(item.plain, element("p", item.note, cls="hint") if item.note else None),
        join(element("q", item.label), element("p", item.language_note, cls="hint") if item.language_note else None),
        item.level.word.capitalize() if item.level else "None",
        KIND_WORDS[item.kind],
        cite_links(item.cites),
    )


def facts_table(instrument: Instrument) -> Html:
    """What the form asks about the child apart from the items, and why."""
    age = ("Age in years", instrument.age_limit_text, cite_links(instrument.age_limit_cites))
    facts = [(fact.plain, fact.why, cite_links(fact.cites)) for fact in instrument.facts]
    rows = [(None, cells) for cells in (age, *facts)]
    return stacking_table("Facts about the child", ("What the form asks", "Why", "Source"), rows)
