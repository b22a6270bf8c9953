"""What can be made of a filled form: the case file, the document in its formats, and the dates for a calendar."""

from __future__ import annotations

from cse_core.paperwork import Form

from .markup import Html, element, join
from .paper_units import PLAN

LETTER = "disruption-letter-2014"
# What stays in reach beside the form, in the words of the buttons below it.
TOOLS = (
    ("Print", "print"),
    ("Save in the case file", "save"),
    ("Save the case file with a passphrase", "save-locked"),
    ("Open a case file", "open"),
)


def make_section(form: Form) -> Html:
    """The buttons, with how far Python is. Without scripts there are none."""
    dated = any(field.due for field in form.fields)
    return element(
        "section",
        element("h2", "Keep it, or hand it on", id="make-title", tabindex=-1),
        element("p", id="python-status", cls="python-status", role="status"),
        element("p", "Nothing is sent. Each button makes a file on this device, or shows the document here."),
        element(
            "div",
            button("Save in the case file", "save", "button"),
            button("Save the case file with a passphrase", "save-locked"),
            button("Show it as a document", "show", "button"),
            button("Save as Word", "word"),
            button("Save as PDF", "pdf"),
            button("Save as PDF with a password", "pdf-locked"),
            button("Save the dates for a calendar", "calendar") if dated else None,
            button("Show how far the plan has got", "plan", "button") if form.id == PLAN else None,
            button("Show the draft", "draft") if form.id == LETTER else None,
            button("Try again", "retry", id_="python-retry", hidden=True),
            cls="button-group",
        ),
        _subject(form),
        cls="show-reading",
        id="make",
        aria_labelledby="make-title",
        data_needs_script=True,
        hidden=True,
    )


def button(
    words: str, action: str, cls: str = "button button--secondary", id_: str | None = None, hidden: bool = False
) -> Html:
    """A button that the page's script knows by its action."""
    return element("button", words, type="button", cls=cls, data_action=action, id=id_, hidden=hidden)


def _subject(form: Form) -> Html:
    """A subject for a mail that tells nothing of a child, for those who send a document by a secure route."""
    return element(
        "p",
        "If it goes by secure mail, a subject that tells nothing: ",
        element("strong", f"Confidential: {form.title[0].lower()}{form.title[1:]}"),
        ". Put no name and no date of birth into a subject or a file’s name.",
        cls="hint",
    )


def shown_place(form: Form) -> Html:
    """Where the document goes. Empty and hidden until it is asked for."""
    stale = element(
        "div",
        element("p", element("strong", "An answer has changed since this was shown."), " It may be out of date."),
        button("Show it again", "again"),
        id="reading-stale",
        cls="warning",
        hidden=True,
    )
    return element(
        "section",
        stale,
        element("div", id="reading-body"),
        element(
            "div",
            button("Print this", "print", "button"),
            join(
                button("Save the draft as Word", "draft-word", id_="draft-word", hidden=True)
                if form.id == LETTER
                else None
            ),
            cls="reading-tools",
        ),
        id="reading",
        cls="reading-place",
        aria_label="The document",
        hidden=True,
    )
