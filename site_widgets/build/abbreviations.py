"""A Python-Markdown extension: every abbreviation of the glossary is marked, with its words as a tooltip.

It is Python-Markdown's own extension `abbr`, given the glossary's list, so a page needs no list of its own, and MkDocs
and Zensical do the same. A tooltip cannot be reached by touch or keyboard: a page also writes the words out where it
first uses an abbreviation.
"""

from __future__ import annotations

from markdown.extensions.abbr import AbbrExtension

from .glossary_data import abbreviations, load_glossary


def makeExtension(**options: object) -> AbbrExtension:  # noqa: N802 - the name Python-Markdown looks for
    """Called by Python-Markdown."""
    extension = AbbrExtension(**options)
    extension.load_glossary(dict(abbreviations(load_glossary())))
    return extension
