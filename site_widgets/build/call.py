"""`<!-- cse:call -->`: "Who do I call now?", with the board's own numbers, or saying plainly that they are missing."""

from __future__ import annotations

import re

from .board import Board, load_board
from .docs_pages import docs_pages
from .markup import Html, element, join
from .place import address

TITLE = "Who do I call now?"
FIND = (
    "Look on the website of the council where the child lives. "
    "At night and at weekends, ask for its emergency duty team."
)
MORE = "guidance/contacts.md"
# Where a text of ours says whom to ring at once.
NATIONAL = re.compile(r"\b(999|101)\b")
MISSING = "This copy of the site has no number for it: no board has filled one in yet."


def call() -> Html:
    """The box, from board.toml."""
    return call_of(load_board())


def call_of(board: Board) -> Html:
    """The box with this board's numbers."""
    lines = (
        join(element("strong", "A child is in danger now:"), " ring ", _number("999"), "."),
        join(element("strong", "Worried about a child, at any hour:"), " ring children’s social care. ", _care(board)),
        join(
            element("strong", "A child is missing, or you need the police and nobody is in danger now:"),
            " ring ",
            _number(board.contacts["police_non_emergency"] or "101"),
            ". If a missing child may be in danger, ring ",
            _number("999"),
            ".",
        ),
        join(
            "No answer, or no number? Ring the police on ",
            _number("101"),
            " and say that you are worried about a child. ",
            _more(),
        ),
    )
    return element(
        "section",
        element("h2", TITLE, id="who-to-call"),
        element("ul", [element("li", line) for line in lines]),
        cls="call",
        aria_labelledby="who-to-call",
    )


def dialled(text: str) -> Html:
    """The text with 999 and 101 as links: on a phone, one touch rings them."""
    return join(*(_number(part) if NATIONAL.fullmatch(part) else part for part in NATIONAL.split(text)))


def _more() -> Html | None:
    """A link to the page with national services, where the site has it."""
    return join(element("a", "More people to call", href=address(MORE)), ".") if MORE in docs_pages() else None


def _care(board: Board) -> Html:
    day, night = board.contacts["childrens_social_care"], board.contacts["childrens_social_care_out_of_hours"]
    where = f"In {board.area or 'this area'}: "
    if not day and not night:
        return join(MISSING, " ", FIND)
    by_day = join("by day ", _number(day)) if day else "by day, no number is filled in here"
    by_night = join("at night ", _number(night)) if night else "for nights and weekends, no number is filled in here"
    return join(where, by_day, "; ", by_night, ". Anywhere else: ", FIND[0].lower(), FIND[1:])


def _number(number: str) -> Html:
    return element("a", number, href=f"tel:{''.join(filter(str.isdigit, number))}")
