"""The reading list as data: read from docs/_data/reading.toml, and refused unless all of it is right."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cse_core.load.table import Table

from .data_file import DATA, cites, each_once, read, slug
from .glossary_data import law

FILE = DATA / "reading.toml"


class Reading(NamedTuple):
    """One publication: what it is, whether it still holds, and where to look."""

    id: str
    title: str
    by: str
    year: str
    group: str
    what: str
    status: str
    now: str
    address: str
    cites: tuple[str, ...]
    law: tuple[str, ...]


class ReadingList(NamedTuple):
    """Every publication, and the groups in the order of the page. The first group is what to read today."""

    groups: tuple[str, ...]
    readings: tuple[Reading, ...]


@cache
def load_reading() -> ReadingList:
    """The reading list of this site; DataError naming every fault in the file."""
    return read_reading(FILE.read_text("utf-8"))


def read_reading(text: str) -> ReadingList:
    """The reading list in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, _list)


def _list(table: Table) -> ReadingList:
    groups, statuses = table.texts("groups"), table.texts("statuses")
    found = ReadingList(groups, tuple(_reading(row, groups, statuses) for row in table.tables("reading")))
    each_once(table, "id", [each.id for each in found.readings])
    return found


def _reading(row: Table, groups: tuple[str, ...], statuses: tuple[str, ...]) -> Reading:
    reading = Reading(
        id=slug(row),
        title=row.text("title"),
        by=row.text("by"),
        year=row.text("year", ""),
        group=row.one_of("group", groups or ("a name in groups",)),
        what=row.text("what"),
        status=row.one_of("status", statuses or ("a name in statuses",)),
        now=row.text("now"),
        address=row.text("address", ""),
        cites=cites(row),
        law=law(row),
    )
    row.finish()
    if reading.group != groups[0] and not reading.cites:
        row.report("cites", "is empty.", "the paragraphs that list it")
    if reading.address and not reading.address.startswith("https://"):
        row.report("address", f"is {reading.address!r}.", "an https address")
    return reading
