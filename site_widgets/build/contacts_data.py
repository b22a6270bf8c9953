"""National lines and what the sources listed, as data: read from docs/_data/contacts.toml, and refused unless right."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from cse_core.load.table import Table

from .data_file import DATA, NUMBER, cites, each_once, read, slug
from .glossary_data import law

FILE = DATA / "contacts.toml"
KINDS = ("call", "call or text")
DIALLED = re.compile(r"[0-9]{3,4}( [0-9]{3,4})*")
ADDRESS = re.compile(r"https://[^\s]+")


class Line(NamedTuple):
    """A national line: who it is for, what it does, and what somebody read about it and when."""

    id: str
    name: str
    number: str
    kind: str
    address: str
    who: str
    what: str
    not_for: str
    read: str
    checked: date
    law: tuple[str, ...]


class Former(NamedTuple):
    """What a source listed, without its number or address, and what stands in its place."""

    id: str
    name: str
    list: str
    was: str
    now: str
    cites: tuple[str, ...]
    law: tuple[str, ...]


class Contacts(NamedTuple):
    """Every national line and everything that the sources listed, in the order of the page."""

    lines: tuple[Line, ...]
    lists: tuple[str, ...]
    formers: tuple[Former, ...]


@cache
def load_contacts() -> Contacts:
    """The contacts of this site; DataError naming every fault in the file."""
    return read_contacts(FILE.read_text("utf-8"))


def read_contacts(text: str) -> Contacts:
    """The contacts in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, _contacts)


def _contacts(table: Table) -> Contacts:
    lists = table.texts("lists")
    lines = tuple(_line(row) for row in table.tables("line"))
    contacts = Contacts(lines, lists, tuple(_former(row, lists) for row in table.tables("former")))
    each_once(table, "id", [each.id for each in (*contacts.lines, *contacts.formers)])
    return contacts


def _line(row: Table) -> Line:
    number = row.text("number", "")
    line = Line(
        id=slug(row),
        name=row.text("name"),
        number=number,
        kind=row.one_of("kind", KINDS) if number else "",
        address=row.text("address", ""),
        who=row.text("who"),
        what=row.text("what"),
        not_for=row.text("not_for", ""),
        read=row.text("read"),
        checked=_day(row),
        law=law(row),
    )
    row.finish()
    if number and not DIALLED.fullmatch(number):
        row.report("number", f"is {number!r}.", "digits in groups, as a reader dials them")
    if line.address and not ADDRESS.fullmatch(line.address):
        row.report("address", f"is {line.address!r}.", "an https address")
    return line


def _former(row: Table, lists: tuple[str, ...]) -> Former:
    former = Former(
        id=slug(row),
        name=row.text("name"),
        list=row.one_of("list", lists or ("a name in lists",)),
        was=row.text("was"),
        now=row.text("now"),
        cites=cites(row),
        law=law(row),
    )
    row.finish()
    if not former.cites:
        row.report("cites", "is empty.", "the paragraphs that list it")
    for key, words in (("name", former.name), ("was", former.was), ("now", former.now)):
        if NUMBER.search(words):
            row.report(key, "has a number or a mailbox.", "none: no number of a source is repeated")
    return former


def _day(row: Table) -> date:
    found = row.skip("checked")
    if type(found) is date:
        return found
    row.report("checked", f"is {found!r}.", "a date without quotes: 2026-11-21")
    return date.min
