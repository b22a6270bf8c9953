"""What the form is for, and what the browser cannot forget."""

from __future__ import annotations

from cse_core.model import Instrument, Reads

from .cites import instrument_address
from .markup import Html, Part, element, join


def opening(instrument: Instrument) -> Html:
    """The words before the first question."""
    return join(_purpose(instrument), shared_device(), _scripts_off(instrument))


def _purpose(instrument: Instrument) -> Html:
    table = element("a", "The whole tool in tables", href=instrument_address(instrument.id))
    return element(
        "div",
        element(
            "p",
            "Set down what is known about one child. Give your own view. Then see what this tool says, "
            "and why. What you do not know counts as not known, never as no.",
        ),
        element("p", f"{instrument.caveat} {instrument.evidence} ", table, "."),
        element("p", instrument.status_today),
        cls="opening",
    )


NO_NAME = "Never write the child’s name."


def shared_device(names: str = NO_NAME) -> Html:
    """What is not kept, and what no page can clear; `names` is what holds for names on this page."""
    return element(
        "div",
        element("h2", "Does anyone else use this device?"),
        element(
            "p",
            "What you type is not sent and not kept. It is gone when you clear the form, leave or close the page.",
        ),
        element(
            "p",
            "What we cannot clear: that this page was visited (the browser’s history), a file you save, "
            "a page you print, and what monitoring software on this device records.",
        ),
        element("p", f"{names} “Exit this page” clears every answer at once."),
        cls="inset shared-device",
        id="shared-device",
    )


def _scripts_off(instrument: Instrument) -> Html:
    decides = "levels and rules" if instrument.reads is Reads.LEVEL else "rules and actions"
    return scripts_off(element("a", decides, href=instrument_address(instrument.id)))


def scripts_off(tables: Part) -> Html:
    """What can be done where scripts are off; `tables` are links to what can be read in the place of a reading."""
    return element(
        "noscript",
        element(
            "div",
            element("p", element("strong", "Scripts are off, so this page cannot work out a reading.")),
            element(
                "p",
                "You can still fill in the form and print it with your browser. Nothing is saved. "
                "Print before you close the page. "
                "Then read the ",
                tables,
                " and talk to your safeguarding lead today. "
                "Do not wait for a reading to call social care or the police.",
            ),
            cls="warning",
        ),
    )
