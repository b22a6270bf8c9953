"""A whole journey with the mouse, on a phone and on a wide screen."""

import json
import re

import pytest

import cse_core
from tests.browser.form import (
    ASSESS,
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

CASE = {
    "assessed_on": "2026-11-20",
    "reference": "TEAM-4711",
    "child": {
        "age": 14,
        "missing_now": "absent",
        "disclosure": "absent",
        "learning_disability": "absent",
        "mental_health_concern": "absent",
        "looked_after": "absent",
        "care_leaver": "absent",
    },
    "answers": {
        "late-or-missing": {"answer": "present", "evidence": "home at 4am, twice", "recency": "current"},
        "less-contact-with-family-and-friends": {"answer": "suspected"},
    },
    "judgement": {"level": "medium", "reasons": "the pattern, and what a friend said"},
}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def on_screen(place):
    """Whether the top of an element can be seen without scrolling."""
    return place.evaluate("e => { const { top } = e.getBoundingClientRect(); return top >= 0 && top < innerHeight; }")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_whole_journey(visit, width):
    page = visit(viewport={"width": width, "height": 640 if width < 600 else 900})

    # From the home page to the form.
    page.get_by_role("link", name="Assess a child with the Pan-Bedfordshire tool").click()
    page.wait_for_url("**/" + ASSESS)
    blank = answers(page)
    wait_until_ready(page)
    assert page.evaluate(OVERFLOW) == 0

    # Facts, signs, evidence, judgement with reasons: in the page's own order.
    fill(page, CASE)
    assert page.evaluate(OVERFLOW) == 0
    shown = show_reading(page)
    assert (shown.status, shown.level) == ("final", "medium")
    assert page.evaluate(OVERFLOW) == 0

    # What to do now comes first, and is what the reader sees first.
    headings = page.locator("[data-assessment]").get_by_role("heading", level=2)
    assert headings.first.inner_text() == "What to do now"
    assert on_screen(headings.first)
    assert "999" in shown.text.split("What to do now")[1].splitlines()[1]
    words = page.get_by_role("heading", name=shown.assessment["reading"])
    assert words.evaluate("heading => heading === document.activeElement")
    both = page.get_by_role("heading", name="Your judgement and the tool's reading differ").locator("..")
    assert "You judged Medium" in both.inner_text()
    assert "give Low" in both.inner_text()

    # A citation leads to its paragraph on the instrument's page, and the answers stay.
    citation = page.locator("[data-assessment]").get_by_role("link", name="PB 8.2").first
    with page.context.expect_page() as opened:
        citation.click()
    source = opened.value
    source.wait_for_load_state()
    assert source.url.endswith("/instruments/pan-bedfordshire/#PB-8.2")
    assert on_screen(source.locator('[id="PB-8.2"]'))
    assert source.evaluate(OVERFLOW) == 0
    source.close()

    # A changed answer marks the reading; changed back, the mark goes.
    stale = page.get_by_text("An answer has changed since this reading.")
    radio(page, "child.looked_after", "present").check()
    stale.wait_for()
    radio(page, "child.looked_after", "absent").check()
    stale.wait_for(state="hidden")
    radio(page, "answers.older-boyfriend-or-girlfriend.answer", "present").check()
    stale.wait_for()
    button(page, "Show the reading again").click()
    first = reading(page)
    assert not stale.is_visible()
    assert first.assessment["indicated_level"] == "medium"

    # The file: one that the core reads, under a name that says nothing of the child.
    name, text = save(page)
    assert re.fullmatch(r"cse-case-2026-11-20\.json", name)
    case = cse_core.read_case(text)
    assert json.loads(cse_core.to_json(cse_core.assess(case))) == first.assessment
    filled = answers(page)

    clear(page)
    assert answers(page) == blank
    assert page.locator("[data-assessment]").count() == 0

    open_file(page, name, text)
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == filled
    assert show_reading(page) == first
    assert page.evaluate(OVERFLOW) == 0


def test_clearing_can_be_called_off(visit):
    page = visit(ASSESS)
    fill(page, {"child": {"age": 9}})
    before = answers(page)
    button(page, "Clear everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep my answers").click()
    assert answers(page) == before
    button(page, "Clear everything").click()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert answers(page) == before


def test_a_removed_concern_is_not_read(visit):
    page = visit(ASSESS)
    wait_until_ready(page)
    concerns = [
        {"description": "first", "level": "low", "answer": "present"},
        {"description": "second", "level": "high", "answer": "present"},
        {"description": "third", "level": "low", "answer": "present"},
        {"description": "fourth", "level": "low", "answer": "present"},
    ]
    fill(page, {"child": {"age": 15}, "other_concerns": concerns})
    page.get_by_role("group", name="Concern 2").get_by_role("button", name="Remove this concern").click()
    shown = show_reading(page)
    assert shown.assessment["indicated_level"] == "low"
    assert shown.assessment["counts"]["other"] == 3
    assert "second" not in shown.text


def test_the_words_of_2014_are_one_click_away(visit):
    page = visit(ASSESS)
    item = page.get_by_role("group", name="Somebody is buying, selling or trafficking the child").first
    label = cse_core.load_instrument("pan-bedfordshire")
    words = next(i.label for i in label.indicators if i.id == "bought-sold-or-trafficked")
    assert not item.get_by_text(words).is_visible()
    item.locator("summary", has_text="The 2014 form says").click()
    assert item.get_by_text(words).is_visible()
