"""The long lists, the law register and the A to Z: narrowed down by words and choices, whole with scripts off."""

from __future__ import annotations

import pytest

SHOWN = "[data-entry]:not([hidden])"


@pytest.fixture
def law(visit):
    page = visit("law/")
    page.get_by_role("search", name="Narrow the list down").wait_for()
    return page


def count(page):
    return page.locator(SHOWN).count()


def test_words_narrow_the_list_and_the_number_is_said(law):
    every = count(law)
    law.get_by_label("Words to look for in the list").fill("grooming 15A")
    assert 0 < count(law) < every
    assert law.locator(".narrow__count").inner_text() == f"{count(law)} of {every} entries are shown."
    assert law.locator("[data-group]:visible").count() < law.locator("[data-group]").count()


@pytest.mark.parametrize(("label", "key"), [("Status", "status"), ("Act or family", "act"), ("Topic", "topics")])
def test_each_choice_leaves_only_what_has_it(law, label, key):
    law.get_by_label(label, exact=True).select_option(index=2)
    wanted = law.get_by_label(label, exact=True).input_value()
    values = law.locator(SHOWN).evaluate_all("(found, key) => found.map((each) => each.dataset[key].split('|'))", key)
    assert values
    assert all(wanted in each for each in values)


def test_nothing_found_says_what_to_do_and_clearing_brings_all_back(law):
    every = count(law)
    box = law.get_by_label("Words to look for in the list")
    box.fill("zzzz")
    assert count(law) == 0
    assert "Try one shorter word" in law.locator(".narrow__count").inner_text()
    box.fill("")
    assert count(law) == every


def test_a_link_to_a_hidden_entry_shows_it(law):
    law.get_by_label("Words to look for in the list").fill("zzzz")
    law.evaluate("location.hash = '#caf'")
    assert law.locator("#caf").is_visible()


def test_nothing_typed_is_kept_or_sent(law):
    before = len(law.notes.asked)
    law.get_by_label("Words to look for in the list").fill("grooming")
    law.get_by_label("Words to look for in the list").press("Enter")
    assert law.url.endswith("/law/")
    assert len(law.notes.asked) == before
    assert law.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_a_to_z_is_narrowed_by_words(visit):
    page = visit("a-z/")
    every = count(page)
    page.get_by_label("Words to look for in the list").fill("CAF")
    assert 0 < count(page) < every
    assert page.locator(SHOWN).get_by_role("link").first.is_visible()


@pytest.mark.parametrize("path", ["law/", "a-z/"])
def test_with_scripts_off_the_list_is_whole_and_nothing_pretends_to_work(visit, path):
    page = visit(path, java_script_enabled=False)
    assert page.get_by_role("search").count() == 0
    assert page.locator("[data-entry]:visible").count() == page.locator("[data-entry]").count() > 100
