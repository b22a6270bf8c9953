"""The glossary as data: read from docs/_data/glossary.toml, and refused unless all of it is right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from cse_core.load.table import Table

from .data_file import DATA, SLUG, cites, each_once, read, slug

FILE = DATA / "glossary.toml"


class FormerName(NamedTuple):
    """A name that a source or an old text uses for a term of today."""

    name: str
    short: str
    note: str


class Term(NamedTuple):
    """A term of today, what it means, what it was called, and what the sources said."""

    id: str
    term: str
    short: str
    means: str
    was: tuple[FormerName, ...]
    then: str
    cites: tuple[str, ...]
    law: tuple[str, ...]
    see: tuple[str, ...]


class Word(NamedTuple):
    """A word not to use, what to say instead, and why."""

    id: str
    word: str
    say: str
    why: str
    cites: tuple[str, ...]
    law: tuple[str, ...]


class Glossary(NamedTuple):
    """Every term and every word not to use, in the file's order."""

    terms: tuple[Term, ...]
    words: tuple[Word, ...]


@cache
def load_glossary() -> Glossary:
    """The glossary of this site; DataError naming every fault in the file."""
    return read_glossary(FILE.read_text("utf-8"))


def read_glossary(text: str) -> Glossary:
    """The glossary in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, _glossary)


def abbreviations(glossary: Glossary) -> Mapping[str, str]:
    """Each abbreviation and the words for it. An old one also says what stands in its place today."""
    shorts = {term.short: term.term for term in glossary.terms if term.short}
    for term in glossary.terms:
        shorts |= {old.short: f"{old.name}; now: {term.term}" for old in term.was if old.short}
    return shorts


def _glossary(table: Table) -> Glossary:
    glossary = Glossary(
        tuple(_term(row) for row in table.tables("term")),
        tuple(_word(row) for row in table.tables("word")),
    )
    ids = [each.id for each in (*glossary.terms, *glossary.words)]
    each_once(table, "id", ids)
    olds = [old for term in glossary.terms for old in term.was]
    each_once(
        table, "short", [short for short in (*(t.short for t in glossary.terms), *(o.short for o in olds)) if short]
    )
    for term in glossary.terms:
        for other in term.see:
            if other not in ids or other == term.id:
                table.report(f"term[{term.id}].see", f"has {other!r}.", "the id of another term")
    return glossary


def _term(row: Table) -> Term:
    term = Term(
        id=slug(row),
        term=row.text("term"),
        short=row.text("short", ""),
        means=row.text("means"),
        was=tuple(_former(old) for old in row.tables("was", required=False)),
        then=row.text("then", ""),
        cites=cites(row),
        law=law(row),
        see=row.texts("see", ()),
    )
    row.finish()
    if term.then and not term.cites:
        row.report("then", "rests on no source.", "cites, with the paragraphs that say it")
    return term


def _former(row: Table) -> FormerName:
    former = FormerName(row.text("name"), row.text("short", ""), row.text("note", ""))
    row.finish()
    return former


def _word(row: Table) -> Word:
    word = Word(slug(row), row.text("word"), row.text("say"), row.text("why"), cites(row), law(row))
    row.finish()
    return word


def law(row: Table) -> tuple[str, ...]:
    """The entries of the law register that the row points at."""
    found = row.texts("law", ())
    for entry in found:
        if not SLUG.fullmatch(entry):
            row.report("law", f"has {entry!r}.", "the id of an entry of the law register")
    return found
