"""The practitioner's own judgement, asked before the reading, and the place where the reading appears."""

from __future__ import annotations

from cse_core.model import Instrument, Reads

from .cites import cite_links
from .fields import LEVEL_WORDS, QUESTION_ANSWERS, Choice, question, radios, section, text_area
from .form_child import START
from .markup import Html, Part, element, join

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
REASONS = "What makes you think so? What would change your mind?"
LEVEL_REASONS = f"Needed if you chose Low, Medium or High. {REASONS}"
PATHWAY_REASONS = f"{REASONS} {SAME_OF_ANOTHER}"
HARM_QUESTION = (
    "Do you have reasonable cause to suspect that the child is suffering, or likely to suffer, significant harm?"
)


def judgement_section(instrument: Instrument) -> Html:
    """Own view, reasons and significant harm; then the button that shows the reading."""
    by_level = instrument.reads is Reads.LEVEL
    cites = cite_links(instrument.caveat_cites, new_tab=True)
    return section(
        "judgement",
        "Your own judgement",
        element("p", (LEVEL_INTRO if by_level else PATHWAY_INTRO), " (", cites, ")"),
        harm_question(),
        own_view(instrument),
        show_reading(),
    )


def harm_question(prefix: str = "", more: Part = None) -> Html:
    """Reasonable cause to suspect significant harm? `prefix` begins the name of the field; `more` stands under it."""
    name = f"{prefix}judgement.significant_harm"
    return question(
        name,
        HARM_QUESTION,
        radios(name, QUESTION_ANSWERS, "not_known"),
        more,
        hint="If yes or suspected: call children’s social care now. Do not finish the form first.",
    )


def own_view(instrument: Instrument, prefix: str = "") -> Html:
    """The practitioner's own level, where the tool reads one, and their reasons. `prefix` begins the names."""
    by_level = instrument.reads is Reads.LEVEL
    name = f"{prefix}judgement.level"
    level = question(
        name, "How serious do you judge this to be?", radios(name, JUDGED_LEVELS, ""), hint=SAME_OF_ANOTHER
    )
    reasons = LEVEL_REASONS if by_level else PATHWAY_REASONS
    return join(level if by_level else None, text_area(f"{prefix}judgement.reasons", "Your reasons", hint=reasons))


def show_reading() -> Html:
    """The button that asks for the reading, with how far Python is."""
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
    back = element("a", "Change answers", href=f"#{START}", cls="back-link", data_jump=True)
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
            element("a", "Change answers", href=f"#{START}", cls="back-link", data_jump=True),
            element("button", "Print this record", type="button", cls="button", data_action="print"),
            element("button", "Save to this device", type="button", cls="button button--secondary", data_action="save"),
            cls="reading-tools",
        ),
        id="reading",
        cls="reading-place",
        aria_label="The tool’s reading",
        hidden=True,
    )
