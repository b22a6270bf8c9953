"""Around the form: the error summary, the stamp on paper, and the two questions that are asked."""

from __future__ import annotations

from cse_core import __version__
from cse_core.model import Instrument

from .markup import Html, element, join
from .reviewed import review_state


def error_summary() -> Html:
    """The place for the error summary: hidden, and takes the focus when it has something to say."""
    return element(
        "div",
        element("h2", "There is a problem", id="error-summary-title", cls="error-summary__title"),
        element("p", id="error-summary-words", hidden=True),
        element("ul", id="error-summary-list"),
        id="error-summary",
        cls="error-summary",
        role="alert",
        tabindex=-1,
        aria_labelledby="error-summary-title",
        hidden=True,
    )


def print_stamp(*instruments: Instrument) -> Html:
    """What every printed page set starts with. The script writes the time; no name is asked for or printed."""
    editions = [
        element(
            "p",
            element("strong", instrument.title),
            f". Edition: {instrument.edition}. Core version {__version__}. ",
            review_state(instrument.reviewed_by),
        )
        for instrument in instruments
    ]
    return element(
        "div",
        editions,
        element(
            "p",
            "Printed ",
            element("span", "on: ____________________", id="printed-at"),
            ". Check again after 72 hours, because what is known changes. Act at once on anything new.",
        ),
        element("p", "Confidential. Not a referral. Keep it as your procedures say."),
        element("p", id="print-warning", hidden=True),
        cls="record-stamp print-only",
        id="record-stamp",
    )


def paper_stamp(title: str) -> Html:
    """The same for a form of the paperwork, which has no reading that could be missing or out of date."""
    return element(
        "div",
        element("p", element("strong", title), f". Core version {__version__}."),
        element("p", "Printed ", element("span", "on: ____________________", id="printed-at"), "."),
        element("p", "Confidential. It takes the place of no call. Keep it as your procedures say."),
        cls="record-stamp print-only",
        id="record-stamp",
    )


def dialogs() -> Html:
    """The questions asked before answers are lost."""
    return join(
        confirm_dialog(
            "confirm-clear",
            "Clear everything on this page?",
            "Your answers are not saved. They cannot be brought back.",
            "Clear everything",
        ),
        confirm_dialog(
            "confirm-open",
            "Open the file and lose the answers on this page?",
            "Your answers are not saved. The file takes their place.",
            "Open the file",
        ),
    )


def confirm_dialog(id_: str, title: str, words: str, yes: str) -> Html:
    """A question before something is lost; the first answer keeps everything."""
    choices = element(
        "form",
        element("button", "Keep my answers", value="no", cls="button", autofocus=True),
        element("button", yes, value="yes", cls="button button--warning"),
        method="dialog",
        cls="dialog-choices",
    )
    return element(
        "dialog",
        element("h2", title, id=f"{id_}-title"),
        element("p", words),
        choices,
        id=id_,
        aria_labelledby=f"{id_}-title",
    )
