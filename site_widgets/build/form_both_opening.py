"""What the page for both tools is for, and what it has no place for."""

from __future__ import annotations

from cse_core.model import Instrument

from .cites import SITE_ROOT, instrument_address
from .form_opening import scripts_off, shared_device
from .markup import Html, element, join


def opening_of_both(first: Instrument, second: Instrument) -> Html:
    """The words before the first question."""
    tables = [
        element("a", f"{each.short_title} in tables", href=instrument_address(each.id)) for each in (first, second)
    ]
    purpose = element(
        "div",
        element(
            "p",
            "Set down one story once. Then see what each tool says, side by side, and why they differ. "
            "What you do not know counts as not known, never as no.",
        ),
        element(
            "p",
            "It is for training, and for anyone who wants to see what one tool would miss. It has no place for other "
            "concerns, or for what the child and the family say: each tool takes those in its own way. "
            "For a child you work with, each has a page of its own: ",
            _tool(first),
            " and ",
            _tool(second),
            ".",
        ),
        element("p", "Neither tool replaces your judgement. The boards that wrote them have been replaced."),
        [_about(each) for each in (first, second)],
        cls="opening",
    )
    return join(purpose, shared_device(), scripts_off(join(tables[0], " and ", tables[1])))


def _tool(instrument: Instrument) -> Html:
    return element("a", f"the {instrument.short_title} page", href=f"{SITE_ROOT}assess/{instrument.id}/")


def _about(instrument: Instrument) -> Html:
    table = element("a", "The whole tool in tables", href=instrument_address(instrument.id))
    words = f"{instrument.caveat} {instrument.evidence} {instrument.status_today} "
    return element(
        "details",
        element("summary", f"About {instrument.short_title}: how far to trust it, and what is used today"),
        element("p", words, table, "."),
        cls="aside-words",
    )
