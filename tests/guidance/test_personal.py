"""No person, telephone number, mailbox or web address of a source is on any page or in any data.

Numbers that pages may show stand in `docs/_data/contacts.toml` and `board.toml`, and on the page for children, each with
what was read. Everything else that looks like one is a fault.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from site_widgets.build.board import NUMBERS, load_board
from site_widgets.build.contacts_data import load_contacts
from site_widgets.build.page_blocks import blocks_of
from tests.guidance.test_own_words import DATA, ROOT, texts_in

# A number as people dial it: it begins with 0 or +44 and has nine digits or more, however it is parted.
NUMBER = re.compile(r"(?<![\w.])(?:\+44|0)[\d ()-]{7,}\d(?![\w-])")
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
# Addresses that only government used, all closed; and the names of files and hosts that a source links to.
DEAD = re.compile(r"\b(?:\w+\.)?(?:gcsx|gsi|gsx|gse|cjism|pnn|qcsx)\.\w+|\bwww\.\w+", re.IGNORECASE)
# A whole address is a link that somebody chose: the link says so. `phrases` are words that a test looks for.
ADDRESS = re.compile(r"https?://\S+")
NOT_SHOWN = ("phrases",)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
BORN = re.compile(r"\b(?:born|date of birth|dob)\b[^.]{0,20}\d{1,2}[/ ]\w+[/ ]\d{2,4}", re.IGNORECASE)
PATTERNS = {"number": NUMBER, "mailbox": MAILBOX, "dead address": DEAD, "postcode": POSTCODE, "date of birth": BORN}
# What is allowed although it looks like one, each with the reason.
ALLOWED = {
    "116 000": "Missing People, on the page for children and on Contacts",
    "0800 1111": "Childline, on the page for children and on Contacts",
    "0808 800 5000": "NSPCC Helpline, on the first page and on Contacts",
}


def allowed() -> frozenset[str]:
    """The digits of every number that pages may show."""
    board = load_board()
    shown = [*ALLOWED, *(line.number for line in load_contacts().lines), *(board.contacts[key] for key in NUMBERS)]
    return frozenset(_digits(number) for number in shown if number)


def personal(texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Everything in these texts that looks personal or dead, with where it is."""
    known = allowed()
    for where, text in texts:
        for name, pattern in PATTERNS.items():
            for found in pattern.findall(ADDRESS.sub("", text)):
                if name != "number" or _digits(found) not in known:
                    yield f"{where}: {name}: {found}"


def _shown(found: object) -> object:
    if isinstance(found, dict):
        return {key: _shown(value) for key, value in found.items() if key not in NOT_SHOWN}
    return [_shown(each) for each in found] if isinstance(found, list) else found


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def test_no_page_shows_one(built_site) -> None:
    assert list(personal((block.page, block.text) for block in blocks_of(built_site))) == []


@pytest.mark.parametrize("file", [*DATA, ROOT / "board.toml"], ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_data_holds_one(file: Path) -> None:
    tables = _shown(tomllib.loads(file.read_text("utf-8")))
    assert list(personal((file.name, text) for text in texts_in(tables))) == []


def test_every_number_that_can_be_dialled_is_one_of_ours(built_site) -> None:
    short = {"999", "101", "111", "18001"}
    for file in built_site.rglob("*.html"):
        for number in re.findall(r'href="tel:([^"]+)"', file.read_text("utf-8")):
            assert _digits(number) in allowed() | short, (file, number)


def test_every_exception_says_why() -> None:
    assert all(reason.strip() for reason in ALLOWED.values())


@pytest.mark.parametrize(
    "text",
    [
        "Ring 01234 567 890.",
        "Ring (01234) 567890 now",
        "Ring +44 1234 567890.",
        "Write to a.person@example.org.",
        "Write to team@x.gcsx.gov.uk",
        "See www.example.org.uk",
        "At 1 Street, AB1 2CD",
        "born 1 May 1999",
    ],
)
def test_the_check_notices_what_it_should(text: str) -> None:
    assert list(personal([("here", text)])) != []


@pytest.mark.parametrize("text", ["Childline: 0800 1111", "In 2013 and 2014, 24 hours, 598 units", "Call 999 or 101."])
def test_the_check_leaves_the_rest_alone(text: str) -> None:
    assert list(personal([("here", text)])) == []
