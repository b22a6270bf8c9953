"""What somebody wrote, as every kind of document can hold it."""

from __future__ import annotations

import unicodedata

# The last two of each plane are no characters, and a file of Word that holds one cannot be opened.
NO_CHARACTER = 0xFFFE


def printable_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, with a space for each character that no printer and no file knows."""
    return tuple("".join(map(_printable, line)) for line in text.splitlines())


def printable(text: str) -> str:
    """The same as one text, its lines apart."""
    return "\n".join(printable_lines(text))


def _printable(letter: str) -> str:
    unknown = unicodedata.category(letter) == "Cc" or ord(letter) & NO_CHARACTER == NO_CHARACTER
    return " " if unknown else letter
