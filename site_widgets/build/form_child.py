"""The date and reference, and what is asked about the child. What is urgent comes first."""

from __future__ import annotations

from collections.abc import Sequence

from cse_core.model import Fact, FactSection, Instrument

from .cites import cite_links
from .fields import QUESTION_ANSWERS, question, radios, section, text_field
from .markup import Html, Part, element, join

# Where the form begins, whatever the tool calls its first section. The page's scripts and links go there.
START = "urgent"
AGE_WHY = "Age can change what the tool says and what has to be done. The tool is for children under 18."


def about_section(reviewed: bool = True) -> Html:
    """The date of the assessment and a reference that names nobody. `reviewed`: the tool says when to look again."""
    return section(
        "about-this",
        "This assessment",
        text_field(
            "assessed_on",
            "Date of this assessment",
            hint="Review dates are counted from it." if reviewed else "The day on which these answers hold.",
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


def fact_section(instrument: Instrument, asked: FactSection) -> Html:
    """One section of questions about the child; one section of every instrument also asks the age."""
    facts = [fact for fact in instrument.facts if fact.section == asked.id]
    return section(
        START if asked is instrument.fact_sections[0] else asked.id,
        asked.title,
        element("p", asked.intro) if asked.intro else None,
        age_question(instrument) if asked.asks_age else None,
        [fact_question(instrument, fact) for fact in facts],
    )


def age_question(instrument: Instrument, prefix: str = "", more: Part = None) -> Html:
    """The age. `prefix` begins the name of the field; `more` stands under it."""
    cites = [cite for unknown in instrument.unknowns if unknown.fact == "age" for cite in unknown.cites]
    field = text_field(
        f"{prefix}child.age",
        "Age in years",
        hint="A whole number from 0 to 17. Leave it empty if it is not known.",
        width="short",
        inputmode="numeric",
        maxlength=3,
        data_allowed="a whole number from 0 to 17, or nothing when it is not known",
        # The style can only tell an empty field from a full one by its placeholder.
        **({"placeholder": " "} if more else {}),
    )
    why = _why(AGE_WHY, cites or instrument.age_limit_cites)
    return element("div", field, more, why, cls="age") if more else join(field, why)


def fact_question(instrument: Instrument, fact: Fact, prefix: str = "", more: Part = None) -> Html:
    """One fact. `prefix` begins the name of the field; `more` stands under the answers."""
    name = f"{prefix}child.{fact.id}"
    why = _why(fact.why, fact.cites)
    # What is urgent is said in the open; "Why we ask" would only stand in the way of the call.
    urgent = instrument.fact_sections[0].id == fact.section
    cls = "" if urgent else "item"
    answers = radios(name, QUESTION_ANSWERS, "not_known")
    return question(name, fact.plain, answers, more, None if urgent else why, hint=fact.do_now or None, cls=cls)


def _why(why: str, cites: Sequence[str]) -> Html:
    links = cite_links(cites, new_tab=True)
    return element("details", element("summary", "Why we ask"), element("p", why, " (", links, ")"), cls="aside-words")
