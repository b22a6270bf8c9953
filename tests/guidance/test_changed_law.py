"""No page says what has changed in law, bodies, numbers or words without saying beside it that it has.

Each entry of the law register lists `phrases` that would mislead alone. Where one stands, the status of its entry has to
stand in the same paragraph; in a table, in the same row; under a heading, before the next heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from cse_core import instrument_ids, load_instrument
from site_widgets.build.law_data import load_law
from site_widgets.build.law_named import entries_named_in
from site_widgets.build.page_blocks import Block, blocks_in, blocks_of, words_of
from tests.guidance.test_own_words import labels

HEADINGS = ("h1", "h2", "h3", "h4")
# The register itself, the lists that lead to it, and the page that tells authors which words to avoid.
EXEMPT = ("law/index.html", "a-z/", "search/", "sources/", "changes/", "contributing/words/")
# Here each old name stands with today's name as its heading or in its row: that is the status.
GLOSSARY = "guidance/glossary/"
# What a page is called by its readers and its sources, which is not a statement of the page.
BESIDE_THE_TEXT = ("page-end", "page-facts", "on-this-page", "narrow", "cited-units")


def without_status(blocks: Iterable[Block]) -> Iterator[tuple[str, str, str]]:
    """The page, the entry and the words of every block that needs a status and has none."""
    found = list(blocks)
    quoted = [f" {' '.join(words_of(text))} " for text in (*labels(), *language_notes())]
    for at, block in enumerate(found):
        if block.page.startswith((*EXEMPT, GLOSSARY)) or block.is_in(*BESIDE_THE_TEXT):
            continue
        named = entries_named_in(block.text)
        beside = _beside(found, at) if named else frozenset()
        named = tuple(entry for entry in named if entry.id not in beside)
        if named and not _is_label(block, quoted):
            yield from ((block.page, entry.id, block.text) for entry in named)


def _beside(blocks: list[Block], at: int) -> frozenset[str]:
    """The laws whose status stands where a reader of this block sees it."""
    block, laws = blocks[at], set(blocks[at].laws)
    if block.row:
        laws.update(*(each.laws for each in blocks if (each.page, each.row) == (block.page, block.row)))
    if block.is_in(*HEADINGS):
        for each in blocks[at + 1 :]:
            # The title of a page stands over all of it.
            if each.page != block.page or (each.is_in(*HEADINGS) and not block.is_in("h1")):
                break
            laws |= each.laws
    return frozenset(laws)


def language_notes() -> Iterator[str]:
    """What is said beside an item's label about its words: that is their status."""
    for id_ in instrument_ids():
        yield from (item.language_note for item in load_instrument(id_).indicators if item.language_note)


def _is_label(block: Block, quoted: list[str]) -> bool:
    """Whether the block is what a printed form says, or what we say of its words."""
    words = f" {' '.join(words_of(block.text))} "
    return any(words in label for label in quoted)


def test_every_phrase_of_the_register_has_its_status_beside_it(built_site) -> None:
    found = list(without_status(blocks_of(built_site)))
    lines = [f"{page}: {entry}: {text[:120]}" for page, entry, text in found]
    assert found == [], "\n".join([f"{len(found)} places lack {{{{law:...}}}}:", *lines])


NAMED = next(entry for entry in load_law().entries.values() if entry.id == "caf")
NOTE = '<span class="law-note" data-law="caf">[x]</span>'


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<p>Fill in a CAF.</p>", 1),
        ("<p>Fill in a <b>CAF</b>.</p>", 1),
        (f"<p>Fill in a CAF. {NOTE}</p>", 0),
        (f"<p>Fill in a CAF.</p><p>{NOTE}</p>", 1),
        ("<p>Fill in a café form.</p>", 0),
        (f"<table><tr><td>CAF</td><td>Gone {NOTE}</td></tr><tr><td>x</td></tr></table>", 0),
        (f"<table><tr><td>CAF</td></tr><tr><td>Gone {NOTE}</td></tr></table>", 1),
        (f"<h2>The CAF</h2><p>x</p><p>Gone {NOTE}</p>", 0),
        (f"<h2>The CAF</h2><p>x</p><h2>Other</h2><p>Gone {NOTE}</p>", 1),
    ],
)
def test_the_check_notices_what_it_should(html: str, faults: int) -> None:
    assert "CAF" in NAMED.phrases
    assert len(list(without_status(blocks_in(html)))) == faults
