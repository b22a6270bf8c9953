"""The law register as data: read from docs/_data/law.toml, and refused unless all of it is right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from cse_core.load.table import Table, listed

from .data_file import DATA, cites, each_once, read, slug

FILE = DATA / "law.toml"
# What a source says of itself was read in the source.
ITSELF = "the source itself"
CONFIDENCES = ("verified", "known-not-verified", "unknown")


class Evidence(NamedTuple):
    """One page that somebody read: where it is, when it was read, and what it said."""

    address: str
    read: date
    says: str


class Entry(NamedTuple):
    """A provision, order, body, number or word: what it is today, how sure that is, and what was read.

    `phrases` are words that would mislead on a page without this entry's status beside them.
    """

    id: str
    subject: str
    act: str
    topics: tuple[str, ...]
    source_says: str
    cites: tuple[str, ...]
    applies: str
    status: str
    now: str
    since: str
    replaced_by: str
    evidence: tuple[Evidence, ...]
    confidence: str
    limits: str
    where_to_look: str
    checked: date
    phrases: tuple[str, ...]


class Register(NamedTuple):
    """Every entry by its id, in the file's order, and the words that entries choose from."""

    acts: tuple[str, ...]
    topics: tuple[str, ...]
    statuses: tuple[str, ...]
    applies: tuple[str, ...]
    entries: Mapping[str, Entry]


@cache
def load_law() -> Register:
    """The register of this site; DataError naming every fault in the file."""
    return read_law(FILE.read_text("utf-8"))


def read_law(text: str) -> Register:
    """The register in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, _register)


def _register(table: Table) -> Register:
    acts, topics, statuses, applies = (table.texts(key) for key in ("acts", "topics", "statuses", "applies"))
    register = Register(acts, topics, statuses, applies, {})
    entries = [_entry(row, register) for row in table.tables("entry")]
    each_once(table, "entry", (entry.id for entry in entries))
    return register._replace(entries={entry.id: entry for entry in entries})


def _entry(row: Table, register: Register) -> Entry:
    entry = Entry(
        id=slug(row),
        subject=row.text("subject"),
        act=row.one_of("act", register.acts),
        topics=row.some_of("topics", register.topics),
        source_says=row.text("source_says", ""),
        cites=cites(row),
        applies=row.one_of("applies", register.applies),
        status=row.one_of("status", register.statuses),
        now=row.text("now"),
        since=row.text("since", ""),
        replaced_by=row.text("replaced_by", ""),
        evidence=tuple(_evidence(each) for each in row.tables("evidence")),
        confidence=row.one_of("confidence", CONFIDENCES),
        limits=row.text("limits", ""),
        where_to_look=row.text("where_to_look", ""),
        checked=_day(row, "checked"),
        phrases=row.texts("phrases"),
    )
    row.finish()
    if not entry.topics:
        row.report("topics", "is empty.", listed(register.topics))
    if entry.confidence == "verified" and not entry.evidence and not (entry.cites and entry.applies == ITSELF):
        row.report("evidence", "is empty.", "at least one, where the confidence is verified")
    return entry


def _evidence(row: Table) -> Evidence:
    evidence = Evidence(row.text("address"), _day(row, "read"), row.text("says"))
    row.finish()
    if not evidence.address.startswith("https://") and not evidence.address.startswith("http://"):
        row.report("address", f"is {evidence.address!r}.", "a web address")
    return evidence


def _day(row: Table, key: str) -> date:
    """A day, written as TOML's own date or as text."""
    found = row.skip(key)
    if isinstance(found, date):
        return found
    try:
        return date.fromisoformat(str(found))
    except ValueError:
        row.report(key, f"is {found!r}.", "a day, such as 2026-11-21")
        return date.min
