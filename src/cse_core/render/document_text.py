"""A document as plain text, and a filled form so."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from ..model_document import Asked, Block, Document, Heading, Listing, Paragraph
from ..model_forms import Filled
from .document import filled_to_document

WIDTH = 80
INDENT = "  "
CONFIDENTIAL = "CONFIDENTIAL"


def filled_to_text(filled: Filled) -> str:
    """The filled form as plain text, wrapped at 80 characters. What was left empty reads "Not provided"."""
    return document_to_text(filled_to_document(filled))


def document_to_text(document: Document) -> str:
    """The document as plain text, wrapped at 80 characters."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    if document.confidential:
        yield CONFIDENTIAL
    first, *others = document.lines
    yield f"{_wrapped(document.title)}\n{_wrapped(first)}"
    yield from map(_wrapped, others)
    part: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading) and part:
            yield "\n".join(part)
            part = []
        part.append(_block(block))
    if part:
        yield "\n".join(part)
    if document.confidential:
        yield CONFIDENTIAL


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return _wrapped(block.text.upper() if block.level == 2 else block.text)
    if isinstance(block, Asked):
        # What was written stands below its question and set in, so that each script keeps its own direction.
        return "\n".join([_wrapped(block.ask), *(_wrapped(line, INDENT) for line in block.lines)])
    if isinstance(block, Listing):
        return "\n".join(_item(block, number, item) for number, item in enumerate(block.items, 1))
    return _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    return _each_line(f"{block.label}: {block.text}" if block.label else block.text, "", "")


def _item(block: Listing, number: int, item: str) -> str:
    mark = f"{number}. " if block.numbered else "- "
    return _each_line(item, mark, " " * len(mark))


def _each_line(text: str, first: str, indent: str) -> str:
    lines = text.splitlines() or [""]
    return "\n".join(_wrapped(line, indent if number else first, indent) for number, line in enumerate(lines))


def _wrapped(text: str, first: str = "", indent: str | None = None) -> str:
    """One line of text, wrapped. An empty one stays empty."""
    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if indent is None else indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
