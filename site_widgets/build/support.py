"""`<!-- cse:support -->`: somebody to talk to for whoever learns here, and what to do if a real child comes to mind."""

from __future__ import annotations

from .contacts_data import Line, load_contacts
from .markup import Html, Part, element, join
from .place import address

TITLE = "If this is hard for you"
# Lines of docs/_data/contacts.toml, with the words that lead to each.
LISTENING = {
    "samaritans": "Somebody to listen, free, day or night: ",
    "napac": "Somebody harmed you when you were a child: ",
}


def support(level: int = 2) -> Html:
    """The box. It may stand at the start and at the end of a page or a story: it has no id."""
    return element(
        "section",
        element(f"h{level}", TITLE),
        element(
            "p",
            "These pages are about harm to children. They can weigh on anyone, and they may touch something of your "
            "own. Stop when you want to. You need no reason, and nobody is told.",
        ),
        element("ul", [element("li", line) for line in _lines()]),
        cls="inset support",
        aria_label=TITLE,
    )


def _lines() -> list[Part]:
    known = {line.id: line for line in load_contacts().lines}
    return [
        "At work: your manager, supervisor or supervising social worker, or whoever leads your training. "
        "Asking for a talk is part of the job.",
        *(join(words, _reach(known[id_]), ".") for id_, words in LISTENING.items()),
        join(
            "You thought of a child you know: do not wait for the end of the course. ",
            element("a", "Who to call", href=address("guidance/contacts.md")),
            ".",
        ),
    ]


def _reach(line: Line) -> Part:
    """Its name, and its number where we know one; else its own site."""
    if not line.number:
        return element("a", line.name, href=line.address)
    return join(line.name, ", ", element("a", line.number, href=f"tel:{line.number.replace(' ', '')}"))
