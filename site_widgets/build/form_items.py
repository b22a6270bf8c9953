"""The items: signs by group, and vulnerability factors in a block of their own. No level is shown beside an item."""

from __future__ import annotations

from cse_core.model import Group, Indicator, Instrument, Kind

from .cites import instrument_address
from .fields import ITEM_ANSWERS, Choice, question, radios, section, text_area
from .form_marks import item_marks, marks_explained
from .markup import Html, Part, element, hidden_text, join

RECENCY: tuple[Choice, ...] = (
    ("current", "Now"),
    ("past_6_months", "In the past 6 months"),
    ("earlier", "Longer ago"),
    ("not_known", "Not known"),
)

LIVES_WITH = "What the child lives with"
LIVES_WITH_SUFFIX = ": what the child lives with"
LIVES_WITH_MEANS = (
    "These are not signs of exploitation. Somebody who exploits a child may use them. Some are harm in their own "
    "right, and a reason to refer."
)

ANSWER_MEANINGS = (
    ("Present", "It has been seen, said or recorded, now or at any time before."),
    ("Suspected", "You have reason to think so. It counts as much as present, and is shown as suspected."),
    ("Absent", "Somebody has looked or asked, and it is not there."),
    ("Not known", "Nobody has looked or asked, or you cannot tell. This is where every item starts."),
)


def answers_explained(instrument: Instrument) -> Html:
    """The four answers, and the marks where the tool has them: said once, before the first item."""
    meanings = [element("div", element("dt", word), element("dd", meaning)) for word, meaning in ANSWER_MEANINGS]
    return element(
        "div",
        element("h2", "How to answer the items"),
        element("dl", meanings),
        element("p", "You do not need proof. Write what was seen or heard, not what you think of the child."),
        marks_explained(instrument),
        cls="answers-explained",
        id="answers-explained",
    )


def sign_sections(instrument: Instrument) -> Html:
    """One section for each group of signs: what somebody may be doing to the child."""
    return join(*[_group(instrument, *group) for group in groups_of(instrument, Kind.SIGN)])


def vulnerability_block(instrument: Instrument) -> Html:
    """The vulnerability factors, set apart and explained."""
    groups = [_group(instrument, *group) for group in groups_of(instrument, Kind.VULNERABILITY)]
    explained = None
    if len(groups) > 1:
        explained = element(
            "div", element("h2", LIVES_WITH, id="lives-with"), element("p", LIVES_WITH_MEANS, cls="group-intro")
        )
    return element("div", explained, groups, cls="vulnerability-block")


def groups_of(instrument: Instrument, kind: Kind) -> list[tuple[Group, list[Indicator]]]:
    """Each group with its items of this kind. A group that holds both kinds is shown in both places."""
    found = []
    for group in instrument.groups:
        items = [item for item in instrument.indicators if item.group == group.id and item.kind is kind]
        found += [(group, items)] if items else []
    return found


def _group(instrument: Instrument, group: Group, items: list[Indicator]) -> Html:
    both = group.kind is None and items[0].kind is Kind.VULNERABILITY
    return section(
        f"group-{group.id}" + ("-lives-with" if both else ""),
        group.title + (LIVES_WITH_SUFFIX if both else ""),
        element("p", group.intro, cls="group-intro"),
        [item_question(instrument, item) for item in items],
    )


def item_question(instrument: Instrument, item: Indicator, prefix: str = "", more: Part = None) -> Html:
    """One item. `prefix` begins the names of its fields; `more` stands under the answers."""
    name = f"{prefix}answers.{item.id}"
    return question(
        f"{name}.answer",
        item.plain,
        radios(f"{name}.answer", ITEM_ANSWERS, "not_known"),
        more,
        _detail(instrument, name, item),
        _wording(instrument, item),
        hint=item.note,
        cls="item",
    )


def _detail(instrument: Instrument, name: str, item: Indicator) -> Html:
    recency = element(
        "fieldset",
        element("legend", "When was it last seen or heard?", hidden_text(f" {item.plain}")),
        radios(f"{name}.recency", RECENCY, "not_known"),
        cls="recency",
    )
    evidence = text_area(f"{name}.evidence", "What was seen or heard, by whom, when", rows=2, about=item.plain)
    marks = item_marks(instrument, instrument.marking, name, item) if instrument.marking else None
    return element("div", marks, evidence, recency, cls="item-detail")


def _wording(instrument: Instrument, item: Indicator) -> Html:
    # The citations of an item name its list. That would show the level before the practitioner has judged.
    place = element(
        "a",
        "Its place in the tool, with its level" if item.level else "Its place in the tool",
        hidden_text(" (opens in a new tab)"),
        href=f"{instrument_address(instrument.id)}#item-{item.id}",
        target="_blank",
        rel="noopener",
    )
    return element(
        "details",
        element("summary", f"{instrument.called} says", hidden_text(f", about: {item.plain}")),
        element("p", element("q", item.label)),
        element("p", item.language_note) if item.language_note else None,
        element("p", place),
        cls="aside-words",
    )
