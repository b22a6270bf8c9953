"""The draft of a letter, as a document: only when every condition of its form is recorded, and never to be sent."""

from __future__ import annotations

from collections.abc import Iterator

from ..load.letters import load_letters
from ..load.sources import load_units
from ..model_document import Block, Document, Heading, Listing, Text
from ..model_forms import Filled
from ..model_letter import Letter, LetterPart
from .lines import Line
from .to_text import statement
from .words import date_words


def letter_draft(filled: Filled) -> Document | None:
    """The draft, marked in its title and on every page; None while a condition is open.

    A form without a letter has none. A draft holds blanks, and nothing of what was recorded.
    """
    letter = load_letters().get(filled.form.id)
    if letter is None or filled.open_conditions:
        return None
    return Document(
        title=letter.mark,
        confidential=True,
        lines=(letter.title, f"The record of every condition was written on {date_words(filled.written_on)}."),
        blocks=tuple(_blocks(letter, filled)),
        footer=letter.mark,
    )


def _blocks(letter: Letter, filled: Filled) -> Iterator[Block]:
    for part in letter.parts:
        yield Heading(2, part.title)
        yield from _part(letter, part)
    yield Heading(2, letter.left_out)
    yield Listing(tuple(_listed(f"{each.was}: {each.why}", each.cites) for each in filled.form.left_out))


def _part(letter: Letter, part: LetterPart) -> Iterator[Block]:
    says = letter.says_of(part)
    if part.listed:
        yield Listing(tuple(_listed(say.text, say.cites) for say in says), numbered=True)
    else:
        # The words of a letter are as somebody would read them: what they rest on is in the data.
        yield from (Text(say.text) for say in says)


def _listed(text: str, cites: tuple[str, ...]) -> str:
    return "\n".join(statement(load_units(), Line(text, cites)))
