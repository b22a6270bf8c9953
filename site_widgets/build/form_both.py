"""`<!-- cse:both -->`: one story, told once for both tools. The same questions as on each tool's own page."""

from __future__ import annotations

import json

from cse_core import load_instrument
from cse_core.load.crosswalk import load_crosswalk
from cse_core.load.read_vignette import VIGNETTE_SCHEMA
from cse_core.model import Instrument

from .cites import cite_links
from .fields import section
from .form_assets import assets
from .form_both_opening import opening_of_both
from .form_both_questions import Story
from .form_child import about_section
from .form_items import answers_explained
from .form_judgement import harm_question, own_view, reading_place, show_reading
from .form_passphrase import passphrase_dialogs
from .form_so_far import so_far
from .form_tools import dialogs, error_summary, print_stamp
from .markup import Html, element, join

TITLE = "Both tools, one story"
# What a file that this page saves holds, in the words of the page.
SAVED = "story"
JUDGEMENT_INTRO = (
    "Say what you think before you see what the tools say. The first question is for both. Your level is for {first} "
    "alone, as your marks are for {second} alone. What you think can only bring help sooner."
)


def both() -> Html:
    """The whole page: form, place for both readings, and the summary that stays in reach."""
    crosswalk = load_crosswalk()
    first, second = (load_instrument(id_) for id_ in crosswalk.between)
    story = Story(crosswalk, first, second)
    questions = element(
        "form",
        story.urgent(),
        about_section(),
        story.asked_by_both(),
        answers_explained(first),
        story.own_questions(first),
        story.own_questions(second),
        _judgement(story),
        # The dialog method has nowhere to send the answers, scripts on or off.
        method="dialog",
        id="assessment-form",
        # The form of no one instrument: all are read when Python starts.
        data_instrument="",
        data_head=json.dumps({"schema": VIGNETTE_SCHEMA}),
        data_saved=SAVED,
        autocomplete="off",
        novalidate=True,
        aria_label=TITLE,
    )
    work = element("div", questions, reading_place(), cls="assessment-work")
    return element(
        "div",
        assets("both.css"),
        opening_of_both(first, second),
        print_stamp(first, second),
        error_summary(),
        element("div", work, so_far(SAVED), cls="assessment-columns"),
        dialogs(),
        passphrase_dialogs(),
        cls="assessment assessment--both",
    )


def _judgement(story: Story) -> Html:
    first, second = story.first, story.second
    intro = JUDGEMENT_INTRO.format(first=first.short_title, second=second.short_title)
    return section(
        "judgement",
        "Your own judgement",
        element("p", intro, " (", _cites(first), ", ", _cites(second), ")"),
        harm_question(story.prefix(first), story.tick("judgement.significant_harm")),
        own_view(first, story.prefix(first)),
        show_reading(),
    )


def _cites(instrument: Instrument) -> Html:
    return join(cite_links(instrument.caveat_cites, new_tab=True))
