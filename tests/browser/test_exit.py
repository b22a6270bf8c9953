""" "Exit this page": at once, without a question, without a trace of what was typed."""

import re

import pytest

from tests.browser.form import answers, button, field, fill, show_reading, wait_until_ready
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE

EVIDENCE = "seen by a friend"

# What is on the screen, at nine spots from corner to corner, and what the page still holds.
SEEN = """() => {
    const form = document.querySelector("#assessment-form");
    const across = [1, innerWidth / 2, innerWidth - 2], down = [1, innerHeight / 2, innerHeight - 2];
    return {
        words: document.body.innerText,
        spots: down.map((y) => across.map((x) => document.elementFromPoint(x, y).textContent)),
        form: form.checkVisibility(),
        answers: [...new FormData(form)].map(([name, value]) => [name, String(value)]),
        page: document.documentElement.outerHTML,
    };
}"""


class Neutral:
    """Stands in for the neutral page. Until it is `there` it answers nothing, and the old page stays in view."""

    def __init__(self):
        self.requests = []
        self.there = False

    def answer(self, route):
        self.requests.append(route.request)
        if self.there:
            route.fulfill(status=200, content_type="text/html", body="<title>Weather</title><p>Sunny</p>")
        else:
            route.fulfill(status=204)


def by_button(page):
    page.get_by_role("link", name="Exit this page").last.click(no_wait_after=True)


def by_second_link(page):
    page.evaluate("window.scrollTo(0, 0)")
    page.locator("a[data-exit-link]").first.focus()
    page.keyboard.press("Enter")


def by_shift(page):
    for _ in range(3):
        page.keyboard.press("Shift")


def by_shift_while_typing(page):
    field(page, "child_view").click()
    by_shift(page)


ELSEWHERE = re.compile(r"^https://")
WAYS = [
    (PAN_BEDFORDSHIRE, by_button),
    (PAN_BEDFORDSHIRE, by_second_link),
    (PAN_BEDFORDSHIRE, by_shift),
    (LAMBETH, by_shift_while_typing),
]


def typed(tool):
    return tool.typed(EVIDENCE, reference="REF 7", judgement={**tool.view, "reasons": "what was seen"})


@pytest.fixture
def tool():
    return PAN_BEDFORDSHIRE


@pytest.fixture
def neutral():
    return Neutral()


@pytest.fixture
def page(visit, neutral, tool):
    page = visit("", noisy=True, routes={ELSEWHERE: neutral.answer})
    page.asked_back = []
    page.on("dialog", lambda dialog: (page.asked_back.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name=tool.link).click()
    page.wait_for_url("**/" + tool.path)
    wait_until_ready(page)
    return page


@pytest.mark.parametrize(("tool", "leave"), WAYS, ids=lambda part: getattr(part, "id", None))
def test_leaving_in_a_hurry(page, neutral, tool, leave):
    blank = answers(page)
    fill(page, typed(tool))
    show_reading(page)
    address = page.locator("a[data-exit-link]").first.get_attribute("href")
    history = page.evaluate("history.length")
    leave(page)

    # The neutral page has not come yet: the old page is blank and empty already.
    page.wait_for_function("() => document.title === 'Loading'")
    seen = page.evaluate(SEEN)
    assert seen["words"].strip() == "Loading."
    assert seen["spots"] == [["Loading."] * 3] * 3
    assert seen["form"] is False
    # The date, which a blank form starts with, goes as well.
    assert [pair for pair in seen["answers"] if pair[1]] == [
        pair for pair in blank if pair[1] and pair[0] != "assessed_on"
    ]
    assert "data-assessment" not in seen["page"]
    assert EVIDENCE not in seen["page"]

    neutral.there = True
    by_shift(page)
    page.wait_for_url(address)
    page.wait_for_function("() => document.title === 'Weather'")
    assert page.asked_back == []
    assert {request.url for request in neutral.requests} == {address}
    assert ["referer" in request.all_headers() for request in neutral.requests] == [False] * len(neutral.requests)
    assert page.evaluate("document.referrer") == ""
    # The way back leads past the form.
    assert page.evaluate("history.length") == history
    page.go_back()
    assert tool.path not in page.url


def test_other_links_do_ask(page, tool):
    """The control: the same answers, another way out, and the browser asks."""
    fill(page, typed(tool))
    page.get_by_role("link", name="Privacy").first.click()
    page.wait_for_url("**/privacy/")
    assert page.asked_back == ["beforeunload"]


def test_exit_does_not_wait_for_a_question_that_is_open(page, neutral, tool):
    fill(page, typed(tool))
    button(page, "Clear everything").click()
    page.get_by_role("dialog").wait_for()
    by_shift(page)
    page.wait_for_function("() => document.title === 'Loading'")
    assert page.locator("dialog[open]").count() == 0
    neutral.there = True
    by_shift(page)
    page.wait_for_url(ELSEWHERE)
    assert page.asked_back == []


def test_shift_for_a_capital_letter_does_not_leave(page, neutral):
    field(page, "child_view").click()
    for _ in range(4):
        page.keyboard.press("Shift+A")
    assert field(page, "child_view").input_value() == "AAAA"
    for _ in range(2):
        page.keyboard.press("Shift")
    page.get_by_role("status").filter(has_text="Shift, press 1 more time to exit.").wait_for()
    page.keyboard.press("b")
    page.keyboard.press("Shift")
    page.get_by_role("status").filter(has_text="Shift, press 2 more times to exit.").wait_for()
    assert neutral.requests == []


def test_on_a_page_without_a_tool(visit, neutral):
    page = visit("about-you/", noisy=True, routes={ELSEWHERE: neutral.answer})
    neutral.there = True
    by_shift(page)
    page.wait_for_url(ELSEWHERE)
    assert "referer" not in neutral.requests[0].all_headers()


def test_without_scripts_it_is_a_link(visit, neutral):
    page = visit(PAN_BEDFORDSHIRE.path, noisy=True, java_script_enabled=False, routes={ELSEWHERE: neutral.answer})
    neutral.there = True
    by_button(page)
    page.wait_for_url(ELSEWHERE)
    assert "referer" not in neutral.requests[0].all_headers()
