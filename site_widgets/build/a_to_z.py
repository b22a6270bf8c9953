"""`<!-- cse:a-z -->`: every title, search word and glossary term of the site in one list, with the pages for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from .docs_pages import DocsPage, docs_pages
from .glossary import place_of_old
from .glossary_data import load_glossary
from .markup import Html, element
from .narrow import narrow_form
from .place import address

GLOSSARY = "guidance/glossary.md"
# For the people who make the site.
LEFT_OUT = ("contributing/", "decisions/", "index.md", "a-z.md", "search.md", "training/scenarios/answers/")
NUMBERS = "0–9"
ARTICLES = re.compile(r"^(a|an|the) |^[^a-z0-9]+")


class Pointer(NamedTuple):
    """One place that some words lead to: what the place is called, and its address. `words` may be its own title."""

    words: str
    title: str
    href: str


def a_to_z() -> Html:
    """The list under its letters, with a form that narrows it down."""
    return a_to_z_of([*_from_pages(docs_pages().values()), *_from_glossary()])


def a_to_z_of(pointers: Iterable[Pointer]) -> Html:
    """The list of these pointers; what has the same words stands together."""
    # The same words in other letters lead to a place once, in the letters that come first: in every build the same.
    each_once: dict[tuple[str, str, str], Pointer] = {}
    for pointer in pointers:
        each_once.setdefault((_key(pointer.words), pointer.title, pointer.href), pointer)
    found = sorted(each_once.values(), key=lambda each: (_key(each.words), each.title))
    letters = [(letter, list(each)) for letter, each in groupby(found, lambda each: _letter(each.words))]
    links = [element("li", element("a", letter, href=f"#{_anchor(letter)}")) for letter, _ in letters]
    return element(
        "div",
        narrow_form(),
        element("nav", element("ul", links, cls="letters"), aria_label="Letters"),
        [_part(letter, each) for letter, each in letters],
        cls="a-to-z",
        data_list=True,
    )


def _from_pages(pages: Iterable[DocsPage]) -> Iterator[Pointer]:
    for page in pages:
        if not page.path.startswith(LEFT_OUT):
            for words in (page.title, *page.texts("search_terms")):
                yield Pointer(words, page.title, address(page.path))


def _from_glossary() -> Iterator[Pointer]:
    if GLOSSARY not in docs_pages():
        return
    for term in load_glossary().terms:
        here = address(GLOSSARY, term.id)
        yield from (Pointer(words, f"Glossary: {term.term}", here) for words in (term.term, term.short) if words)
        for old in term.was:
            place = address(GLOSSARY, place_of_old(old))
            title = f"Glossary: now {term.term}"
            yield from (Pointer(words, title, place) for words in (old.name, old.short) if words)
    for word in load_glossary().words:
        yield Pointer(f"“{word.word}”", "Glossary: what to say", address(GLOSSARY, word.id))


def _part(letter: str, pointers: list[Pointer]) -> Html:
    entries = [list(each) for _, each in groupby(pointers, lambda each: _key(each.words))]
    return element(
        "section",
        element("h2", letter, id=_anchor(letter)),
        element("ul", [_entry(each) for each in entries]),
        data_group=True,
    )


def _entry(pointers: list[Pointer]) -> Html:
    first = pointers[0].words
    if len(pointers) == 1 and pointers[0].title == first:
        return element("li", element("a", first, href=pointers[0].href), data_entry=True)
    links = [element("a", each.title, href=each.href) for each in pointers]
    parts = [part for link in links for part in ("; ", link)][1:]
    return element("li", first, ": ", parts, data_entry=True)


def _key(words: str) -> str:
    return ARTICLES.sub("", words.lower())


def _letter(words: str) -> str:
    first = _key(words)[:1]
    return first.upper() if first.isalpha() else NUMBERS


def _anchor(letter: str) -> str:
    return "numbers" if letter == NUMBERS else f"letter-{letter.lower()}"
