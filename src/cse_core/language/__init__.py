"""What may never be said: phrases that sound like an all-clear."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads


@cache
def never_said() -> tuple[str, ...]:
    """Every phrase that must not appear in the package's own output."""
    return tuple(loads(files(__name__).joinpath("never_said.toml").read_text("utf-8"))["phrases"])


def all_clear_phrases_in(text: str) -> tuple[str, ...]:
    """The phrases of `never_said` found in a text: whole words, any case, any space or hyphen between."""
    # Looking for plain words first is many times faster, and nearly every text holds none.
    plain = " ".join(text.casefold().replace("-", " ").replace("–", " ").split())
    return tuple(phrase for phrase in never_said() if phrase in plain and _pattern(phrase).search(text))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"[\s\-–]+".join(map(re.escape, phrase.split())) + r"\b", re.IGNORECASE)
