"""The pages of a package by themselves: WCAG by axe-core, 320 pixels, the keyboard, and scripts off."""

import pytest

from site_widgets.packages.manifest import Edition
from tests.browser.test_axe import violations
from tests.packages.conftest import CHECK, STORY
from tests.packages.learning_system import Learner

WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
EDITION = Edition.SCORM_2004.value


@pytest.fixture
def opens(chromium, systems):
    """Opens a page of a package, with no learning system above it, on a small screen."""
    contexts = []

    def page_of(id_, name="index.html", **options):
        context = chromium.new_context(locale="en-GB", viewport={"width": 320, "height": 640}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{systems(EDITION, id_)}package/{name}")
        return page

    yield page_of
    for context in contexts:
        context.close()


def fine(page):
    assert violations(page) == []
    assert not page.evaluate(WIDER)


def test_a_check_at_each_step(opens):
    page = opens(CHECK)
    fine(page)
    page.get_by_role("button", name="Start", exact=True).click()
    fine(page)
    page.locator("#ask").evaluate(Learner.ANSWER, [True, False])
    fine(page)
    page.get_by_role("button", name="Stop and see the result").click()
    fine(page)


def test_a_story_before_and_after_judging(opens):
    page = opens(STORY)
    fine(page)
    page.locator("[name$='.judgement']").first.check()
    page.locator("[data-action=reveal]").click()
    fine(page)


@pytest.mark.parametrize(
    ("id_", "name"), [(CHECK, "questions.html"), (CHECK, "answers.html"), (STORY, "answers.html"), (STORY, "left.html")]
)
def test_the_other_pages(opens, id_, name):
    fine(opens(id_, name))


def test_dark(opens):
    assert violations(opens(CHECK, color_scheme="dark"), ["color-contrast"]) == []
    assert violations(opens(STORY, color_scheme="dark"), ["color-contrast"]) == []


def test_the_keyboard_reaches_the_text_first_and_can_answer(opens):
    page = opens(CHECK)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"
    page.get_by_role("button", name="Start", exact=True).focus()
    page.keyboard.press("Enter")
    assert page.locator(":focus").inner_text() == "Question 1 of 10"


def test_with_scripts_off_a_check_leads_to_its_sheets(opens):
    page = opens(CHECK, java_script_enabled=False)
    assert page.locator("[data-told=yes]").is_hidden()
    assert page.locator("noscript .warning").is_visible()
    page.locator("noscript a[href='questions.html']").click()
    page.get_by_role("link", name="Its answer").first.click()
    assert page.url.endswith("answers.html#how-long-to-wait")


def test_with_scripts_off_a_story_leads_to_its_answers(opens):
    page = opens(STORY, java_script_enabled=False)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="answer sheet").first.click()
    assert opened.value.url.endswith("answers.html")
