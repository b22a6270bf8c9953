"""The practitioner's own mark on what is recorded: a colour they choose, and whether it keeps happening."""

from __future__ import annotations

from cse_core.model import Indicator, Instrument, Mark, Marking

from .cites import cite_links
from .fields import Choice, checkbox, field_id, radios
from .markup import Html, element, hidden_text, join

ORDER = (Mark.GREEN, Mark.AMBER, Mark.RED)


def marks_explained(instrument: Instrument) -> Html | None:
    """What the marks mean, said once before the first item, so that under each item only their names stand."""
    marking = instrument.marking
    if marking is None:
        return None
    meanings = [element("div", element("dt", name), element("dd", meaning)) for name, meaning in _meanings(marking)]
    return join(
        element("h3", marking.ask),
        element("p", marking.hint),
        element("dl", meanings),
        None if instrument.colours else _colours_lost(instrument, marking),
    )


def mark_choices(marking: Marking) -> tuple[Choice, ...]:
    """The names of the three marks, and none."""
    return (*((mark.value, _name(marking, mark)) for mark in ORDER), ("", marking.not_marked))


def item_marks(instrument: Instrument, marking: Marking, name: str, item: Indicator) -> Html:
    """The mark and the pattern of one item. A printed colour is shown beside, where somebody holds it."""
    printed = element("p", f"Printed colour: {item.printed.value}.", cls="hint") if item.printed else None
    choices, says = mark_radios(instrument, marking, f"{name}.level")
    return element(
        "div",
        element(
            "fieldset",
            element("legend", marking.ask, hidden_text(f": {item.plain}")),
            printed,
            choices,
            cls="recency mark-choices",
        ),
        element("div", checkbox(f"{name}.recurring", "This keeps happening", about=item.plain), cls="keeps-happening"),
        says,
        cls="item-marks",
    )


def mark_radios(instrument: Instrument, marking: Marking, name: str) -> tuple[Html, Html | None]:
    """The marks to choose from; and where one red is enough for a call, the words that choosing it shows and speaks."""
    says, id_ = _red_says(instrument, marking), f"{field_id(name)}-says"
    choices = radios(name, mark_choices(marking), "", {Mark.RED.value: id_} if says else None)
    return choices, element("p", says, cls="mark-says", id=id_) if says else None


def _colours_lost(instrument: Instrument, marking: Marking) -> Html:
    links = cite_links(marking.cites, new_tab=True)
    return element(
        "details",
        element("summary", "Why no item has a colour of its own"),
        element("p", marking.colours, " (", links, ")"),
        cls="aside-words",
    )


def _meanings(marking: Marking) -> list[tuple[str, str]]:
    """Each mark's name, and what follows the colon in the instrument's words for it."""
    parts = [marking.words[mark].partition(":") for mark in ORDER]
    return [(name, f"{meaning.strip()[:1].upper()}{meaning.strip()[1:]}.") for name, _, meaning in parts if meaning]


def _name(marking: Marking, mark: Mark) -> str:
    return marking.words[mark].partition(":")[0]


def _red_says(instrument: Instrument, marking: Marking) -> str:
    """Where the instrument's own routes send one red mark; empty when none asks for a mark alone."""
    alone = [
        route.title
        for route in instrument.routes
        for when in route.when
        if dict(when.conditions) == {"any_mark": [Mark.RED.value]}
    ]
    return f"One {_name(marking, Mark.RED).lower()} is enough. {alone[-1]}." if alone else ""
