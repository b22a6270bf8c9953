"""Concerns the tool does not list, the people and places around the child, and what child and family say."""

from __future__ import annotations

from cse_core.model import Instrument

from .fields import ITEM_ANSWERS, LEVEL_WORDS, question, radios, remove_row, section, text_area
from .form_marks import mark_radios
from .markup import Html, element

ROWS_ON_PAPER = 3


def other_concerns_section(instrument: Instrument) -> Html:
    """Concerns of the practitioner's own, each with the level or mark they give it."""
    rows = [_other_concern(instrument, index) for index in range(ROWS_ON_PAPER)]
    add = element(
        "button",
        "Add another concern",
        type="button",
        cls="button button--secondary",
        data_action="add-row",
        data_adds="other_concerns",
        data_needs_script=True,
        hidden=True,
    )
    return section(
        "other-concerns",
        "Other concerns",
        element("p", "Anything that worries you and is not in the list. You decide how serious it is."),
        element("div", rows, data_rows="other_concerns", data_one="concern"),
        add,
    )


def _how_serious(instrument: Instrument, name: str) -> Html:
    if instrument.marking is None:
        return question(name, "How serious do you judge it to be?", radios(name, LEVEL_WORDS))
    return question(name, instrument.marking.ask, mark_radios(instrument, instrument.marking, name), cls="mark-choices")


def _other_concern(instrument: Instrument, index: int) -> Html:
    name = f"other_concerns.{index}"
    return element(
        "fieldset",
        element("legend", f"Concern {index + 1}"),
        text_area(f"{name}.description", "What is the concern?", rows=2),
        _how_serious(instrument, f"{name}.level"),
        question(
            f"{name}.answer",
            "Is it happening, or do you suspect it?",
            radios(f"{name}.answer", ITEM_ANSWERS, "not_known"),
            hint="It counts only when you answer Present or Suspected.",
        ),
        remove_row("concern"),
        cls="other-concern",
        data_row=index,
    )


def context_section() -> Html:
    """Who, where, online, and what protects the child. Kept and printed, never scored."""
    return section(
        "context",
        "People, places and what protects the child",
        element("p", "This is kept with the record. The tool does not score it, and the people you work with need it."),
        text_area(
            "context.people_of_concern",
            "Who may be harming the child?",
            hint="Link to the child, rough age, car, username. Your procedures say whether to write a name.",
        ),
        text_area("context.places", "Which places?", hint="Addresses, parks, shops, hotels, cars, routes."),
        text_area(
            "context.peers",
            "Which other children may be affected?",
            hint="Describe them without names. Each may need help too.",
        ),
        text_area(
            "context.online",
            "What happens online or by phone?",
            hint="Apps, games, usernames, who contacts the child and how.",
        ),
        text_area(
            "context.protective",
            "What protects the child?",
            hint="Adults they trust, places they feel safe, what they are good at, what has helped before.",
        ),
    )


def views_section() -> Html:
    """What the child and the family say."""
    return section(
        "views",
        "The child’s view and the family’s view",
        text_area(
            "child_view",
            "What does the child say, and what do they want?",
            hint="Their own words. If nobody has asked, say so.",
        ),
        text_area(
            "family_view",
            "What do the family or carers say?",
            hint="Only ask where asking cannot put the child in danger.",
        ),
    )
