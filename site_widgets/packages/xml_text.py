"""XML made from parts, as `markup.py` makes HTML: a name, its attributes, what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

Node = ElementTree.Element
Child = Node | str | None


def node(name: str, *children: Child | Iterable[Child], **attributes: str) -> Node:
    """An element. A text is its text, None is left out, and a list stands for its members."""
    made = ElementTree.Element(name, attributes)
    for child in _flat(children):
        if isinstance(child, str):
            made.text = (made.text or "") + child
        elif child is not None:
            made.append(child)
    return made


def with_attributes(made: Node, attributes: Mapping[str, str]) -> Node:
    """The element with attributes whose names are no words of Python, such as `adlcp:scormtype`."""
    for name, value in attributes.items():
        made.set(name, value)
    return made


def xml_text(root: Node) -> bytes:
    """The document as UTF-8, indented. Only elements without text of their own get white space."""
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _flat(children: Iterable[Child | Iterable[Child]]) -> Iterable[Child]:
    for child in children:
        if child is None or isinstance(child, str | Node):
            yield child
        else:
            yield from child
