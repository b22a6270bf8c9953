"""Addresses within a page, made from words."""

from __future__ import annotations

import re


def slug_of(words: str) -> str:
    """The words as an anchor: `Children's Act, 1989` is `children-s-act-1989`."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
