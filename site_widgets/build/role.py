"""`<!-- cse:role ID -->`: what one kind of person may see, whom they tell, what they do, and what they may share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cse_core.notice import Role, Statement, load_noticed

from .page_text import PageText, blocks, bullets, by_law, capital, cited, heading

# The pages with every role's sheet, in the same folder as the page of a role. Each sheet has the role's id.
ON_PAPER = (("a4.md", "A4 sheet"), ("a5.md", "A5 card"), ("poster.md", "Poster for a wall"))


def role_ids() -> Sequence[str]:
    """Every role, in the order of the list to choose from."""
    return tuple(load_noticed().roles)


def role(id_: str) -> PageText:
    """The role as the text of its page."""
    return role_text(load_noticed().roles[id_])


def role_text(who: Role) -> PageText:
    """Whom to tell comes first: nothing else may delay it."""
    noticed = load_noticed()
    signs = (noticed.signs[id_] for id_ in who.signs)
    return blocks(
        who.place,
        heading(2, "Whom to tell", "tell"),
        f"**{_dialled(who.tell)}**",
        _dialled(who.if_no_answer),
        who.if_it_is_about_them,
        heading(2, "What you may notice", "signs"),
        f"{noticed.always} [More signs, and a note to hand over](index.md#who-{who.id}).",
        bullets(f"{sign.plain}{cited(sign.cites)}" for sign in signs),
        heading(2, "What to do", "do"),
        _numbered(who.do),
        heading(2, "What to leave", "avoid"),
        bullets(map(_said, who.avoid)),
        heading(2, "What you may share", "share"),
        bullets(map(_said, who.share)),
        heading(2, "What comes next", "next"),
        bullets(map(_said, who.next)),
        heading(2, "Read on, or print it", "more"),
        bullets(f"[{capital(more.why)}]({_from_here(more.page)})" for more in who.more),
        "On paper: " + ", ".join(f"[{words}]({page}#{who.id})" for page, words in ON_PAPER) + ".",
    )


def _dialled(text: str) -> str:
    """The text with 999 and 101 as links: on a phone, one touch rings them."""
    return re.sub(r"\b(999|101)\b", r"[\1](tel:\1)", text)


def _said(statement: Statement) -> str:
    return f"{_dialled(statement.text)}{cited(statement.cites)}{by_law(statement.law)}"


def _numbered(statements: Iterable[Statement]) -> str:
    return "\n".join(f"{number}. {_said(statement)}" for number, statement in enumerate(statements, 1))


def _from_here(page: str) -> str:
    """The page as a link from a page in the folder `noticed`."""
    return page.removeprefix("noticed/") if page.startswith("noticed/") else f"../{page}"
