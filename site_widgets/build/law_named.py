"""Words that would mislead without the status of a law beside them: which entries of the register a text names."""

from __future__ import annotations

import re
from functools import cache

from .law_data import Entry, load_law
from .law_note import law_note
from .markup import Html, join


def entries_named_in(text: str) -> tuple[Entry, ...]:
    """Every entry of which one of the `phrases` stands in the text as words of their own."""
    plain = text.replace("’", "'")
    if not _any_phrase().search(plain):
        return ()
    entries = load_law().entries.values()
    return tuple(entry for entry in entries if any(_pattern(phrase).search(plain) for phrase in entry.phrases))


def with_law(text: str) -> Html:
    """The text, and behind it the status of everything in it that has changed."""
    return join(text, [[" ", law_note(entry)] for entry in entries_named_in(text)])


def with_law_in_form(text: str) -> Html:
    """The same in a form, from where a link opens in a new tab, so that no answer is lost."""
    return join(text, [[" ", law_note(entry, new_tab=True)] for entry in entries_named_in(text)])


@cache
def _any_phrase() -> re.Pattern[str]:
    """All of them at once: most texts hold none, and that is quickly known."""
    phrases = [phrase for entry in load_law().entries.values() for phrase in entry.phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    # Short forms are also words: only in capitals is ASSET an assessment.
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.NOFLAG if phrase.isupper() else re.IGNORECASE)
