"""What is wrong in the form, or with a file, is said where the reader is and costs them nothing they typed."""

import re

import pytest

from tests.browser.form import (
    answers,
    button,
    clear,
    field,
    fill,
    open_file,
    radio,
    show_reading,
    wait_until_ready,
)
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE, TOOLS

VIEW = "wants to be left alone"


def typed(tool):
    return tool.typed("home at 4am twice", reference="REF 7", child_view=VIEW)


def file_of(tool, rest="}"):
    """The text of a case file of this tool, which goes on with `rest`."""
    return f'{{"schema": "cse-case/1", "instrument": "{tool.id}", "assessed_on": "2026-11-20"{rest}'


NOT_A_CASE = file_of(PAN_BEDFORDSHIRE, "")


@pytest.fixture
def tool():
    return PAN_BEDFORDSHIRE


@pytest.fixture
def page(shared_page, tool):
    page = shared_page(tool)
    fill(page, typed(tool))
    yield page
    clear(page)


def type_date(page, digits):
    """A date as a person types it: the field itself refuses to hold one that cannot be."""
    field(page, "assessed_on").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type(digits)


def judgement_without_reasons(page):
    radio(page, "judgement.level", "medium").check()


def concern_without_words(page):
    page.locator('[name="other_concerns.0.level"]').nth(2).check()
    radio(page, "other_concerns.0.answer", "present").check()


WRONG = {
    "judgement without reasons": (judgement_without_reasons, "judgement.reasons", "Your reasons"),
    "age 18": (lambda page: field(page, "child.age").fill("18"), "child.age", "18"),
    "age in letters": (lambda page: field(page, "child.age").fill("ten"), "child.age", "Age in years"),
    "age below nothing": (lambda page: field(page, "child.age").fill("-1"), "child.age", "Age in years"),
    "age and a half": (lambda page: field(page, "child.age").fill("7.5"), "child.age", "Age in years"),
    "no date": (lambda page: field(page, "assessed_on").fill(""), "assessed_on", "Date of this assessment"),
    "impossible date": (lambda page: type_date(page, "31022026"), "assessed_on", "Date of this assessment"),
    "other concern without words": (concern_without_words, "other_concerns.0.description", "What is the concern?"),
}
PUT_RIGHT = {
    "judgement.reasons": "what was seen",
    "child.age": "17",
    "assessed_on": "2026-11-20",
    "other_concerns.0.description": "a man waits at the gate",
}


# What is asked in the same way is read by the same rules: of the second tool, one field of each kind.
WRONG_THERE = ("age 18", "impossible date", "other concern without words")
WRONG_ANSWERS = [pytest.param(PAN_BEDFORDSHIRE, *wrong, id=name) for name, wrong in WRONG.items()]
WRONG_ANSWERS += [pytest.param(LAMBETH, *WRONG[name], id=f"lambeth: {name}") for name in WRONG_THERE]


@pytest.mark.parametrize(("tool", "spoil", "name", "words"), WRONG_ANSWERS)
def test_a_wrong_answer_is_named_in_the_summary_and_at_its_field(page, tool, spoil, name, words):
    title = page.title()
    spoil(page)
    before = answers(page)
    button(page, "Show the reading").click()

    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert summary.evaluate("summary => summary === document.activeElement")
    links = summary.get_by_role("link")
    assert links.count() == 1
    assert words in links.inner_text()
    assert page.title() == f"Error: {title}"
    assert page.locator("[data-assessment]").count() == 0
    assert answers(page) == before

    control = field(page, name)
    assert control.get_attribute("aria-invalid") == "true"
    described = [page.locator(f'[id="{id_}"]') for id_ in control.get_attribute("aria-describedby").split()]
    message = described[-1].inner_text()
    assert message.startswith("Error:")
    assert links.inner_text() in message
    assert page.locator("[aria-invalid]").count() == 1
    # What the reader is told is in their words, not in a file's.
    assert not re.search(r"null|child\.|answers\.|judgement\.|other_concerns|assessed_on", summary.inner_text())

    links.click()
    assert control.evaluate("control => control === document.activeElement")
    assert page.evaluate("location.hash") == ""

    control.fill(PUT_RIGHT[name])
    shown = show_reading(page)
    assert shown.status
    assert page.title() == title
    assert not summary.is_visible()
    assert page.locator("[aria-invalid], .error-message").count() == 0
    assert field(page, "child_view").input_value() == VIEW


def test_all_that_is_wrong_is_named_at_once(page):
    field(page, "child.age").fill("18")
    judgement_without_reasons(page)
    concern_without_words(page)
    button(page, "Show the reading").click()
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert summary.get_by_role("link").count() == 3
    assert page.locator("[aria-invalid]").count() == 3


