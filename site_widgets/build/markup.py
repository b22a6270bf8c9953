"""HTML made from parts. Plain text is escaped; only what `element` made is trusted as it is."""

from __future__ import annotations

import html
from collections.abc import Iterable

VOID = frozenset({"input", "link", "br", "hr"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Part = str | Iterable["Part"] | None
Attribute = str | int | bool | None


def escape(text: str) -> Html:
    """The text as HTML, safe in content and in a quoted attribute. HTML stays as it is."""
    return text if isinstance(text, Html) else Html(html.escape(text, quote=True))


def join(*parts: Part) -> Html:
    """The parts one after the other; nested lists are flattened and None is left out."""
    pieces: list[str] = []
    for part in parts:
        if part is None:
            continue
        pieces.append(escape(part) if isinstance(part, str) else join(*part))
    return Html("".join(pieces))


def element(tag: str, /, *parts: Part, **attributes: Attribute) -> Html:
    """An element. `cls` and `for_` stand for the reserved words; `_` in a name is `-`; True is a bare attribute."""
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in VOID:
        return Html(f"<{tag}{opening}>")
    return Html(f"<{tag}{opening}>{join(*parts)}</{tag}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = {"cls": "class", "for_": "for"}.get(key, key).replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def hidden_text(text: str) -> Html:
    """Words for a screen reader, not for the eye."""
    return element("span", text, cls="visually-hidden")
