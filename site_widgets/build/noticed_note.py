"""The note to hand over: made in the page from what was ticked and typed, kept nowhere, printed, copied or saved."""

from __future__ import annotations

from .markup import Html, element


def note() -> Html:
    """The place for the note, and what can be done with it. Shown by the script that it needs."""
    buttons = [
        element("button", "Print the note", type="button", cls="button", data_do="print"),
        element("button", "Copy the note", type="button", cls="button button--secondary", data_do="copy"),
        element("button", "Save as a text file", type="button", cls="button button--secondary", data_do="save"),
        element("button", "Change my answers", type="button", cls="button button--secondary", data_do="change"),
        element("button", "Clear everything", type="button", cls="button button--warning", data_do="clear"),
    ]
    return element(
        "section",
        element("h3", "Your note to hand over", id="note-title", tabindex=-1),
        element(
            "p",
            "Made from what you ticked and wrote. It is only on this page. It is gone when you leave. "
            "Write the child’s name by hand, on paper. "
            "A copied or saved note stays on this device: delete it when it is handed over.",
        ),
        element("div", id="note", cls="noticed__paper"),
        element("div", buttons, cls="button-group"),
        element("p", id="note-said", role="status"),
        # Not one of the parts that paper leaves out.
        cls="noticed__note-section",
        aria_labelledby="note-title",
        hidden=True,
    )
