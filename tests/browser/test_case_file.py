"""One child's file as a whole: opened, read over time, joined with another, a record taken out, saved, locked."""

from __future__ import annotations

import json

import docx
import pytest

from cse_core.paperwork import load_forms, read_casefile
from tests.browser.form import wait_until_ready
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.test_axe import violations
from tests.browser.test_paperwork import OVERFLOW, choose
from tests.casefile.files import casefile
from tests.cases import case
from tests.forms.fillings import made

PATH = "paperwork/case-file/"
FORM = load_forms()
SIGNS = made(
    FORM["chronology"],
    {"entries": [{"on": "2026-03-02", "what": "the same car"}, {"on": "2026-02-01", "what": "ZQX a new phone"}, {"what": "no day"}]},
)
FILE = casefile([case("HIGH-01", on="2026-01-05"), case("LOW-01", on="2026-02-05")], [SIGNS])


@pytest.fixture
def page(visit):
    page = visit(PATH)
    wait_until_ready(page)
    return page


def opened(page, data=FILE):
    choose(page, data)
    page.get_by_text("The file is open.").wait_for()
    return page


def saved(page):
    with page.expect_download() as started:
        page.get_by_role("button", name="Save the case file", exact=True).click()
    return read_casefile(started.value.path().read_text("utf-8"))


def test_the_whole_file_is_shown_newest_first(page):
    opened(page)
    assert page.evaluate("document.activeElement.id") == "contents-title"
    titles = page.locator("#contents > li strong").all_inner_texts()
    assert [title.split(", ")[-1] for title in titles] == ["21 November 2026", "5 February 2026", "5 January 2026"]
    links = page.locator("#contents a").evaluate_all("all => all.map((each) => each.getAttribute('href'))")
    assert links[0].endswith("paperwork/chronology/")
    assert links[1].endswith("assess/pan-bedfordshire/")
    over_time = page.locator("#over-time").inner_text()
    assert "What has changed about the person who harms, or about the place?" in over_time
    assert "It still counts when you judge." in over_time
    assert page.locator(".over-time-picture svg").is_visible()
    signs = page.locator(".reading-chronology li").all_inner_texts()
    assert [sign.split(".")[0] for sign in signs] == ["1 February 2026", "2 March 2026", "Day not known"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_an_open_file_is_accessible_and_fits(visit, width, scheme):
    page = visit(PATH, viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    wait_until_ready(page)
    opened(page)
    assert page.evaluate(OVERFLOW) == 0
    assert violations(page) == []


def test_a_file_is_put_into_another_and_nothing_is_there_twice(page):
    opened(page)
    page.get_by_role("button", name="Put another file into it").evaluate("button => button.click()")
    choose(page, casefile([case("LOW-01", on="2026-02-05"), case("MED-01", on="2026-04-05")]))
    page.get_by_text("Put in: 1 more.").wait_for()
    file = saved(page)
    assert len(file.assessments) == 3
    assert len(file.forms) == 1


def test_a_record_is_taken_out_after_a_question(page):
    opened(page)
    take_out = page.locator("#contents > li").last.get_by_role("button", name="Take it out")
    take_out.click()
    page.get_by_role("dialog").get_by_role("button", name="Keep my answers").click()
    assert page.locator("#contents > li").count() == 3
    take_out.click()
    page.get_by_role("dialog").get_by_role("button", name="Take it out").click()
    page.get_by_text("Taken out.").wait_for()
    assert [each.assessed_on.isoformat() for each in saved(page).assessments] == ["2026-02-05"]


def test_an_assessment_becomes_a_word_document(page):
    opened(page)
    with page.expect_download() as started:
        page.locator("#contents > li").last.get_by_role("button", name="Save it as Word").click()
    assert started.value.suggested_filename == "pan-bedfordshire-2026-01-05.docx"
    words = "\n".join(each.text for each in docx.Document(started.value.path()).paragraphs)
    assert "This reads as High" in words
    assert "What was recorded" in words


def test_one_assessment_becomes_a_file_that_its_own_page_opens(page, visit):
    opened(page)
    with page.expect_download() as started:
        page.locator("#contents").get_by_role("button", name="Save it as a file of its own").first.click()
    text = started.value.path().read_text("utf-8")
    assert json.loads(text)["schema"] == "cse-case/1"
    assess = visit("assess/pan-bedfordshire/")
    wait_until_ready(assess)
    choose(assess, FILE)
    assess.get_by_text("This is a case file with all records of a child.").wait_for()
    choose(assess, text)
    assess.get_by_text("Opened. It is dated 5 February 2026.").wait_for()


def test_a_locked_file_opens_with_its_passphrase(page):
    opened(page)
    page.get_by_role("button", name="Save it with a passphrase").click()
    dialog = page.get_by_role("dialog", name="Save with a passphrase")
    for label in ("Passphrase", "The same again"):
        dialog.get_by_label(label).fill("four plain words here")
    with page.expect_download() as started:
        dialog.get_by_role("button", name="Save the locked file").click()
    text = started.value.path().read_text("utf-8")
    assert "ZQX" not in text
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_text("Everything on this page is cleared.").wait_for()
    assert "ZQX" not in page.content()
    choose(page, text)
    dialog = page.get_by_role("dialog", name="This file is locked")
    dialog.get_by_label("Passphrase").fill("four plain words here")
    dialog.get_by_role("button", name="Open the file").click()
    page.get_by_text("The file is open.").wait_for()
    assert page.locator("#contents > li").count() == 3


def test_nothing_is_sent_or_kept(page):
    asked = len(page.notes.from_network)
    opened(page)
    saved(page)
    assert page.notes.from_network[asked:] == []
    assert stored(page) == NOTHING_STORED
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_text("Everything on this page is cleared.").wait_for()
    assert "ZQX" not in page.content()
    assert page.locator("#case-file-contents").is_hidden()


def test_without_scripts_it_says_what_can_still_be_done(visit):
    page = visit(PATH, java_script_enabled=False)
    assert "Scripts are off, so this page cannot open a file." in page.locator(".assessment").inner_text()
    assert not page.get_by_role("button", name="Open a case file").is_visible()
