"""A whole journey with the mouse, on a phone and on a wide screen, with each tool."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

import cse_core
from tests.browser.form import (
    answers,
    button,
    clear,
    fill,
    open_file,
    radio,
    reading,
    save,
    show_reading,
    wait_until_ready,
)
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE, Tool, each_tool

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True)
class Journey:
    """What a tool reads on the way: at first, and once `then` has been answered as well."""

    tool: Tool
    first: str
    then: tuple[str, str]
    second: str
    said: tuple[str, ...]

    @property
    def case(self) -> dict[str, Any]:
        """Facts, items, evidence, a view with reasons."""
        case = self.tool.typed(
            "home at 4am, twice",
            reference="TEAM-4711",
            child={"age": 14, **dict.fromkeys(("missing_now", "disclosure", *self.tool.absent), "absent")},
            judgement={**self.tool.view, "reasons": "the pattern, and what a friend said"},
        )
        case["answers"][self.tool.second_item] = {"answer": "suspected"}
        return case


JOURNEYS = (
    Journey(
        PAN_BEDFORDSHIRE,
        first="medium",
        then=("answers.bought-sold-or-trafficked.answer", "present"),
        second="high",
        said=("Your judgement and the tool's reading differ", "You judged Medium", "give Low"),
    ),
    Journey(
        LAMBETH,
        first="refer_now",
        then=(f"answers.{LAMBETH.second_item}.level", "red"),
        second="section_47_now",
        said=("Your own marks", "Amber: the form calls this medium", "Keeps happening"),
    ),
)


def on_screen(place):
    """Whether the top of an element can be seen without scrolling."""
    return place.evaluate("e => { const { top } = e.getBoundingClientRect(); return top >= 0 && top < innerHeight; }")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.tool.id)
def test_a_whole_journey(visit, journey, width):
    tool = journey.tool
    page = visit(viewport={"width": width, "height": 640 if width < 600 else 900})

    # From the home page to the form.
    page.get_by_role("link", name=tool.link).click()
    page.wait_for_url("**/" + tool.path)
    blank = answers(page)
    wait_until_ready(page)
    assert page.evaluate(OVERFLOW) == 0

    # In the page's own order.
    fill(page, journey.case)
    assert page.evaluate(OVERFLOW) == 0
    shown = show_reading(page)
    assert (shown.status, shown.outcome) == ("final", journey.first)
    assert page.evaluate(OVERFLOW) == 0

    # What to do now comes first, and is what the reader sees first.
    headings = page.locator("[data-assessment]").get_by_role("heading", level=2)
    assert headings.first.inner_text() == "What to do now"
    assert on_screen(headings.first)
    assert "999" in shown.text.split("What to do now")[1].splitlines()[1]
    words = page.get_by_role("heading", name=shown.assessment["reading"]).first
    assert words.evaluate("heading => heading === document.activeElement")
    for said in journey.said:
        assert said in shown.text

    # A citation leads to its paragraph on the page of its document, and the answers stay.
    citation = page.locator("[data-assessment]").get_by_role("link", name=tool.cite).first
    with page.context.expect_page() as opened:
        citation.click()
    source = opened.value
    source.wait_for_load_state()
    place, _, anchor = source.url.partition("#")
    assert place.endswith(tool.source)
    assert on_screen(source.locator(f'[id="{anchor}"]'))
    assert source.evaluate(OVERFLOW) == 0
    source.close()

    # A changed answer marks the reading; changed back, the mark goes.
    stale = page.get_by_text("An answer has changed since this reading.")
    radio(page, "child.looked_after", "present").check()
    stale.wait_for()
    radio(page, "child.looked_after", "absent").check()
    stale.wait_for(state="hidden")
    radio(page, *journey.then).check()
    stale.wait_for()
    button(page, "Show the reading again").click()
    second = reading(page)
    assert not stale.is_visible()
    assert second.outcome == journey.second
    assert second.assessment != shown.assessment

    # The file: one that the core reads, under a name that says nothing of the child.
    name, text = save(page)
    assert name == "cse-case-2026-11-20.json"
    case = cse_core.read_case(text)
    assert json.loads(cse_core.to_json(cse_core.assess(case))) == second.assessment
    filled = answers(page)

    clear(page)
    assert answers(page) == blank
    assert page.locator("[data-assessment]").count() == 0

    open_file(page, name, text)
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == filled
    assert show_reading(page) == second
    assert page.evaluate(OVERFLOW) == 0


def test_clearing_can_be_called_off(visit):
    page = visit(PAN_BEDFORDSHIRE.path)
    fill(page, {"child": {"age": 9}})
    before = answers(page)
    button(page, "Clear everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep my answers").click()
    assert answers(page) == before
    button(page, "Clear everything").click()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert answers(page) == before


@each_tool
def test_a_removed_concern_is_not_read(visit, tool):
    page = visit(tool.path)
    wait_until_ready(page)
    concerns = [
        {"description": "first", "level": tool.mild, "answer": "present"},
        {"description": "second", "level": tool.grave, "answer": "present"},
        {"description": "third", "level": tool.mild, "answer": "present"},
        {"description": "fourth", "level": tool.mild, "answer": "present"},
    ]
    fill(page, {"child": {"age": 15, **dict.fromkeys(tool.absent, "absent")}, "other_concerns": concerns})
    page.get_by_role("group", name="Concern 2").get_by_role("button", name="Remove this concern").click()
    shown = show_reading(page)
    assert shown.outcome == tool.alone
    assert shown.assessment["counts"]["other"] == 3
    assert "second" not in shown.text


@each_tool
def test_the_forms_own_words_are_one_click_away(visit, tool):
    page = visit(tool.path)
    asked = tool.instrument.indicators[0]
    item = page.get_by_role("group", name=asked.plain, exact=True).first
    assert not item.get_by_text(asked.label, exact=True).is_visible()
    item.locator("summary", has_text=f"{tool.instrument.called} says").click()
    assert item.get_by_text(asked.label, exact=True).is_visible()
