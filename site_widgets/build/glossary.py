"""`<!-- cse:glossary -->`: old names and today's, words not to use, and every term from A to Z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .glossary_data import FormerName, Glossary, Term, Word, load_glossary
from .page_text import PageText, blocks, by_law, capital, cited, heading, sentence, table

# A heading for each letter would make a list of twenty at the top of the page.
RANGES = (("a", "c"), ("d", "g"), ("h", "m"), ("n", "r"), ("s", "z"))


class Entry(NamedTuple):
    """One place in the A to Z: a term of today, or an old name that leads to one."""

    sorted_by: str
    text: str


def glossary() -> PageText:
    """The glossary of this site, as the text of its page."""
    return glossary_text(load_glossary())


def glossary_text(found: Glossary) -> PageText:
    """Old names first, because they are what a reader of the sources brings; then harmful words; then A to Z."""
    entries = sorted(_entries(found), key=lambda entry: entry.sorted_by)
    return blocks(
        heading(2, "Old names and today’s", "old-names"),
        _old_names(found),
        heading(2, "Words not to use, and what to say", "words-not-to-use"),
        "Words decide what a reader sees: a child to protect, or a child to blame. "
        "These are in the sources. Say the other thing, in records above all.",
        *(_word(word) for word in found.words),
        *(
            blocks(
                heading(2, f"{first.upper()} to {last.upper()}", f"{first}-to-{last}"),
                *(entry.text for entry in entries if first <= entry.sorted_by[0] <= last),
            )
            for first, last in RANGES
        ),
    )


def place_of_old(old: FormerName) -> str:
    """The address of an old name on the page."""
    return "old-" + re.sub(r"[^a-z0-9]+", "-", (old.short or old.name).lower()).strip("-")


def _old_names(found: Glossary) -> str:
    rows = sorted(
        (
            (_named(old.short, old.name), f"[{_named(term.term, term.short)}](#{term.id})")
            for term in found.terms
            for old in term.was
        ),
        key=lambda row: row[0].lower(),
    )
    return table(("Old name", "Now"), rows)


def _entries(found: Glossary) -> Iterator[Entry]:
    for term in found.terms:
        yield Entry(_key(term.term), _term(term, found))
        for old in term.was:
            name = old.short or old.name
            yield Entry(_key(name), _old(old, term))


def _old(old: FormerName, term: Term) -> str:
    now = f"[{_named(term.term, term.short)}](#{term.id})"
    said = (sentence(old.name) if old.short else "", old.note, f"Now: {now}.")
    return blocks(
        heading(3, f"{old.short or capital(old.name)}: now {term.term}", place_of_old(old)),
        " ".join(part for part in said if part),
    )


def _term(term: Term, found: Glossary) -> str:
    names = {each.id: each.term for each in found.terms} | {each.id: each.word for each in found.words}
    was = "; ".join(_named(old.name, old.short) for old in term.was)
    see = ", ".join(f"[{names[other]}](#{other})" for other in term.see)
    return blocks(
        heading(3, capital(_named(term.term, term.short)), term.id),
        term.means + by_law(term.law),
        # What the sources said never vouches for what holds today.
        f"**In the sources:** {term.then}{cited(term.cites)}".replace(":**  ", ":** ") if term.cites else "",
        f"**Old name:** {was}." if was else "",
        f"**See also:** {see}." if see else "",
    )


def _word(word: Word) -> str:
    return blocks(
        heading(3, f"“{word.word}”", word.id),
        f"**Say:** {word.say}",
        f"**Why:** {word.why}{cited(word.cites)}{by_law(word.law)}",
    )


def _named(name: str, other: str) -> str:
    return f"{name} ({other})" if name and other else name or other


def _key(words: str) -> str:
    return re.sub(r"^(a |the |so-called |[^a-z0-9])+", "", words.lower())
