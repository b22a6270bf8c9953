"""What is urgent, the date and reference, and the child's facts."""

from __future__ import annotations

from collections.abc import Sequence

from cse_core.model import Fact, Instrument

from .cites import cite_links, instrument_address
from .fields import QUESTION_ANSWERS, question, radios, section, text_field
from .markup import Html, element

# Said at the question itself, so that nobody has to wait for a reading to know it.
DO_NOW = {
    "missing_now": "If yes or suspected: call the police now. 999 if the child may be in danger, otherwise 101.",
    "disclosure": (
        "If yes or suspected: believe the child, do not press for details, "
        "and call social care and the police today."
    ),
}

AGE_WHY = "Age can change what the tool says and what has to be done. The tool is for children under 18."


def urgent_section(instrument: Instrument) -> Html:
    """Questions that call for a phone call now, asked before everything else."""
    asked = [fact for fact in instrument.facts if _is_urgent(instrument, fact)]
    return section(
        "urgent",
        "First: missing, or told someone?",
        [_urgent_fact(instrument, fact) for fact in asked],
    )


def about_section() -> Html:
    """The date of the assessment and a reference that names nobody."""
    return section(
        "about-this",
        "This assessment",
        text_field(
            "assessed_on",
            "Date of this assessment",
            hint="Review dates are counted from it.",
            type="date",
            data_allowed="a real date",
            width="date",
        ),
        text_field(
            "reference",
            "Your local reference (optional)",
            hint="For example a case number. Never a name, a date of birth or an address.",
            spellcheck="false",
        ),
    )


def child_section(instrument: Instrument) -> Html:
    """Age, and the statuses that can change what the tool says."""
    asked = [fact for fact in instrument.facts if not _is_urgent(instrument, fact)]
    return section(
        "child",
        "The child",
        element(
            "p",
            "“Not known” is an honest answer. The reading then says what to find out, and what it could change.",
        ),
        text_field(
            "child.age",
            "Age in years",
            hint="A whole number from 0 to 17. Leave it empty if it is not known.",
            width="short",
            inputmode="numeric",
            maxlength=3,
            data_allowed="a whole number from 0 to 17, or nothing when it is not known",
        ),
        _why(
            instrument,
            AGE_WHY,
            [cite for unknown in instrument.unknowns if unknown.fact == "age" for cite in unknown.cites],
        ),
        [_status_fact(instrument, fact) for fact in asked],
    )


def _is_urgent(instrument: Instrument, fact: Fact) -> bool:
    # What could raise the level is a status; what is left calls for a phone call, whatever the level.
    return fact.id not in {unknown.fact for unknown in instrument.unknowns}


def _urgent_fact(instrument: Instrument, fact: Fact) -> Html:
    name = f"child.{fact.id}"
    return question(name, fact.plain, radios(name, QUESTION_ANSWERS, "not_known"), hint=DO_NOW.get(fact.id) or fact.why)


def _status_fact(instrument: Instrument, fact: Fact) -> Html:
    name = f"child.{fact.id}"
    why = _why(instrument, fact.why, fact.cites)
    return question(name, fact.plain, radios(name, QUESTION_ANSWERS, "not_known"), why, cls="item")


def _why(instrument: Instrument, why: str, cites: Sequence[str]) -> Html:
    links = cite_links(cites, instrument_address(instrument.id), new_tab=True)
    return element("details", element("summary", "Why we ask"), element("p", why, " (", links, ")"), cls="aside-words")
