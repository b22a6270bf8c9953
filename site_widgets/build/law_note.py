"""`{{law:ID}}` in a page's text: what the law register says of something, in a few words, with a link to the entry."""

from __future__ import annotations

from collections.abc import Mapping

from .contacts import day_in_words
from .law_data import Entry
from .markup import Html, element
from .place import address

REGISTER = "law/index.md"

# Where a reader could take the status of what the source says for the status of what the page says.
SHORT: Mapping[str, str] = {
    "amended": "amended since 2014",
    "replaced": "the old one is replaced",
    "repealed": "the old one is repealed",
    "closed": "the old one is closed",
    "renamed": "renamed since 2014",
    "enacted but start not verified": "enacted, start not verified",
    "unsafe practice": "the source’s practice is unsafe",
    "harmful wording": "the source’s wording is harmful",
    "wrong in the source": "the source is wrong",
}
# Where the status is our judgement of the source, which nobody could verify elsewhere.
JUDGED = {"harmful wording", "unsafe practice", "left out here", "history only", "wrong in the source"}


def law_note(entry: Entry, new_tab: bool = False) -> Html:
    """The status in words, when it was checked, and a link to the register. Colour says nothing here."""
    words = status_words(entry)
    heard = f"{words}: {entry.subject}" + (" (opens in a new tab)" if new_tab else "")
    # No element of its own for what is only heard: the search would take its end for the end of the note.
    link = element(
        "a",
        words,
        href=address(REGISTER, entry.id),
        target="_blank" if new_tab else None,
        rel="noopener" if new_tab else None,
        aria_label=heard,
    )
    checked = f", checked {day_in_words(entry.checked)}" if entry.confidence == "verified" else ""
    return element("span", "[", link, checked, "]", cls="law-note", data_law=entry.id, data_search_exclude=True)


def status_words(entry: Entry) -> str:
    """The status, never without how sure it is."""
    status = SHORT.get(entry.status, entry.status)
    if entry.confidence == "verified" or "not verified" in status:
        return status
    sure = "not verified" if entry.confidence == "known-not-verified" else "not established"
    return f"{status}; what holds today is {sure}" if entry.status in JUDGED else f"{status}, {sure}"