def test_a_wrong_answer_takes_an_old_reading_away(page):
    show_reading(page)
    field(page, "child.age").fill("18")
    button(page, "Show the reading again").click()
    page.get_by_role("alert").filter(has_text="There is a problem").wait_for()
    assert page.locator("[data-assessment]").count() == 0


FILES = {
    "damaged": (NOT_A_CASE, "cannot be read as JSON"),
    "empty": ("", "cannot be read as JSON"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "cannot be read as JSON"),
    "somebody else's JSON": ('{"name": "a list", "items": [1, 2]}', ""),
    "a list": ("[]", ""),
    "nothing": ("null", ""),
    "another tool": (NOT_A_CASE.replace("pan-bedfordshire", "no-such-tool") + "}", "The file is for another tool."),
    "another version": (NOT_A_CASE.replace("cse-case/1", "cse-case/9") + "}", "cse-case/9"),
    "an impossible date": (NOT_A_CASE.replace("2026-11-20", "2026-02-30") + "}", "2026-02-30"),
    "an unknown item": (NOT_A_CASE + ', "answers": {"no-such-item": {"answer": "present"}}}', "no-such-item"),
    "an adult": (NOT_A_CASE + ', "child": {"age": 18}}', "18"),
}
FILES_THERE = {
    "the first tool's": (file_of(PAN_BEDFORDSHIRE), "This page opens cases for: Lambeth risk matrix checklist."),
    "a colour that is no mark": (
        file_of(LAMBETH, ', "answers": {"secretive": {"answer": "present", "level": "purple"}}}'),
        "one of red, amber, green",
    ),
    "a level for a mark": (
        file_of(LAMBETH, ', "answers": {"secretive": {"answer": "present", "level": "high"}}}'),
        "one of red, amber, green",
    ),
    "a pattern in words": (
        file_of(LAMBETH, ', "answers": {"secretive": {"answer": "present", "recurring": "often"}}}'),
        "true or false",
    ),
    "a judged level": (file_of(LAMBETH, ', "judgement": {"level": "high", "reasons": "seen"}}'), "judgement.level"),
}
BAD_FILES = [pytest.param(PAN_BEDFORDSHIRE, *bad, id=name) for name, bad in FILES.items()]
BAD_FILES += [pytest.param(LAMBETH, *bad, id=f"lambeth: {name}") for name, bad in FILES_THERE.items()]


@pytest.mark.parametrize(("tool", "content", "words"), BAD_FILES)
def test_a_file_that_cannot_be_opened_changes_nothing(page, tool, content, words):
    before = answers(page)
    open_file(page, "case.json", content)
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert "The file was not opened. What was on this page is still here." in summary.inner_text()
    assert words in summary.inner_text()
    # The file is at fault here, and nothing else may be blamed.
    assert "not running" not in summary.inner_text()
    assert summary.evaluate("summary => summary === document.activeElement")
    assert page.title().startswith("Error: ")
    assert answers(page) == before


def test_a_file_of_20_mb_is_refused(page, tmp_path):
    big = tmp_path / "case.json"
    big.write_text(f'{NOT_A_CASE}, "reference": "{"x" * 20_000_000}"}}', "utf-8")
    before = answers(page)
    with page.expect_file_chooser() as asked:
        button(page, "Open a saved case").click()
    asked.value.set_files(big)
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert "too big" in summary.inner_text()
    assert answers(page) == before


def test_a_good_file_opens_after_a_bad_one(page):
    open_file(page, "case.json", "{")
    page.get_by_role("alert").filter(has_text="There is a problem").wait_for()
    open_file(page, "case.json", NOT_A_CASE + ', "child": {"age": 13}}')
    # The answers on the page are not saved, so it asks.
    page.get_by_role("dialog").get_by_role("button", name="Open the file").click()
    page.get_by_text("Opened. It is dated 20 November 2026.").wait_for()
    assert field(page, "child.age").input_value() == "13"
    assert field(page, "child_view").input_value() == ""
    assert not page.title().startswith("Error: ")


@pytest.mark.parametrize("tool", TOOLS, ids=str)
def test_the_answers_are_kept_when_the_reader_says_so(page, tool):
    before = answers(page)
    open_file(page, "case.json", file_of(tool))
    page.get_by_role("dialog").get_by_role("button", name="Keep my answers").click()
    assert answers(page) == before


def test_a_file_nested_too_deep_is_refused_and_the_tool_goes_on(visit):
    """Pyodide has less room than CPython for nesting: such a file must not bring the tool down."""
    page = visit(PAN_BEDFORDSHIRE.path)
    wait_until_ready(page)
    fill(page, typed(PAN_BEDFORDSHIRE))
    open_file(page, "case.json", "[" * 100_000 + "]" * 100_000)
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert "not running" not in summary.inner_text()
    assert field(page, "child_view").input_value() == VIEW
    assert show_reading(page).outcome == "low"
