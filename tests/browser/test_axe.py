"""axe-core at WCAG 2.2 AA: no violation on any page, light or dark, whatever the form is showing."""

from pathlib import Path

import pytest

from tests.browser.form import ASSESS, button, fill, open_summary, radio, show_reading, wait_until_ready
from tests.browser.pages import every_page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => {
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ` + nodes.slice(0, 5).map((n) => n.target + " " + n.failureSummary).join("; "));
}"""
CASE = {
    "assessed_on": "2026-11-20",
    "child": {"age": 14, "disclosure": "suspected"},
    "answers": {
        "late-or-missing": {"answer": "present", "evidence": "seen"},
        "looked-after": {"answer": "present"},
    },
    "other_concerns": [
        {"description": "one", "level": "low", "answer": "present"},
        {"description": "two", "level": "low", "answer": "present"},
    ],
    "judgement": {"level": "low", "reasons": "a first view"},
}


def violations(page):
    """What axe finds wrong with the page as it is now."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(RUN, RULES)


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture(scope="module")
def page(shared_visit, scheme):
    page = shared_visit("404.html", color_scheme=scheme, reduced_motion="reduce")
    assert page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")
    return page


@pytest.mark.parametrize("path", every_page())
def test_page(page, site, path):
    page.goto(site + path)
    assert violations(page) == []


def test_dark_is_dark(page, scheme):
    red = page.evaluate("() => Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
    assert (red < 80) is (scheme == "dark")


@pytest.fixture
def assessment(visit, scheme, width):
    size = {"width": width, "height": 640}
    page = visit(ASSESS, color_scheme=scheme, viewport=size, reduced_motion="reduce")
    wait_until_ready(page)
    return page


@pytest.mark.parametrize("width", [320, 1280])
def test_the_form_and_its_reading(assessment, width):
    """Before a reading, with everything open, with a reading, and with a reading out of date."""
    page = assessment
    fill(page, CASE)
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    open_summary(page)
    assert violations(page) == []
    show_reading(page)
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    assert violations(page) == []
    radio(page, "child.looked_after", "present").check()
    page.get_by_text("An answer has changed since this reading.").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320])
def test_the_form_with_errors_and_questions(assessment, width):
    page = assessment
    fill(page, {"child": {"age": 18}, "judgement": {"level": "high"}})
    radio(page, "other_concerns.0.level", "high").check()
    radio(page, "other_concerns.0.answer", "present").check()
    button(page, "Show the reading").click()
    page.get_by_text("There is a problem").wait_for()
    assert violations(page) == []
    open_summary(page)
    button(page, "Clear everything").click()
    page.get_by_role("dialog").wait_for()
    assert violations(page) == []


def test_a_failed_start(visit, scheme):
    page = visit(ASSESS, noisy=True, color_scheme=scheme, routes={"**/core.zip": lambda route: route.abort()})
    button(page, "Try again").wait_for()
    assert violations(page) == []


def test_axe_notices_what_it_should(visit):
    """The control: a picture without words, a field without a name and grey on grey are found."""
    page = visit("about-you/")
    page.evaluate(
        """() => {
            const grey = document.createElement("p");
            grey.textContent = "grey on grey";
            grey.style.cssText = "color: #999; background: #aaa";
            document.querySelector("main").append(new Image(), document.createElement("textarea"), grey);
        }"""
    )
    found = {line.split(":")[0] for line in violations(page)}
    assert found >= {"image-alt", "label", "color-contrast"}
