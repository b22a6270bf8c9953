"""TOML tables to the model: an instrument's files, read strictly.

Refuses, never repairs: every fault in every file is reported at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from ..model import Instrument, Reads, Softening
from .asks import (
    read_colours,
    read_fact,
    read_fact_section,
    read_group,
    read_indicator,
    read_marking,
    read_shared_fact,
)
from .decides import (
    read_action,
    read_flag,
    read_floor,
    read_level_note,
    read_review,
    read_route,
    read_rules,
    read_softening,
    read_statement,
    read_unknown,
)
from .errors import Problem
from .files import read_toml
from .table import Table

READS = tuple(reads.value for reads in Reads)


def read_instrument(folder: Traversable, problems: list[Problem]) -> Instrument:
    """The instrument in a folder. Faults are added to `problems`; the result is then not to be used."""

    def table(name: str) -> Table:
        shown_as = f"instruments/{folder.name}/{name}.toml"
        return Table(read_toml(folder.joinpath(f"{name}.toml"), shown_as), shown_as, "", problems)

    about, items, rules = table("instrument"), table("indicators"), table("rules")
    actions, examples = table("actions"), table("examples")
    reads = Reads(about.one_of("reads", READS))
    colours, printed = read_colours(folder, problems)
    by_level = reads is Reads.LEVEL
    instrument = Instrument(
        id=about.text("id"),
        title=about.text("title"),
        short_title=about.text("short_title"),
        reads=reads,
        called=about.text("called"),
        publisher=about.text("publisher"),
        edition=about.text("edition"),
        dated=about.text("dated"),
        status_today=about.text("status_today"),
        reviewed_by=about.text("reviewed_by", ""),
        caveat=about.text("caveat"),
        evidence=about.text("evidence"),
        caveat_cites=about.texts("caveat_cites"),
        age_limit_text=about.text("age_limit_text"),
        age_limit_cites=about.texts("age_limit_cites"),
        emergency=about.text("emergency"),
        call=read_statement(about.table("call")),
        marking=None if by_level else read_marking(about.table("marks")),
        colours=colours,
        groups=tuple(read_group(row) for row in about.tables("group")),
        fact_sections=tuple(read_fact_section(row) for row in about.tables("fact_section")),
        facts=tuple(read_fact(row) for row in about.tables("fact")),
        indicators=tuple(read_indicator(row, reads, printed) for row in items.tables("indicator")),
        shared_facts=tuple(read_shared_fact(row) for row in about.tables("shared_fact", required=False)),
        rules=dict(read_rules(rules, reads)),
        level_notes=tuple(map(read_level_note, rules.tables("level_note", required=False))) if by_level else (),
        floors=tuple(read_floor(row) for row in rules.tables("floor", required=False)) if by_level else (),
        routes=() if by_level else tuple(read_route(row) for row in rules.tables("route")),
        unknowns=tuple(read_unknown(row) for row in rules.tables("unknown", required=False)),
        flags=tuple(read_flag(row) for row in rules.tables("flag")),
        actions=tuple(read_action(row, reads) for row in actions.tables("action")),
        softening=read_softening(rules.table("softening")) if rules.has("softening") else Softening((), ()),
        review=read_review(rules.table("review")) if by_level and rules.has("review") else None,
        examples=tuple(_example(row) for row in examples.tables("example")),
    )
    known = {item.source_ref for item in instrument.indicators}
    for ref in sorted(printed.keys() - known):
        items.problems.append(
            Problem(f"instruments/{folder.name}/colours.toml: colours.{ref}", "is no item.", "items only")
        )
    for each in (about, items, rules, actions, examples):
        each.finish()
    return instrument


def _example(row: Table) -> Mapping[str, object]:
    row.text("name")
    row.table("case")
    row.table("expect")
    row.finish()
    return row.data
