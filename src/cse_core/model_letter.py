"""The nouns of a letter's draft, frozen. A draft is for a legal team, and is not to be sent.

The data is one file for each letter in `cse_core/letters/`; the fields of these nouns are its keys.
"""

from __future__ import annotations

from typing import NamedTuple


class Say(NamedTuple):
    """One statement of a draft, and what it rests on."""

    part: str
    text: str
    cites: tuple[str, ...]
    ours: bool
    law: tuple[str, ...]


class LetterPart(NamedTuple):
    """A part of a draft: a list of statements for the reader, or paragraphs of the letter itself."""

    id: str
    title: str
    listed: bool


class Letter(NamedTuple):
    """A draft: the form whose conditions come first, the words that mark it, and its statements, part by part.

    `left_out` is the heading above what the form leaves out of its source, and why.
    """

    form: str
    mark: str
    title: str
    left_out: str
    parts: tuple[LetterPart, ...]
    says: tuple[Say, ...]

    def says_of(self, part: LetterPart) -> tuple[Say, ...]:
        """The statements of a part, in order."""
        return tuple(say for say in self.says if say.part == part.id)
