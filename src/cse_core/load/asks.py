"""What an instrument asks: groups, facts, items, and the colours of its printed form where somebody holds them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from ..model import (
    Fact,
    FactSection,
    Group,
    Indicator,
    Kind,
    Level,
    Mark,
    Marking,
    PrintedColours,
    Reads,
    SharedFact,
)
from .errors import Problem
from .files import has_toml, read_toml
from .table import Table

KINDS = tuple(kind.value for kind in Kind)
LEVELS = tuple(level.word for level in Level)
MARKS = tuple(mark.value for mark in Mark)


def read_group(row: Table) -> Group:
    """A heading of the instrument."""
    kind = Kind(row.one_of("kind", KINDS)) if row.has("kind") else None
    group = Group(row.text("id"), row.text("title"), kind, row.text("intro"))
    row.finish()
    return group


def read_fact_section(row: Table) -> FactSection:
    """A heading of the form under which facts are asked."""
    section = FactSection(row.text("id"), row.text("title"), row.text("intro", ""), row.yes("asks_age"))
    row.finish()
    return section


def read_fact(row: Table) -> Fact:
    """A question about the child, apart from the items."""
    fact = Fact(
        id=row.text("id"),
        section=row.text("section"),
        label=row.text("label"),
        plain=row.text("plain"),
        find_out=row.text("find_out", ""),
        why=row.text("why"),
        do_now=row.text("do_now", ""),
        cites=row.texts("cites"),
    )
    row.finish()
    return fact


def read_shared_fact(row: Table) -> SharedFact:
    """Facts and an item that say the same thing."""
    shared = SharedFact(
        row.text("item"), row.texts("facts"), row.one_of("relation", ("same", "any_of")), row.texts("cites")
    )
    row.finish()
    return shared


def read_indicator(row: Table, reads: Reads, printed: Mapping[str, Mark]) -> Indicator:
    """An item: with its level where the instrument reads levels, and its printed colour where that is known."""
    source_ref = row.text("source_ref")
    item = Indicator(
        id=row.text("id"),
        source_ref=source_ref,
        label=row.text("label"),
        plain=row.text("plain"),
        group=row.text("group"),
        kind=Kind(row.one_of("kind", KINDS)),
        level=Level.from_word(row.one_of("level", LEVELS)) if reads is Reads.LEVEL else None,
        cites=row.texts("cites"),
        note=row.text("note", ""),
        language_note=row.text("language_note", ""),
        printed=printed.get(source_ref),
    )
    row.finish()
    return item


def read_marking(row: Table) -> Marking:
    """How the practitioner's own mark is asked for."""
    marking = Marking(
        ask=row.text("ask"),
        hint=row.text("hint"),
        words={mark: row.text(mark.value) for mark in Mark},
        not_marked=row.text("not_marked"),
        colours=row.text("colours"),
        cites=row.texts("cites"),
    )
    row.finish()
    return marking


def read_colours(folder: Traversable, problems: list[Problem]) -> tuple[PrintedColours | None, Mapping[str, Mark]]:
    """Who holds the printed colours, and the colour of each item by its `source_ref`.

    None and nothing where there is no `colours.toml`, which is how this package comes.
    """
    if not has_toml(folder, "colours"):
        return None, {}
    shown_as = f"instruments/{folder.name}/colours.toml"
    table = Table(read_toml(folder.joinpath("colours.toml"), shown_as), shown_as, "", problems)
    held = PrintedColours(table.text("held_by"), table.text("copy"))
    colours = table.table("colours")
    printed = {ref: Mark(colours.one_of(ref, MARKS)) for ref in colours.data}
    table.finish()
    return held, printed
