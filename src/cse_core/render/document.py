"""A document as data, as HTML and as plain text.

    document_to_dict(document)      # what a page's scripts make Word and PDF from; JSON has room for all of it
    document_to_html(document)      # one <article class="document">, for the screen and for paper
    document_to_text(document)      # wrapped at 80 characters

All of them say the same words in the same order: "Confidential" where it is, the title, the lines below it, the
blocks, the footer. `filled_to_document`, `assessment_to_document` and `letter_draft` make a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from textwrap import fill

from ..model_document import CONFIDENTIAL, Block, Document, Heading, Listing, Text, Written
from .html_parts import text_html

WIDTH = 80
INDENT = "  "


def document_to_dict(document: Document) -> dict[str, object]:
    """The document in values that JSON can hold. A block says of itself what kind it is."""
    return {
        "title": document.title,
        "confidential": document.confidential,
        "lines": list(document.lines),
        "blocks": [_block_dict(block) for block in document.blocks],
        "footer": document.footer,
    }


def _block_dict(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": text}
        case Text(text, label):
            return {"kind": "text", "text": text, **({"label": label} if label else {})}
        case Listing(items, numbered):
            return {"kind": "list", "items": list(items), "numbered": numbered}
        case Written(ask, lines, empty):
            return {"kind": "answer", "ask": ask, "lines": list(lines), "empty": empty}


def document_to_html(document: Document) -> str:
    """The document as one `<article class="document">` without ids, for a page with a heading of its own.

    Its title is an `<h2>` that a script may put the focus on. Every text keeps the direction of its own script.
    """
    marked = f'<p class="document__confidential">{CONFIDENTIAL}</p>\n' if document.confidential else ""
    lines = "\n".join(f'<p class="document__line">{text_html(line)}</p>' for line in document.lines)
    parts = [_blocks_html(kind, tuple(blocks)) for kind, blocks in groupby(document.blocks, type)]
    return (
        f'<article class="document" lang="en-GB">\n{marked}<h2 tabindex="-1">{escape(document.title)}</h2>\n{lines}\n'
        f'{"".join(parts)}<p class="document__footer">{escape(document.footer)}</p>\n</article>\n'
    )


def _blocks_html(kind: type[Block], blocks: tuple[Block, ...]) -> str:
    """Blocks of one kind that follow one another: questions and answers share one list."""
    made = "".join(f"{_block_html(block)}\n" for block in blocks)
    return f'<dl class="document__answers">\n{made}</dl>\n' if kind is Written else made


def _block_html(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Text(text, label):
            said = f"<strong>{escape(label)}:</strong> " if label else ""
            return f'<p dir="auto">{said}{text_html(text)}</p>'
        case Listing(items, numbered):
            kind = "ol" if numbered else "ul"
            return f"<{kind}>\n" + "".join(f'<li dir="auto">{text_html(item)}</li>\n' for item in items) + f"</{kind}>"
        case Written(ask, lines, empty):
            told = "".join(f'<p dir="auto">{escape(line) or "<br>"}</p>' for line in lines)
            given = ' class="document__empty"' if empty else ""
            return f'<div><dt dir="auto">{text_html(ask)}</dt><dd{given}>{told}</dd></div>'


def document_to_text(document: Document) -> str:
    """The document as plain text, wrapped at 80 characters, with the headings in capitals."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    marked = (CONFIDENTIAL.upper(),) if document.confidential else ()
    yield from marked
    yield "\n".join(_wrapped(line) for line in (document.title, *document.lines))
    part: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if part and (isinstance(block, Heading) or (isinstance(block, Text) and isinstance(before, Text))):
            yield "\n".join(part)
            part = []
        part += _block_text(block)
        before = block
    if part:
        yield "\n".join(part)
    yield _wrapped(document.footer)
    yield from marked


def _block_text(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield _wrapped(text.upper())
        case Text(text, label):
            yield _wrapped(f"{label}: {text}" if label else text)
        case Listing(items, numbered):
            for number, item in enumerate(items, 1):
                mark = f"{number}. " if numbered else "- "
                yield _wrapped(mark + item, following=" " * len(mark))
        case Written(ask, lines, _):
            yield _wrapped(ask)
            # Below its question and set in, so that each script keeps its own direction.
            yield from (_wrapped(line, INDENT, INDENT) for line in lines)


def _wrapped(text: str, first: str = "", following: str = "") -> str:
    """Each line of the text wrapped on its own. An empty one stays empty."""
    return "\n".join(
        fill(
            line,
            WIDTH,
            initial_indent=following if number else first,
            subsequent_indent=following,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(text.splitlines() or [""])
    )
