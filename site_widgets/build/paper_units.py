"""The units that a form of the paperwork rests on."""

from __future__ import annotations

from collections.abc import Iterator

from cse_core.paperwork import Form

from .disruption_data import Toolkit

# The form whose page also has the toolkit.
PLAN = "disruption-plan"


def cites_of_form(form: Form) -> Iterator[str]:
    """Every unit that the form, its fields, its conditions and what it leaves out rest on, in order."""
    yield from form.cites
    for part in (*form.fields, *form.conditions, *form.left_out):
        yield from part.cites


def cites_of_toolkit(toolkit: Toolkit) -> Iterator[str]:
    """Every unit that an aim or a step of the toolkit rests on."""
    for aim in toolkit.aims:
        yield from aim.cites
        for step in aim.steps:
            yield from step.cites
