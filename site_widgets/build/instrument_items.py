"""The instrument's items and facts as tables."""

from __future__ import annotations

from cse_core.model import Group, Indicator, Instrument, Kind, Reads

from .cites import cite_links
from .law_named import with_law
from .markup import Html, Part, element, join
from .tables import stacking_table

KIND_WORDS = {Kind.SIGN: "Sign", Kind.VULNERABILITY: "Vulnerability factor"}


def items_tables(instrument: Instrument, kind: Kind) -> Html:
    """One table for each group of this kind."""
    return join(*[_group_table(instrument, group, kind) for group in instrument.groups])


def _group_table(instrument: Instrument, group: Group, kind: Kind) -> Html:
    items = [item for item in instrument.indicators if item.group == group.id and item.kind is kind]
    if not items:
        return join()
    said = f"{instrument.called[0].lower()}{instrument.called[1:]}"
    columns = ("What the form asks", f"What {said} says", *_extra_columns(instrument), "Kind", "Source")
    return join(
        element("p", group.intro),
        stacking_table(group.title, columns, [(f"item-{item.id}", _cells(item)) for item in items]),
    )


def _extra_columns(instrument: Instrument) -> tuple[str, ...]:
    if instrument.reads is Reads.LEVEL:
        return ("Level",)
    return ("Printed colour",) if instrument.colours else ()


def _extra_cells(item: Indicator) -> tuple[str, ...]:
    if item.level:
        return (item.level.word.capitalize(),)
    return (item.printed.value.capitalize(),) if item.printed else ()


def _cells(item: Indicator) -> tuple[Part, ...]:
    return (
        join(with_law(item.plain), _hint(item.note)),
        join(element("q", item.label), _hint(item.language_note)),
        *_extra_cells(item),
        KIND_WORDS[item.kind],
        cite_links(item.cites),
    )


def _hint(text: str) -> Html | None:
    return element("p", with_law(text), cls="hint") if text else None


def facts_table(instrument: Instrument) -> Html:
    """What the form asks about the child apart from the items, and why."""
    age = ("Age in years", instrument.age_limit_text, cite_links(instrument.age_limit_cites))
    facts = [(fact.plain, with_law(fact.why), cite_links(fact.cites)) for fact in instrument.facts]
    rows = [(None, cells) for cells in (age, *facts)]
    return stacking_table("Facts about the child", ("What the form asks", "Why", "Source"), rows)
