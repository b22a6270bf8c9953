"""The nouns of a document, frozen: one description of what stands on it, for the screen, paper, Word and PDF alike.

Nothing that shows a document words anything itself: it adds the word "Confidential" and the numbers of the pages.
A text may hold line breaks, and each of them is kept. Everything in it is plain text, and never HTML.
"""

from __future__ import annotations

from typing import NamedTuple

CONFIDENTIAL = "Confidential"


class Heading(NamedTuple):
    """The heading of a part (level 2), or of one of several within a part (level 3)."""

    level: int
    text: str


class Text(NamedTuple):
    """A paragraph. A label is said in bold before it."""

    text: str
    label: str = ""


class Listing(NamedTuple):
    """A list of statements, numbered where their order counts."""

    items: tuple[str, ...]
    numbered: bool = False


class Written(NamedTuple):
    """A question and what was written, line by line. Where that is nothing, `empty`, and a line that says so."""

    ask: str
    lines: tuple[str, ...]
    empty: bool = False


Block = Heading | Text | Listing | Written


class Document(NamedTuple):
    """A document: its title, the lines below it (its date, what it is not), its blocks in order, and its footer.

    `footer` stands on every page of paper, and once at the end where there are no pages.
    """

    title: str
    confidential: bool
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    footer: str
