"""`<!-- cse:form ID -->`: the assessment as a plain form. It can be read, filled in and printed with scripts off."""

from __future__ import annotations

import json

from cse_core import load_instrument
from cse_core.load.read_case import CASE_SCHEMA
from cse_core.model import Instrument

from .form_assets import assets
from .form_child import about_section, fact_section
from .form_context import context_section, other_concerns_section, views_section
from .form_items import answers_explained, sign_sections, vulnerability_block
from .form_judgement import judgement_section, reading_place
from .form_opening import opening
from .form_passphrase import passphrase_dialogs
from .form_so_far import so_far
from .form_tools import dialogs, error_summary, print_stamp
from .markup import Html, element


def form(instrument_id: str) -> Html:
    """The whole tool page: form, place for the reading, and the summary that stays in reach."""
    return form_of(load_instrument(instrument_id))


def form_of(instrument: Instrument) -> Html:
    """The tool page of this instrument, in the order a practitioner works."""
    urgent, *others = instrument.fact_sections
    questions = element(
        "form",
        fact_section(instrument, urgent),
        about_section(reviewed=instrument.review is not None),
        [fact_section(instrument, asked) for asked in others],
        answers_explained(instrument),
        sign_sections(instrument),
        vulnerability_block(instrument),
        other_concerns_section(instrument),
        context_section(),
        views_section(),
        judgement_section(instrument),
        # The dialog method has nowhere to send the answers, scripts on or off.
        method="dialog",
        id="assessment-form",
        data_instrument=instrument.id,
        data_head=json.dumps({"schema": CASE_SCHEMA, "instrument": instrument.id}),
        data_saved="case",
        autocomplete="off",
        novalidate=True,
        aria_label=instrument.title,
    )
    work = element("div", questions, reading_place(), cls="assessment-work")
    return element(
        "div",
        assets(),
        opening(instrument),
        print_stamp(instrument),
        error_summary(),
        element("div", work, so_far(), cls="assessment-columns"),
        dialogs(),
        passphrase_dialogs(),
        cls="assessment",
    )
