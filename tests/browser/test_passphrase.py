"""A case saved with a passphrase: it comes back whole, and without the passphrase not at all."""

import json
import re

import pytest

from tests.browser.form import answers, button, clear, fill, open_file, open_summary, wait_until_ready
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.tools import PAN_BEDFORDSHIRE

PASSPHRASE = "four plain words here"


@pytest.fixture
def page(visit):
    page = visit(PAN_BEDFORDSHIRE.path)
    wait_until_ready(page)
    return page


def typed():
    return PAN_BEDFORDSHIRE.typed(
        "ZQX-EVIDENCE",
        child={"age": 13, "disclosure": "suspected"},
        child_view="Siân, Łucja, \u0644\u064a\u0644\u0649, \u5c0f\u660e",
    )


def asking(page, title):
    dialog = page.get_by_role("dialog", name=title)
    dialog.wait_for()
    return dialog


def save_locked(page, passphrase=PASSPHRASE, again=None):
    open_summary(page)
    button(page, "Save with a passphrase").click()
    dialog = asking(page, "Save with a passphrase")
    dialog.get_by_label("Passphrase").fill(passphrase)
    dialog.get_by_label("The same again").fill(passphrase if again is None else again)
    return dialog


def saved(page):
    dialog = save_locked(page)
    with page.expect_download() as started:
        dialog.get_by_role("button", name="Save the locked file").click()
    dialog.wait_for(state="hidden")
    return started.value.suggested_filename, started.value.path().read_text("utf-8")


def test_a_locked_case_comes_back_with_its_passphrase_only(page):
    fill(page, typed())
    before = answers(page)
    name, text = saved(page)
    assert re.fullmatch(r"cse-case-\d{4}-\d\d-\d\d\.locked\.json", name)
    assert "ZQX" not in text
    assert json.loads(text)["schema"] == "cse-locked/1"
    page.get_by_text("Saved to this device as a locked file.").wait_for()

    clear(page)
    blank = answers(page)
    open_file(page, name, text)
    dialog = asking(page, "This file is locked")
    dialog.get_by_label("Passphrase").fill("not the right words")
    dialog.get_by_role("button", name="Open the file").click()
    dialog.get_by_text("The passphrase is wrong").wait_for()
    assert dialog.get_by_label("Passphrase").input_value() == ""
    assert answers(page) == blank
    dialog.get_by_label("Passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == before
    assert stored(page) == NOTHING_STORED
    assert PASSPHRASE not in page.content()
    held = page.evaluate("() => [...document.querySelectorAll('input')].map((field) => field.value).join()")
    assert PASSPHRASE not in held


def test_it_asks_for_a_long_passphrase_twice(page):
    fill(page, typed())
    dialog = save_locked(page, "short")
    dialog.get_by_role("button", name="Save the locked file").click()
    dialog.get_by_text("12 characters or more.", exact=False).last.wait_for()
    dialog.get_by_label("Passphrase").fill(PASSPHRASE)
    dialog.get_by_label("The same again").fill(PASSPHRASE + "x")
    dialog.get_by_role("button", name="Save the locked file").click()
    dialog.get_by_text("The two are not the same.").wait_for()
    dialog.get_by_role("button", name="Do not").click()
    dialog.wait_for(state="hidden")


def test_giving_up_and_broken_files_change_nothing(page):
    fill(page, typed())
    name, text = saved(page)
    before = answers(page)
    open_file(page, name, text)
    asking(page, "This file is locked")
    page.keyboard.press("Escape")
    assert answers(page) == before
    for broken, words in (
        (text[: len(text) // 2], "its end is missing"),
        (text.replace("cse-locked/1", "cse-locked/9"), "later version of this site"),
        (text.replace('"rounds":600000', '"rounds":6'), "damaged"),
    ):
        open_file(page, name, broken)
        page.get_by_role("alert").get_by_text(words).wait_for()
        assert answers(page) == before
