"""How hard the pages are to read: Flesch-Kincaid grade and sentence length, by whom a page is for.

    python -m site_widgets.build.reading_ease build/site

A page says `audience: public` or `audience: practitioner` in its first lines. Names that have to be as they are (terms
of the glossary, Acts, bodies, services) count as one short word. A grade says nothing about sense: a person must read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import textstat

from site_widgets.build.contacts_data import load_contacts
from site_widgets.build.docs_pages import docs_pages
from site_widgets.build.glossary_data import load_glossary
from site_widgets.build.law_data import load_law
from site_widgets.build.page_blocks import Block, blocks_of
from site_widgets.build.place import built

# The hardest grade and the longest average sentence that a page may have.
GRADES = {"public": 7.0, "practitioner": 10.0}
SENTENCE = 20.0
# Not sentences, or not this page's own.
LEFT_OUT = ("h1", "h2", "h3", "h4", "table", "page-end", "page-facts", "on-this-page", "call", "pre", "summary")
END = re.compile(r"[.!?:;]+$")


class Ease(NamedTuple):
    """How hard a page is: its grade and the words of its average sentence."""

    page: str
    audience: str
    grade: float
    sentence: float

    @property
    def faults(self) -> list[str]:
        """What is over its limit."""
        limit = GRADES[self.audience]
        found = [f"grade {self.grade:.1f}, and {limit:.0f} is the most"] if self.grade > limit else []
        return found + ([f"{self.sentence:.1f} words a sentence"] if self.sentence >= SENTENCE else [])


def ease_of(page: str, audience: str, texts: Iterable[str]) -> Ease:
    """How hard these paragraphs and list items are."""
    plain = (END.sub("", _names().sub("it", text)) + "." for text in texts)
    whole = " ".join(text for text in plain if len(text.split()) > 2)
    return Ease(page, audience, textstat.flesch_kincaid_grade(whole), textstat.words_per_sentence(whole))


@cache
def _names() -> re.Pattern[str]:
    glossary = load_glossary()
    names = {*(term.term for term in glossary.terms), *(term.short for term in glossary.terms), *load_law().acts}
    names |= {old.name for term in glossary.terms for old in term.was} | {line.name for line in load_contacts().lines}
    longest_first = sorted((name for name in names if name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)


def measured(site: Path) -> list[Ease]:
    """Every page that says for whom it is."""
    own: dict[str, list[Block]] = {}
    for block in blocks_of(site):
        if not block.is_in(*LEFT_OUT):
            own.setdefault(block.page, []).append(block)
    found = []
    for page in docs_pages().values():
        audience, file = str(page.meta.get("audience", "")), f"{built(page.path)}index.html"
        if audience and audience not in GRADES:
            sys.exit(f"{page.path}: audience is {audience!r}. Allowed: {', '.join(GRADES)}.")
        if audience:
            found.append(ease_of(page.path, audience, (block.text for block in own.get(file, []))))
    return found


def run(site: Path) -> None:
    """Print the hardest pages, and stop if one is over its limit."""
    found = sorted(measured(site), key=lambda ease: ease.grade - GRADES[ease.audience], reverse=True)
    if faults := [f"{ease.page} ({ease.audience}): {'; '.join(ease.faults)}" for ease in found if ease.faults]:
        sys.exit("Too hard to read:\n  " + "\n  ".join(faults))
    hardest = ", ".join(f"{ease.page} {ease.grade:.1f}" for ease in found[:3])
    print(f"Reading ease: {len(found)} pages within their grades; nearest to the limit: {hardest}")


if __name__ == "__main__":
    run(Path(sys.argv[1]))
