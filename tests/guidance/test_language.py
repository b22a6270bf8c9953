"""No page and no data blames a child or uses words that have had their day; none sounds like an all-clear."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from cse_core.language import all_clear_phrases_in
from site_widgets.build.page_blocks import Block, blocks_in, blocks_of, words_of
from tests.guidance.test_changed_law import language_notes
from tests.guidance.test_own_words import labels

FILE = Path(__file__).parents[2] / "docs/_data/language.toml"
DATA = tomllib.loads(FILE.read_text("utf-8"))
WORDS = DATA["word"]
ANY = "|".join(word["find"] for word in WORDS)
NAMES = re.compile("|".join(re.escape(name) for name in sorted(DATA["names"], key=len, reverse=True)), re.IGNORECASE)
# Words to avoid are what these are about, or they lead to a page by the words that a reader may type.
EXEMPT = ("guidance/glossary/", "contributing/", "a-z/", "search/", "sources/", "law/index.html")
QUOTED = re.compile('“[^”]*”|‘[^’]*’|"[^"]*"')
BESIDE_THE_TEXT = ("page-end", "on-this-page", "narrow", "cited-units", "q")


def blaming(blocks: Iterable[Block]) -> Iterator[str]:
    """Each block that holds one of the words outside a quotation, with the word and what to say."""
    quoted = [f" {' '.join(words_of(text))} " for text in (*labels(), *language_notes())]
    for block in blocks:
        if block.page.startswith(EXEMPT) or block.is_in(*BESIDE_THE_TEXT):
            continue
        text = " ".join(words_of(NAMES.sub(" … ", QUOTED.sub(" … ", block.text))))
        if not _pattern(ANY).search(text) or any(f" {' '.join(words_of(block.text))} " in label for label in quoted):
            continue
        for word in WORDS:
            if found := _pattern(word["find"]).search(text):
                yield f"{block.page}: {found[0]} (say: {word['say']}): {block.text[:150]}"


@cache
def _pattern(find: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{find})\b")


def test_no_page_blames_a_child(built_site) -> None:
    found = list(blaming(blocks_of(built_site)))
    assert found == [], "\n".join(found)


def test_no_page_sounds_like_an_all_clear(built_site) -> None:
    found = {block.page: all_clear_phrases_in(block.text) for block in blocks_of(built_site)}
    assert {page: phrases for page, phrases in found.items() if phrases} == {}


def test_each_word_says_what_to_write_and_why() -> None:
    for word in WORDS:
        assert set(word) == {"find", "say", "why"}
        assert all(text.strip() for text in word.values())
        assert not _pattern(word["find"]).search(" ".join(words_of(word["say"]))), word


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<p>She puts herself at risk.</p>", 1),
        ("<p>She put <b>herself</b> at risk.</p>", 1),
        ("<p>Never write “she puts herself at risk”.</p>", 0),
        ("<p>He refuses to engage: a lifestyle choice.</p>", 2),
        ("<p>He has not felt able to talk to us.</p>", 0),
        ("<p>They absconded from care.</p>", 1),
        ("<p>Risk-taking behaviour</p>", 1),
        ("<q>Promiscuity</q>", 0),
    ],
)
def test_the_check_notices_what_it_should(html: str, faults: int) -> None:
    assert len(list(blaming(blocks_in(html)))) == faults
