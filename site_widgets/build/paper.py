"""`<!-- cse:paper ID -->`: a form of the paperwork. Without scripts it can be read, filled in and printed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cse_core.paperwork import FORM_SCHEMA, FORMS, Form, load_forms

from .cites import cite_links
from .form_opening import shared_device
from .form_passphrase import passphrase_dialogs, pdf_password_dialog
from .form_so_far import so_far_of_paper
from .form_tools import dialogs, error_summary, paper_stamp
from .law_data import load_law
from .law_named import with_law_in_form
from .law_note import law_note
from .markup import Html, Part, element, join
from .paper_assets import paper_assets
from .paper_fields import conditions_section, form_section, written_on
from .paper_file import case_file_panel
from .paper_make import TOOLS, make_section, shown_place
from .paper_toolkit import toolkit
from .paper_units import PLAN

PYTHON_WORDS = {
    "starting": "Getting ready to check and save. You can fill in the form meanwhile.",
    "ready": "Ready. Everything is made on this device.",
    "stopped": (
        "The part that checks and saves is not running. Do not wait for it: call social care or the police if you are "
        "worried. What is typed is still here, and you can print it."
    ),
}
NAMES = "Write a name only where a question asks for one."


def paper_ids() -> Sequence[str]:
    """Every form."""
    return FORMS


def paper(id_: str) -> Html:
    """The page of this form."""
    return paper_of(load_forms()[id_])


def paper_of(form: Form) -> Html:
    """What it is for and what comes first, the form, and what can be made of it."""
    questions = element(
        "form",
        written_on(),
        [form_section(form, section) for section in form.sections],
        conditions_section(form),
        # The dialog method has nowhere to send the answers, scripts on or off.
        method="dialog",
        id="assessment-form",
        data_paper=form.id,
        data_head=json.dumps({"schema": FORM_SCHEMA, "form": form.id}),
        data_saved="case file",
        data_names=json.dumps(_names_of_facts(form)),
        autocomplete="off",
        novalidate=True,
        aria_label=form.title,
    )
    chooser = toolkit() if form.id == PLAN else None
    work = element(
        "div", case_file_panel(), chooser, questions, make_section(form), shown_place(form), cls="assessment-work"
    )
    return element(
        "div",
        paper_assets(),
        _opening(form),
        shared_device(NAMES),
        scripts_off(),
        paper_stamp(form.title),
        error_summary(),
        element("div", work, so_far_of_paper(TOOLS), cls="assessment-columns"),
        _left_out(form),
        dialogs(),
        passphrase_dialogs(),
        pdf_password_dialog(),
        cls="assessment paperwork",
        data_words=json.dumps(PYTHON_WORDS),
    )


def _names_of_facts(form: Form) -> dict[str, str]:
    """The field that each fact of a case file fills. In a section that repeats, the first entry's."""
    repeated = {section.id for section in form.sections if section.repeats}
    return {
        field.same_as: f"answers.{field.section}.0.{field.id}" if field.section in repeated else f"answers.{field.id}"
        for field in form.fields
        if field.same_as
    }


def _opening(form: Form) -> Html:
    return join(
        element(
            "div",
            element("p", with_law_in_form(form.purpose)),
            element("p", with_law_in_form(f"In the documents it is called “{form.was}”.")) if form.was else None,
            _rests(form),
            cls="opening",
        ),
        element(
            "section",
            element("h2", "Before you write", id="before"),
            element("ul", [element("li", with_law_in_form(text)) for text in form.before]),
            cls="warning",
            aria_labelledby="before",
        ),
        _list("use-when", "Use it when", form.use_when),
        _list("not-when", "Do not use it when", form.not_when),
        element("h2", "Where it goes", id="goes"),
        element("p", with_law_in_form(form.send_to)),
    )


def _list(id_: str, title: str, texts: Sequence[str]) -> Html:
    return join(element("h2", title, id=id_), element("ul", [element("li", with_law_in_form(text)) for text in texts]))


def _rests(form: Form) -> Html:
    """What the form rests on, and what the law register says of it: one click away, each status with its subject."""
    entries = [load_law().entries[id_] for id_ in form.law]
    return element(
        "details",
        element("summary", "Where this form comes from"),
        element("p", "It rests on ", cite_links(form.cites, new_tab=True), "."),
        element("ul", [element("li", entry.subject, " ", law_note(entry, new_tab=True)) for entry in entries])
        if entries
        else None,
        cls="aside-words",
    )


def _notes(ids: Sequence[str]) -> Part:
    return [[law_note(load_law().entries[id_], new_tab=True), " "] for id_ in ids]


CAN_STILL = (
    "You can still fill in the form and print it with your browser. Nothing is kept. Print before you close the page."
)


def scripts_off(what: str = "save a file", can_still: str = CAN_STILL) -> Html:
    """What the page cannot do where scripts are off, and what can still be done."""
    return element(
        "noscript",
        element(
            "div",
            element("p", element("strong", f"Scripts are off, so this page cannot {what}.")),
            element("p", f"{can_still} Do not wait for a form to call social care or the police."),
            cls="warning no-print",
        ),
    )


def _left_out(form: Form) -> Html | None:
    if not form.left_out:
        return None
    rows = [
        element(
            "li",
            element("strong", with_law_in_form(f"{left.was}.")),
            " ",
            with_law_in_form(left.why),
            " (",
            cite_links(left.cites, new_tab=True),
            ") ",
            _notes(left.law),
        )
        for left in form.left_out
    ]
    return element(
        "details",
        element("summary", "What the source has, and this form has not"),
        element("ul", rows),
        cls="aside-words left-out",
    )
