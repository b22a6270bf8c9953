"""`<!-- cse:sheets a4|a5|poster -->`: one side of paper for each role, in large type, black on white.

The sheets of one size stand on one page. The address of a sheet, `…/a5/#foster-carer`, prints that sheet alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cse_core.notice import Role, Statement, load_noticed

from .board import Board, load_board
from .markup import Html, Part, element, join
from .place import address

SIZES = ("a4", "a5", "poster")
BLANK = "________________________"
EMERGENCY = "A child in danger: 999"
LISTEN = "A child tells you? “I believe you. It is not your fault.” Do not press. Do not promise a secret."


def sheets(size: str) -> Html:
    """Every role's sheet of this size, with the board's numbers or with blanks to write them in."""
    return sheets_of(size, load_board())


def sheets_of(size: str, board: Board) -> Html:
    """Every role's sheet of this size, for this board."""
    roles = load_noticed().roles
    links = [element("li", element("a", who.title, href=f"#{who.id}")) for who in roles.values()]
    return join(
        element("nav", element("ul", links, cls="sheet-list"), aria_label="The sheets on this page", cls="no-print"),
        [_sheet(size, who, board) for who in roles.values()],
    )


def _sheet(size: str, who: Role, board: Board) -> Html:
    return element(
        "section",
        element("p", EMERGENCY, cls="sheet__emergency"),
        element("h2", who.page_title, id=who.id),
        {"a4": _whole, "a5": _short, "poster": _short}[size](who),
        _numbers(board),
        _foot(who, board),
        cls=f"sheet sheet--{size}",
        aria_labelledby=who.id,
    )


def _whole(who: Role) -> Html:
    """The role's page in full."""
    return join(
        element("p", element("strong", who.tell), " ", who.if_no_answer, " ", who.if_it_is_about_them),
        _list("What you may notice", _signs(who.signs)),
        _list("What to do", _texts(who.do), "ol"),
        _list("What to leave", _texts(who.avoid)),
        _list("What you may share", _texts(who.share)),
        _list("What comes next", _texts(who.next)),
    )


def _short(who: Role) -> Html:
    """What can be read from across a room, or in a pocket."""
    return join(
        _list("Have you noticed this?", _signs(who.card_signs)),
        element("p", element("strong", "One is enough. "), who.tell, " ", who.if_no_answer, cls="sheet__tell"),
        element("p", LISTEN),
    )


def _list(title: str, lines: Iterable[str], tag: str = "ul") -> Html:
    return element(
        "div", element("h3", title), element(tag, [element("li", line) for line in lines]), cls="sheet__part"
    )


def _signs(ids: Iterable[str]) -> Iterable[str]:
    return (load_noticed().signs[id_].plain for id_ in ids)


def _texts(statements: Iterable[Statement]) -> Iterable[str]:
    return (statement.text for statement in statements)


def _numbers(board: Board) -> Html:
    """Whom to ring here; a blank to write in where the board has filled in nothing."""
    rows: Mapping[str, str] = {
        "Children’s social care, by day": board.contacts["childrens_social_care"],
        "Nights and weekends": board.contacts["childrens_social_care_out_of_hours"],
        "Police, not an emergency": board.contacts["police_non_emergency"] or "101",
        "Our safeguarding lead": "",
    }
    made: list[Part] = [
        element("div", element("dt", words), element("dd", number or BLANK)) for words, number in rows.items()
    ]
    return element("dl", made, cls="sheet__numbers")


def _foot(who: Role, board: Board) -> Html:
    """Where the sources are; on paper with the site's address, where the board has given one."""
    cites = "A training copy of guidance from 2013–14, not a local procedure. Sources and today’s law: the page "
    return element(
        "p",
        cites,
        element("a", who.page_title, href=address(f"noticed/{who.id}.md")),
        f" of this site, {board.site_url}noticed/{who.id}/" if board.site_url else " of this site.",
        cls="sheet__foot",
    )
