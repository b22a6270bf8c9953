"""With scripts off the form can be read, filled in and printed, and nothing pretends to work."""

import re

import pytest

from tests.browser.form import box, field, radio
from tests.browser.tools import TOOLS


@pytest.fixture(scope="module", params=TOOLS, ids=str)
def tool(request):
    return request.param


@pytest.fixture(scope="module")
def page(shared_visit, tool):
    return shared_visit(tool.path, java_script_enabled=False)


def test_scripts_are_off(page):
    assert page.locator("html.no-js").count() == 1
    assert [url for url in page.notes.asked if re.search(r"pyodide|[.]zip|[.]wasm", url)] == []


def check_items_can_be_read(page, tool):
    # The four answers of every item, its evidence and its marks, in one look at the page.
    names = [f"answers.{item.id}.{part}" for item in tool.instrument.indicators for part in ("answer", "evidence")]
    if tool.instrument.marking:
        names += [f"answers.{item.id}.{part}" for item in tool.instrument.indicators for part in ("level", "recurring")]
    seen = page.locator("form[data-instrument] [name]").evaluate_all(
        "all => all.map((e) => [e.name, e.checkVisibility()])"
    )
    for name in names:
        shown = [visible for other, visible in seen if other == name]
        assert shown == [True] * (4 if name.endswith((".answer", ".level")) else 1), name
    for item in tool.instrument.indicators:
        assert page.get_by_role("group", name=item.plain, exact=True).first.is_visible(), item.id


def test_every_question_can_be_read(page, tool):
    check_items_can_be_read(page, tool)
    for fact in tool.instrument.facts:
        assert radio(page, f"child.{fact.id}", "not_known").is_checked()


def test_every_answer_can_be_given(page, tool):
    for item in tool.instrument.indicators:
        radio(page, f"answers.{item.id}.answer", "suspected").check()
    item = tool.instrument.indicators[0].id
    field(page, f"answers.{item}.evidence").fill("seen by the school")
    radio(page, f"answers.{item}.recency", "earlier").check()
    for name in ("child_view", "family_view", "judgement.reasons", "context.online", "other_concerns.2.description"):
        field(page, name).fill("words")
        assert field(page, name).input_value() == "words"
    radio(page, "judgement.significant_harm", "suspected").check()
    assert radio(page, "judgement.significant_harm", "suspected").is_checked()
    if tool.instrument.marking:
        radio(page, f"answers.{item}.level", "red").check()
        box(page, f"answers.{item}.recurring").check()
        says = page.get_by_text("One red is enough. Call children's social care and the police now.")
        assert says.locator("visible=true").count() == 1


def test_no_button_is_there_that_does_nothing(page, tool):
    assert page.locator("button:visible, input[type=submit]:visible, input[type=button]:visible").count() == 0
    assert page.locator("button").count() > 0
    assert page.get_by_role("dialog").count() == 0
    # The form's own words open without scripts.
    details = page.locator("details", has_text=f"{tool.instrument.called} says").first
    details.locator("summary").click()
    assert details.locator("q").is_visible()


def test_nothing_is_sent(page):
    field(page, "reference").fill("REF 7")
    before = len(page.notes.asked)
    address = page.url
    for name in ("reference", "child.age"):
        field(page, name).press("Enter")
    assert field(page, "reference").input_value() == "REF 7"
    assert page.url == address
    assert page.notes.asked[before:] == []


def test_it_says_what_to_do(page):
    note = page.locator("noscript > *")
    assert note.is_visible()
    words = note.inner_text()
    assert "Scripts are off, so this page cannot work out a reading." in words
    assert "fill in the form and print it" in words
    assert "Nothing is saved" in words
    assert re.search("social care or the police", words)


def test_urgent_help_and_the_way_out_are_there(page):
    assert page.get_by_role("link", name="999").first.is_visible()
    out = page.get_by_role("link", name="Exit this page").last
    assert out.is_visible()
    assert out.get_attribute("href").startswith("https://")
    assert "noreferrer" in out.get_attribute("rel")


def test_it_prints(page, tool):
    page.emulate_media(media="print")
    check_items_can_be_read(page, tool)
    assert page.get_by_text(re.compile("Check again after 72 hours, because")).is_visible()
    assert not page.get_by_role("navigation", name="Main").is_visible()
    page.emulate_media(media="null")
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) > 3
