"""What single answer would change a reading: shown after it, once, below what has to be done."""

import json

import pytest

import cse_core
from tests.browser.form import answers, button, clear, field, fill, reading, show_reading
from tests.browser.tools import LAMBETH, each_tool

HEADING = "What single answer would change this reading?"
OTHER_THAN = "(old) => (document.querySelector('[data-changes]')?.dataset.changes ?? old) !== old"


@pytest.fixture
def page(shared_page, tool):
    page = shared_page(tool)
    yield page
    clear(page)
    assert answers(page) == page.blank


def changes(page):
    """What the section says of itself, once it is there."""
    section = page.locator("[data-changes]")
    section.wait_for()
    assert section.count() == 1
    return section.get_attribute("data-changes")


def expected(case):
    """The same from CPython."""
    checked = cse_core.read_case(json.dumps(case))
    return cse_core.changes_to_json(checked, cse_core.what_would_change(checked)).strip()


def headings(page):
    return page.locator("[data-assessment]").get_by_role("heading", level=2).all_inner_texts()


@each_tool
def test_it_follows_what_has_to_be_done_and_says_what_the_core_says(page, tool):
    case = tool.typed("seen twice", child={"age": 14, **dict.fromkeys(tool.absent, "absent")})
    fill(page, case)
    show_reading(page)
    assert changes(page) == expected(case)
    shown = headings(page)
    assert shown.count(HEADING) == 1
    assert shown.index("What to do next") < shown.index(HEADING) < shown.index("What this reading cannot tell you")


@each_tool
def test_asked_again_it_is_replaced(page, tool):
    fill(page, tool.typed("seen twice", child={"age": 14}))
    show_reading(page)
    first = changes(page)
    second = tool.urgent("seen twice")
    fill(page, second)
    # Twice at once: what the first asking finds out comes too late and is dropped.
    button(page, "Show the reading again").dblclick()
    reading(page)
    page.wait_for_function(OTHER_THAN, arg=first)
    assert changes(page) == expected(second)
    page.wait_for_timeout(500)
    assert headings(page).count(HEADING) == 1


@each_tool
def test_it_goes_with_the_form(page, tool):
    fill(page, tool.typed("seen twice"))
    show_reading(page)
    # Cleared while it is being worked out: it does not come after all.
    clear(page)
    page.wait_for_timeout(1500)
    assert page.get_by_text(HEADING).count() == 0

    fill(page, tool.typed("seen twice"))
    show_reading(page)
    changes(page)
    field(page, "child.age").fill("18")
    button(page, "Show the reading again").click()
    page.get_by_role("alert").filter(has_text="There is a problem").wait_for()
    assert page.get_by_text(HEADING).count() == 0


@pytest.mark.parametrize("tool", [LAMBETH], ids=str)
def test_long_lists_are_folded_and_open_where_they_stand(page, tool):
    show_reading(page)
    changes(page)
    section = page.locator(".reading-changes")
    folded = section.locator("details")
    assert folded.locator("summary").all_inner_texts() == [
        "Yes or suspected to any of 20 questions about the child",
        "Present or suspected for any of 54 items",
    ]
    assert folded.locator("li:visible").count() == 0
    folded.last.locator("summary").click()
    assert folded.locator("li:visible").count() == 54
    # What leads to a call is never folded away.
    assert section.get_by_text("“The child has told someone” is yes or suspected").is_visible()


@each_tool
def test_at_the_furthest_nothing_leads_further(page, tool):
    fill(page, tool.urgent("told a teacher"))
    assert show_reading(page).outcome == tool.furthest
    changes(page)
    assert "No single answer would take this reading further." in page.locator(".reading-changes").inner_text()
