"""The board that adopts the site, as data: read from board.toml, and refused unless all of it is right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cse_core.load.table import Table

from .data_file import read

FILE = Path(__file__).parents[2] / "board.toml"

# Every contact, and what it is called on the page, in the order of the page.
CONTACTS: Mapping[str, str] = {
    "childrens_social_care": "Children’s social care",
    "childrens_social_care_out_of_hours": "Children’s social care, nights and weekends",
    "police_non_emergency": "Police, not an emergency",
    "front_door": "What the front door for children is called, and its hours",
    "exploitation_panel": "Exploitation panel",
    "local_authority_designated_officer": "Local authority designated officer (LADO)",
    "accessibility": "If this site does not work for you",
    "data_protection": "Questions about personal data",
}
# These are dialled from the page.
NUMBERS = ("childrens_social_care", "childrens_social_care_out_of_hours", "police_non_emergency")
DIALLED = re.compile(r"\d+( \d+)*")
SITE = re.compile(r"https://[^\s\"]+/")
DATE = "a date without quotes: 2026-11-21"


class Board(NamedTuple):
    """What a board has filled in; blank where it has not. `contacts` has every contact, in the order of the page."""

    name: str
    area: str
    site_url: str
    edit_url: str
    adopted: bool
    reviewed_by: str
    contacts_checked_on: date | None
    contacts: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """What a reader misses, in plain words."""
        facts = {
            "the board’s name": self.name,
            "the area": self.area,
            "the site’s address": self.site_url,
            "a named professional’s review": self.reviewed_by,
            "the day when the contacts were last tested": self.contacts_checked_on,
        } | {CONTACTS[key]: words for key, words in self.contacts.items()}
        return tuple(name for name, filled_in in facts.items() if not filled_in)


@cache
def load_board() -> Board:
    """The board of this site; DataError naming every fault in the file."""
    return read_board(FILE.read_text("utf-8"))


def read_board(text: str) -> Board:
    """The board in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, _board)


def _board(table: Table) -> Board:
    board = Board(
        name=table.text("name", ""),
        area=table.text("area", ""),
        site_url=table.text("site_url", ""),
        edit_url=table.text("edit_url", ""),
        adopted=table.yes("adopted"),
        reviewed_by=table.text("reviewed_by", ""),
        contacts_checked_on=_day(table),
        contacts=_contacts(table.table("contacts")),
    )
    for key, found in (("site_url", board.site_url), ("edit_url", board.edit_url)):
        if found and not SITE.fullmatch(found):
            table.report(key, f"is {found!r}.", "an https address that ends with a slash")
    if board.adopted and board.missing:
        table.report("adopted", "is true.", f"false, until this is filled in: {'; '.join(board.missing)}")
    return board


def _contacts(table: Table) -> Mapping[str, str]:
    contacts = {key: table.text(key) if key == "police_non_emergency" else table.text(key, "") for key in CONTACTS}
    table.finish()
    for key in NUMBERS:
        if contacts[key] and not DIALLED.fullmatch(contacts[key]):
            table.report(key, f"is {contacts[key]!r}.", "one number, in digits and spaces")
    return contacts


def _day(table: Table) -> date | None:
    found = table.skip("contacts_checked_on")
    if found is None or type(found) is date:
        return found
    table.report("contacts_checked_on", f"is {found!r}.", DATE)
    return None
