"""Sentences of the site's pages that do not hold in a package, and what is said there instead."""

from __future__ import annotations

from collections.abc import Mapping

from ..build.place import address

# Where the site says somebody to talk to. A learning system is told how far somebody came; no page of contacts is here.
SUPPORT = {
    "You need no reason, and nobody is told.": "You need no reason.",
    f'<a href="{address("guidance/contacts.md")}">Who to call</a>': "Whom to call stands at the top of this page",
}


def said(html: str, instead: Mapping[str, str]) -> str:
    """The HTML with each sentence replaced; ValueError where one is no longer there to be replaced."""
    for old, new in instead.items():
        if old not in html:
            raise ValueError(f"A package replaces the sentence {old!r}, and the page no longer has it.")
        html = html.replace(old, new)
    return html
