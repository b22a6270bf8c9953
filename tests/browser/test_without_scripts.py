"""With scripts off the form can be read, filled in and printed, and nothing pretends to work."""

import re

import pytest

import cse_core
from tests.browser.form import ASSESS, field, radio

INSTRUMENT = cse_core.load_instrument("pan-bedfordshire")


@pytest.fixture(scope="module")
def page(shared_visit):
    return shared_visit(ASSESS, java_script_enabled=False)


def test_scripts_are_off(page):
    assert page.locator("html.no-js").count() == 1
    assert [url for url in page.notes.asked if re.search(r"pyodide|[.]zip|[.]wasm", url)] == []


def test_every_question_can_be_read(page):
    for item in INSTRUMENT.indicators:
        assert page.get_by_role("group", name=item.plain, exact=True).first.is_visible(), item.id
    for item in INSTRUMENT.indicators:
        for value in ("present", "suspected", "absent", "not_known"):
            assert radio(page, f"answers.{item.id}.answer", value).is_visible(), item.id
        assert field(page, f"answers.{item.id}.evidence").is_visible(), item.id
    for fact in INSTRUMENT.facts:
        assert radio(page, f"child.{fact.id}", "not_known").is_checked()


def test_every_answer_can_be_given(page):
    for item in INSTRUMENT.indicators:
        radio(page, f"answers.{item.id}.answer", "suspected").check()
    item = INSTRUMENT.indicators[0].id
    field(page, f"answers.{item}.evidence").fill("seen by the school")
    radio(page, f"answers.{item}.recency", "earlier").check()
    for name in ("child_view", "family_view", "judgement.reasons", "context.online", "other_concerns.2.description"):
        field(page, name).fill("words")
        assert field(page, name).input_value() == "words"
    radio(page, "judgement.level", "high").check()
    assert radio(page, "judgement.level", "high").is_checked()


def test_no_button_is_there_that_does_nothing(page):
    assert page.locator("button:visible, input[type=submit]:visible, input[type=button]:visible").count() == 0
    assert page.locator("button").count() > 0
    assert page.get_by_role("dialog").count() == 0
    # The 2014 words open without scripts.
    details = page.locator("details", has_text="The 2014 form says").first
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


def test_it_prints(page):
    page.emulate_media(media="print")
    for item in INSTRUMENT.indicators:
        assert page.get_by_role("group", name=item.plain, exact=True).first.is_visible(), item.id
    assert page.get_by_text(re.compile("Check again after 72 hours, because")).is_visible()
    assert not page.get_by_role("navigation", name="Main").is_visible()
    page.emulate_media(media="null")
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) > 3
