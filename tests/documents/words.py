"""The words of a document as its dict says them, to compare with what a file shows."""

from __future__ import annotations


def texts_of(document):
    """Every text of a document but its footer, in the order in which a reader meets it."""
    if document["confidential"]:
        yield "Confidential"
    yield document["title"]
    yield from document["lines"]
    for block in document["blocks"]:
        if block["kind"] == "list":
            yield from block["items"]
        elif block["kind"] == "answer":
            yield block["ask"]
            yield from block["lines"]
        else:
            yield f"{block['label']}: {block['text']}" if block.get("label") else block["text"]


def words_of(document):
    """Every word of a document, in order."""
    return " ".join((*texts_of(document), document["footer"])).split()
