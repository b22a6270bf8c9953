"""The practitioner's own marks: beside what is recorded and nowhere else, in words, and read at once."""

import json

import pytest

import cse_core
from tests.browser.form import (
    answers,
    box,
    button,
    clear,
    field,
    fill,
    open_file,
    open_summary,
    radio,
    reading,
    save,
    show_reading,
)
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE

NAME = f"answers.{LAMBETH.item}"
PLAIN = LAMBETH.instrument.indicator(LAMBETH.item).plain
CALL = "Call children's social care and the police now"
MARKED = {"answers": {LAMBETH.item: {"answer": "present", "level": "amber", "recurring": True}}}
SIZES = "all => all.map((e) => { const { width, height } = e.getBoundingClientRect(); return [e.innerText, width, height]; })"
MOVING = """all => all.filter((e) => {
    const style = getComputedStyle(e);
    return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== "none";
}).map((e) => e.className)"""


@pytest.fixture
def page(shared_page):
    page = shared_page(LAMBETH)
    yield page
    clear(page)
    assert answers(page) == page.blank


def marks(page):
    """The marks that can be seen, in words, item by item."""
    return page.locator(".item-marks:visible").all_inner_texts()


def recorded(page):
    """What the summary says beside the item."""
    line = page.locator("#recorded li li").filter(has_text=PLAIN)
    return line.inner_text().removeprefix(PLAIN).strip()


def written(page):
    """What a saved file holds of the item."""
    return json.loads(save(page)[1])["answers"].get(LAMBETH.item)


def test_no_mark_is_asked_for_until_something_is_recorded(page):
    assert marks(page) == []
    for answer, asked in (("absent", 0), ("suspected", 1), ("not_known", 0), ("present", 1)):
        radio(page, f"{NAME}.answer", answer).check()
        assert len(marks(page)) == asked, answer
    (words,) = marks(page)
    for name in ("Your own mark", "Green", "Amber", "Red", "Not marked", "This keeps happening"):
        assert name in words
    assert radio(page, f"{NAME}.level", "").is_checked()


def test_a_mark_out_of_sight_is_not_part_of_the_case(page):
    fill(page, MARKED)
    marked = {"level": "amber", "recurring": True, "recency": "not_known"}
    assert written(page) == {"answer": "present", **marked}
    radio(page, f"{NAME}.answer", "absent").check()
    assert marks(page) == []
    assert written(page) == {"answer": "absent", "recency": "not_known"}
    radio(page, f"{NAME}.answer", "not_known").check()
    assert written(page) is None
    # A slip of the finger costs nothing.
    radio(page, f"{NAME}.answer", "suspected").check()
    assert written(page) == {"answer": "suspected", **marked}


def test_the_summary_says_the_mark_beside_the_answer(page):
    radio(page, f"{NAME}.answer", "present").check()
    assert recorded(page) == "Present"
    radio(page, f"{NAME}.level", "red").check()
    assert recorded(page) == "Present, red"
    box(page, f"{NAME}.recurring").check()
    assert recorded(page) == "Present, red, keeps happening"
    radio(page, f"{NAME}.level", "").check()
    assert recorded(page) == "Present, keeps happening"
    fill(page, {"other_concerns": [{"description": "a car waits", "level": "green", "answer": "suspected"}]})
    assert page.locator("#recorded").get_by_text("Suspected, green").is_visible()


def test_one_red_turns_the_reading_into_a_call(page):
    fill(page, MARKED)
    before = show_reading(page)
    assert before.outcome == "refer_now"
    assert page.locator("[data-level]").count() == 0
    assert page.locator(".reading-result h2").inner_text() != CALL
    says = page.get_by_text(f"One red is enough. {CALL}.").locator("visible=true")
    assert says.count() == 0

    radio(page, f"{NAME}.level", "red").check()
    assert says.count() == 1
    page.get_by_text("An answer has changed since this reading.").wait_for()
    button(page, "Show the reading again").click()
    assert reading(page).outcome == "section_47_now"
    assert page.locator(".reading-result h2").inner_text() == CALL
    assert PLAIN in page.locator(".reading-marks li", has_text="Red").inner_text()
    assert CALL in page.locator(".reading-now").inner_text()


def test_a_red_concern_is_enough_as_well(page):
    fill(page, {"other_concerns": [{"description": "a car waits", "level": "red", "answer": "suspected"}]})
    assert page.get_by_text(f"One red is enough. {CALL}.").locator("visible=true").count() == 1
    assert show_reading(page).outcome == "section_47_now"


def test_a_box_makes_a_reading_out_of_date_and_takes_it_back(page):
    fill(page, MARKED)
    show_reading(page)
    stale = page.get_by_text("An answer has changed since this reading.")
    box(page, f"{NAME}.recurring").uncheck()
    stale.wait_for()
    box(page, f"{NAME}.recurring").check()
    stale.wait_for(state="hidden")


def test_marks_come_back_from_a_file(page):
    fill(page, MARKED | {"other_concerns": [{"description": "a car waits", "level": "green", "answer": "present"}]})
    first, filled = show_reading(page), answers(page)
    name, text = save(page)
    assert json.loads(cse_core.to_json(cse_core.assess(cse_core.read_case(text)))) == first.assessment
    clear(page)
    assert marks(page) == []
    open_file(page, name, text)
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == filled
    assert recorded(page) == "Present, amber, keeps happening"
    assert show_reading(page) == first


def test_evidence_stays_in_sight_when_the_answer_is_taken_back(page):
    fill(page, MARKED)
    field(page, f"{NAME}.evidence").fill("seen by a neighbour")
    radio(page, f"{NAME}.answer", "not_known").check()
    assert field(page, f"{NAME}.evidence").is_visible()
    assert marks(page) == []
    assert "You wrote something beside 1 item still at “Not known”." in show_reading(page).text


@pytest.fixture
def phone(visit):
    page = visit(LAMBETH.path, viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    fill(page, MARKED)
    open_summary(page)
    return page


def test_no_control_is_too_small_to_hit(phone):
    """24 by 24 pixels or more."""
    sizes = phone.locator(".assessment :is(label.choice, summary, button):visible").evaluate_all(SIZES)
    assert len(sizes) > 300
    assert [words for words, width, height in sizes if min(width, height) < 24] == []


def test_nothing_moves_for_those_who_asked_for_that(phone):
    assert phone.locator(".assessment *").evaluate_all(MOVING) == []


def test_a_tool_without_marks_asks_for_none(visit):
    page = visit(PAN_BEDFORDSHIRE.path)
    radio(page, f"answers.{PAN_BEDFORDSHIRE.item}.answer", "present").check()
    assert page.locator(".item-marks, .mark-choices, .assessment input[type=checkbox]").count() == 0
