"""Opening a case file on a page with a form: what is in it, and what it fills in."""

from __future__ import annotations

from .markup import Html, element
from .place import address


def case_file_panel() -> Html:
    """The button that opens a file, and the place that says what is in it. The script fills it."""
    return element(
        "section",
        element("h2", "Have you a case file already?", id="case-file-title", tabindex=-1),
        element(
            "p",
            "Open it, and what it knows is filled in. ",
            element(
                "a",
                "How a case file works",
                href=address("paperwork/index.md", "case-file"),
                target="_blank",
                rel="noopener",
            ),
            ".",
        ),
        element("button", "Open a case file", type="button", cls="button button--secondary", data_action="open"),
        element("div", id="case-file-contents", cls="case-file-contents", hidden=True),
        id="case-file",
        cls="inset case-file",
        aria_labelledby="case-file-title",
        data_needs_script=True,
        hidden=True,
    )
