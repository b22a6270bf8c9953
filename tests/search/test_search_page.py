"""The search page itself: results open at a heading, words are marked, a search can be shared, and nothing is sent."""

from __future__ import annotations

import pytest

from site_widgets.build.serve import serving


@pytest.fixture(scope="module")
def address(built_site):
    """The served site."""
    with serving(built_site) as address:
        yield address


@pytest.fixture
def page(chromium, address):
    """The search page, ready, in a context of its own."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + "search/")
    page.get_by_role("combobox").wait_for()
    yield page
    context.close()


def test_a_result_opens_at_the_heading_that_answers(page):
    page.get_by_role("combobox").fill("hours in the sources are not waiting times")
    result = page.locator('.find__results a[href*="#"]').first
    words = result.inner_text().split(" – ")[0]
    result.click()
    page.locator(f"[id='{page.url.split('#')[1]}']").wait_for()
    heading = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert heading.evaluate("element => element.tagName") in ("H1", "H2", "H3")
    assert words in heading.inner_text()


def test_words_that_were_found_are_marked(page):
    page.get_by_role("combobox").fill("grooming online")
    marks = page.locator(".find__results mark").all_inner_texts()
    assert {mark.lower() for mark in marks} & {"grooming", "online"}


def test_suggestions_are_offered_and_begin_as_typed(page):
    page.get_by_role("combobox").fill("sext")
    offered = page.locator("#find-suggestions option").evaluate_all("all => all.map((one) => one.value)")
    assert offered
    assert all("sext" in words.lower() for words in offered)


def test_a_mistyped_word_still_finds_its_page(page):
    page.get_by_role("combobox").fill("pregnency")
    assert "pregnancy" in page.locator(".find__results a").first.get_attribute("href")


def test_a_search_is_in_no_address_until_the_reader_copies_one(chromium, address, page):
    page.get_by_role("combobox").fill("forced marriage")
    assert "forced" not in page.url
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link to this search").click()
    page.get_by_text("The link to this search is copied.").wait_for()
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert "forced" not in page.url
    other = chromium.new_context()
    opened = other.new_page()
    opened.goto(link)
    opened.locator(".find__results a").first.wait_for()
    assert opened.get_by_role("combobox").input_value() == "forced marriage"
    other.close()


def test_nothing_is_asked_for_while_searching(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("combobox").fill("section 47 threshold")
    page.locator(".find__results a").first.wait_for()
    assert asked == []


def test_nothing_found_says_what_to_do(page):
    page.get_by_role("combobox").fill("zzqqxx")
    page.get_by_text("Nothing found. Try other words").wait_for()
    assert page.get_by_role("button", name="Copy a link").is_hidden()
