"""The units that a form of the paperwork rests on."""

from __future__ import annotations

from collections.abc import Iterator

from cse_core.paperwork import Form


def cites_of_form(form: Form) -> Iterator[str]:
    """Every unit that the form, its fields, its conditions and what it leaves out rest on, in order."""
    yield from form.cites
    for part in (*form.fields, *form.conditions, *form.left_out):
        yield from part.cites
