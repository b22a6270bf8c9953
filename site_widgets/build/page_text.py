"""Text of a page in Markdown that is made from data, so that its headings, citations and links are like any page's."""

from __future__ import annotations

from collections.abc import Iterable


class PageText(str):
    """Markdown that stands in a page in place of a directive."""

    __slots__ = ()


def blocks(*parts: str) -> PageText:
    """The parts as blocks of their own; empty ones are left out."""
    return PageText("\n\n".join(part for part in parts if part))


def heading(level: int, words: str, id_: str) -> str:
    """A heading with an address that stays the same when its words change."""
    return f"{'#' * level} {words} {{: #{id_} }}"


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def cited(cites: Iterable[str]) -> str:
    """The citations, as a page's author writes them; with a space before."""
    units = "; ".join(cites)
    return f" {{{{{units}}}}}" if units else ""


def by_law(entries: Iterable[str]) -> str:
    """The status notes of these entries of the law register; with a space before each."""
    return "".join(f" {{{{law:{entry}}}}}" for entry in entries)


def capital(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words with a capital and a full stop."""
    return capital(words) + ("" if words.endswith(".") else ".")


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table. It stacks on a phone like every table of a page."""
    heads = list(columns)
    lines = [heads, ["---"] * len(heads), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
