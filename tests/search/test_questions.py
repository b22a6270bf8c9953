"""Questions as people type them find the right page among the first three results, in the browser."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from site_widgets.build.serve import serving

QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))["question"]
AMONG = 3
ENOUGH = 0.95


@pytest.fixture(scope="module")
def page(chromium, built_site):
    """The search page, ready."""
    with serving(built_site) as address:
        context = chromium.new_context()
        page = context.new_page()
        page.goto(address + "search/")
        page.get_by_role("combobox").wait_for()
        yield page
        context.close()


def addresses(page, question):
    """The pages of the results, best first, as addresses from the site's root."""
    page.get_by_role("combobox").fill(question)
    hrefs = page.locator(".find__results a").evaluate_all("links => links.map((link) => new URL(link.href).pathname)")
    return [href.removeprefix("/") for href in hrefs]


def test_the_right_page_is_among_the_first_three(page):
    missed = {}
    for question in QUESTIONS:
        found = addresses(page, question["asks"])[:AMONG]
        if not set(found) & set(question["pages"]):
            missed[question["asks"]] = found
    assert len(missed) <= len(QUESTIONS) * (1 - ENOUGH), "\n".join(f"{asks}: {found}" for asks, found in missed.items())


def test_there_are_enough_questions_and_each_names_pages_that_exist(built_site):
    assert len(QUESTIONS) >= 60
    assert len({question["asks"] for question in QUESTIONS}) == len(QUESTIONS)
    named = {page for question in QUESTIONS for page in question["pages"]}
    assert [page for page in named if not (built_site / page / "index.html").exists()] == []
