"""The draft of the letter of 2014, corrected: only once every condition is recorded, and never to be sent from here."""

from __future__ import annotations

from ..load.letter import load_letter
from ..model_document import Document, Heading, Listing, Paragraph
from ..model_forms import Filled
from ..version import __version__
from .words import date_words


def letter_draft(filled: Filled) -> Document | None:
    """The draft for the legal team; None while a condition is open. No word that was typed is in it."""
    if filled.open_conditions:
        return None
    letter, day = load_letter(), date_words(filled.written_on)
    return Document(
        title=letter.title,
        lines=(letter.mark, f"Conditions recorded on {day}"),
        blocks=(
            Heading("Read this first"),
            Listing(letter.first),
            Heading("The draft"),
            *map(Paragraph, letter.paragraphs),
            Heading("What it must never say"),
            Listing(letter.never),
        ),
        footer=f"{letter.mark} Core version {__version__}.",
    )
