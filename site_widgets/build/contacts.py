"""`<!-- cse:contacts -->`: national lines, the contacts of the board, and what the sources listed."""

from __future__ import annotations

from datetime import date

from .board import CONTACTS, NUMBERS, Board, load_board
from .contacts_data import Contacts, Former, Line, load_contacts
from .page_text import PageText, blocks, bullets, by_law, cited, heading, table

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def contacts() -> PageText:
    """The contacts of this site, as the text of its page."""
    return contacts_text(load_contacts(), load_board())


def contacts_text(found: Contacts, board: Board) -> PageText:
    """What a reader can call now comes first; what is history comes last."""
    return blocks(
        heading(2, "National lines", "national"),
        *(_line(line) for line in found.lines),
        heading(2, "In your area", "local"),
        _local(board),
        heading(2, "What the two documents listed", "then"),
        "They are more than ten years old, and some numbers were wrong even then. Two national lines still have the "
        "number they had, and stand above because somebody read it on a newer page. No other number, address or name "
        "from the documents is repeated here.",
        *(
            blocks(heading(3, name, f"then-{number}"), _then([each for each in found.formers if each.list == name]))
            for number, name in enumerate(found.lists, 1)
        ),
    )


def day_in_words(day: date) -> str:
    """21 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _line(line: Line) -> str:
    number = f"**{line.kind.capitalize()} {_dialled(line.number)}**" if line.number else ""
    address = f"<{line.address}>" if line.address else ""
    return blocks(
        heading(3, line.name, line.id),
        " ".join(part for part in (number, address) if part),
        f"{line.what}{by_law(line.law)}",
        f"**For:** {line.who}",
        f"**Not for:** {line.not_for}" if line.not_for else "",
        f"Checked {day_in_words(line.checked)}. Read: {line.read}",
    )


def _local(board: Board) -> str:
    filled_in = [
        f"**{CONTACTS[key]}:** {_dialled(words) if key in NUMBERS else words}"
        for key, words in board.contacts.items()
        if words
    ]
    checked = board.contacts_checked_on
    return blocks(
        f"This copy is for {board.area}. It was adopted by {board.name}."
        if board.adopted
        else "**No board has adopted this copy, so it cannot tell you whom to call in your area.**",
        bullets(filled_in),
        f"{board.name or 'The board'} last tested these on {day_in_words(checked)}." if checked else "",
        _missing(board) if board.missing else "",
    )


def _missing(board: Board) -> str:
    return blocks(
        "Not filled in here yet:",
        bullets(board.missing),
        "Until it is: search for the name of the council where the child lives, with “report a concern about a child”. "
        "Write the day number and the night number where your team can see them, before you need them. "
        "If you cannot find them and a child needs help today, call 101, or 999 if the danger is now.",
        "Boards fill this in through one file, `board.toml`.",
    )


def _dialled(number: str) -> str:
    return f"[{number}](tel:{number.replace(' ', '')})"


def _then(formers: list[Former]) -> str:
    rows = ((each.name, each.was + cited(each.cites), each.now + by_law(each.law)) for each in formers)
    return table(("Then", "What it was", "Today"), rows)
