"""A document before any format: the one description that screen, print, plain text, Word and PDF are made from."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading; `level` is 2 or 3, below the title."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text; `label`, where there is one, is said before it and stands out."""

    text: str
    label: str = ""


class Listing(NamedTuple):
    """A list, numbered where the order matters."""

    items: tuple[str, ...]
    numbered: bool = False


class Asked(NamedTuple):
    """A question, and what was written, line by line. `empty` says that nothing was."""

    ask: str
    lines: tuple[str, ...]
    empty: bool = False


Block = Heading | Paragraph | Listing | Asked


class Document(NamedTuple):
    """A document: `lines` stand below the title, `footer` on every page. `confidential` is said on every page, too."""

    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    footer: str
    confidential: bool = True
