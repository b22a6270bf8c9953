"""A document for the page and for print, and as data for those who write other formats."""

from __future__ import annotations

from html import escape

from ..model_document import Asked, Block, Document, Heading, Listing, Paragraph
from .html_parts import text_html

KINDS = {Heading: "heading", Paragraph: "text", Listing: "list", Asked: "answer"}


def document_to_dict(document: Document) -> dict[str, object]:
    """The document as JSON writes it; each block says its `kind`: heading, text, list or answer."""
    blocks = [{"kind": KINDS[type(block)], **_plain(block)} for block in document.blocks]
    return {**document._asdict(), "lines": list(document.lines), "blocks": blocks}


def document_to_html(document: Document) -> str:
    """The document as one `<article class="document">`. Everything is escaped; it has no ids and no inline style."""
    marked = '<p class="document-mark">Confidential</p>\n' if document.confidential else ""
    lines = "\n".join(f"<p>{text_html(line)}</p>" for line in document.lines)
    blocks = "\n".join(map(_block, document.blocks))
    title = f'<h2 tabindex="-1">{escape(document.title)}</h2>'
    footer = f'<p class="document-footer">{escape(document.footer)}</p>'
    return f'<article class="document" lang="en-GB">\n{marked}{title}\n{lines}\n{blocks}\n{footer}\n</article>\n'


def _plain(block: Block) -> dict[str, object]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in block._asdict().items()}


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
    if isinstance(block, Listing):
        name = "ol" if block.numbered else "ul"
        items = "".join(f"<li>{text_html(item)}</li>" for item in block.items)
        return f"<{name}>{items}</{name}>"
    if isinstance(block, Asked):
        # Each line decides its own direction, as the script it is written in does.
        lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in block.lines)
        cls = ' class="is-empty"' if block.empty else ""
        return f"<dl><dt>{escape(block.ask)}</dt><dd{cls}>{lines}</dd></dl>"
    label = f"<strong>{escape(block.label)}.</strong> " if block.label else ""
    return f"<p>{label}{text_html(block.text)}</p>"
