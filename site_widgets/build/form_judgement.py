"""The practitioner's own judgement, asked before the reading, and the place where the reading appears."""

from __future__ import annotations

from cse_core.model import Instrument, Reads

from .cites import cite_links, instrument_address
from .fields import LEVEL_WORDS, QUESTION_ANSWERS, Choice, question, radios, section, text_area
from .markup import Html, element

JUDGED_LEVELS: tuple[Choice, ...] = (("", "I have not formed a view yet"), *LEVEL_WORDS)

# Judgement has been harsher, or slower to see harm, for some children than for others.
SAME_OF_ANOTHER = (
    "Would you say the same of a boy or a girl, an older or younger child, a disabled child, a Black or white child?"
)
LEVEL_INTRO = (
    "Say what you think before you see what the tool says. If the two differ, both are kept. "
    "Your judgement can raise the level. It never lowers it."
)
PATHWAY_INTRO = (
    "Say what you think before you see what the tool says. This tool gives no level. "
    "Your marks and your answer here can only bring help sooner."
)
LEVEL_REASONS = "Needed if you chose Low, Medium or High. "
REASONS = "What makes you think so? What would change your mind?"
HARM_QUESTION = (
    "Do you have reasonable cause to suspect that the child is suffering, or likely to suffer, significant harm?"
)


def judgement_section(instrument: Instrument) -> Html:
    """Own view, reasons and significant harm; then the button that shows the reading."""
    by_level = instrument.reads is Reads.LEVEL
    cites = cite_links(instrument.caveat_cites, instrument_address(instrument.id), new_tab=True)
    return section(
        "judgement",
        "Your own judgement",
        element("p", (LEVEL_INTRO if by_level else PATHWAY_INTRO), " (", cites, ")"),
        question(
            "judgement.significant_harm",
            HARM_QUESTION,
            radios("judgement.significant_harm", QUESTION_ANSWERS, "not_known"),
            hint="If yes or suspected: call children’s social care now. Do not finish the form first.",
        ),
        _judged_level() if by_level else element("p", SAME_OF_ANOTHER, cls="hint"),
        text_area("judgement.reasons", "Your reasons", hint=(LEVEL_REASONS if by_level else "") + REASONS),
        _show_reading(),
    )


def _judged_level() -> Html:
    return question(
        "judgement.level",
        "How serious do you judge this to be?",
        radios("judgement.level", JUDGED_LEVELS, ""),
        hint=SAME_OF_ANOTHER,
    )


def _show_reading() -> Html:
    return element(
        "div",
        element("p", id="python-status", cls="python-status", role="status"),
        element(
            "div",
            element(
                "button", "Show the reading", type="button", id="show-reading", cls="button", data_action="show-reading"
            ),
            element(
                "button",
                "Try again",
                type="button",
                id="python-retry",
                cls="button button--secondary",
                data_action="retry",
                hidden=True,
            ),
            cls="button-group",
        ),
        cls="show-reading needs-script",
        data_needs_script=True,
        hidden=True,
    )


def reading_place() -> Html:
    """Where the reading goes. Empty and hidden until there is one."""
    back = element("a", "Change answers", href="#urgent", cls="back-link", data_jump=True)
    stale = element(
        "div",
        element("p", element("strong", "An answer has changed since this reading."), " It may be out of date."),
        element(
            "button",
            "Show the reading again",
            type="button",
            cls="button button--secondary",
            data_action="show-reading",
        ),
        id="reading-stale",
        cls="warning",
        hidden=True,
    )
    return element(
        "section",
        element("div", back, cls="reading-tools"),
        stale,
        element("div", id="reading-body"),
        element(
            "div",
            element("a", "Change answers", href="#urgent", cls="back-link", data_jump=True),
            element("button", "Print this record", type="button", cls="button", data_action="print"),
            element("button", "Save to this device", type="button", cls="button button--secondary", data_action="save"),
            cls="reading-tools",
        ),
        id="reading",
        cls="reading-place",
        aria_label="The tool’s reading",
        hidden=True,
    )
