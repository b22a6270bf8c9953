"""`<!-- cse:case-file -->`: one child's file as a whole: what is in it, over time, joined, and kept."""

from __future__ import annotations

import json

from cse_core import instrument_ids
from cse_core.paperwork import FORMS

from .form_opening import shared_device
from .form_passphrase import passphrase_dialogs
from .form_so_far import chooser
from .form_tools import confirm_dialog, dialogs, error_summary, paper_stamp
from .markup import Html, element, join
from .paper import PYTHON_WORDS, scripts_off
from .paper_assets import case_file_assets
from .paper_make import button
from .place import address

NAMES = "A case file holds what you typed into its forms. Treat it as you treat the child's file."


def case_file() -> Html:
    """The page: a button to open a file, and places that the script fills."""
    return element(
        "div",
        case_file_assets(),
        shared_device(NAMES),
        scripts_off("open a file", "Print the records on their own pages, or use a browser that runs scripts."),
        paper_stamp("One child's file"),
        error_summary(),
        element("p", id="announcement", cls="announcement", role="status"),
        # No fields: it says what a file of this page is, as every form does.
        element(
            "form",
            method="dialog",
            id="assessment-form",
            data_paper="case-file",
            data_head=json.dumps({"schema": "cse-casefile/1"}),
            data_saved="case file",
            hidden=True,
        ),
        _tools(),
        _places(),
        dialogs(),
        confirm_dialog(
            "confirm-take-out",
            "Take this record out of the file?",
            "It stays in every copy that you saved before. Your procedures say what must be kept.",
            "Take it out",
        ),
        passphrase_dialogs(),
        cls="assessment paperwork",
        data_words=json.dumps(PYTHON_WORDS),
    )


def _tools() -> Html:
    return element(
        "div",
        element("p", id="python-status", cls="python-status", role="status"),
        element(
            "div",
            button("Open a case file", "open", "button"),
            button("Try again", "retry", id_="python-retry", hidden=True),
            chooser(),
            cls="button-group",
        ),
        element(
            "div",
            button("Put another file into it", "join"),
            button("Save the case file", "save", "button"),
            button("Save it with a passphrase", "save-locked"),
            button("Save the dates for a calendar", "calendar"),
            button("Print", "print"),
            button("Clear everything", "clear", "button button--warning"),
            cls="button-group",
            id="with-file",
            hidden=True,
        ),
        cls="case-file-tools",
        data_needs_script=True,
        hidden=True,
    )


def _places() -> Html:
    pages = {**{id_: f"assess/{id_}.md" for id_ in instrument_ids()}, **{id_: f"paperwork/{id_}.md" for id_ in FORMS}}
    links = [element("a", "Open the page", href=address(path), data_page=id_) for id_, path in pages.items()]
    contents = element(
        "section",
        element("h2", "What is in it", id="contents-title", tabindex=-1),
        element("p", "Newest first. To go on with a record, open this file on the record’s page.", cls="hint"),
        element("ul", id="contents", cls="case-file-list"),
        id="case-file-contents",
        aria_labelledby="contents-title",
        hidden=True,
    )
    over_time = element(
        "section",
        element("h2", "Over time", id="over-time-title"),
        element("div", id="over-time"),
        id="case-file-over-time",
        aria_labelledby="over-time-title",
        hidden=True,
    )
    return join(contents, over_time, element("div", links, id="pages", hidden=True))
