"""axe-core at WCAG 2.2 AA: no violation on any page, light or dark, whatever the form is showing."""

from pathlib import Path

import pytest

from tests.browser.form import button, fill, open_summary, radio, show_reading, wait_until_ready
from tests.browser.pages import every_page
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (runOnly) => {
    const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ` + nodes.slice(0, 5).map((n) => n.target + " " + n.failureSummary).join("; "));
}"""
# The rules for which light and dark are two different pages.
OF_COLOUR = ["color-contrast", "link-in-text-block"]


def filled_in(tool):
    first = {"answer": "present", "evidence": "seen", **tool.beside}
    # The words that come with a red mark are on the page as well.
    second = {"answer": "suspected", **({"level": "red"} if tool.beside else {})}
    concern = {"level": tool.mild, "answer": "present"}
    return tool.case(
        child={"age": 14, "disclosure": "suspected"},
        answers={tool.item: first, tool.second_item: second},
        other_concerns=[{"description": "one", **concern}, {"description": "two", **concern}],
        judgement={**tool.view, "reasons": "a first view"},
    )


def violations(page, rules=None):
    """What axe finds wrong with the page as it is now, by all rules or by these alone."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text("utf-8"))
    wanted = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    return page.evaluate(RUN, wanted)


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture(scope="module")
def page(shared_visit, scheme):
    page = shared_visit("404.html", color_scheme=scheme, reduced_motion="reduce")
    assert page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")
    return page


@pytest.mark.parametrize("path", every_page())
def test_page(page, site, scheme, path):
    page.goto(site + path)
    # In the dark the page is the same but for its colours.
    assert violations(page, OF_COLOUR if scheme == "dark" else None) == []


def test_dark_is_dark(page, scheme):
    red = page.evaluate("() => Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
    assert (red < 80) is (scheme == "dark")


@pytest.fixture
def assessment(visit, scheme, tool, width):
    size = {"width": width, "height": 640}
    page = visit(tool.path, color_scheme=scheme, viewport=size, reduced_motion="reduce")
    wait_until_ready(page)
    return page


@pytest.mark.parametrize(
    ("tool", "width"), [(PAN_BEDFORDSHIRE, 320), (PAN_BEDFORDSHIRE, 1280), (LAMBETH, 320)], ids=str
)
def test_the_form_and_its_reading(assessment, tool, width):
    """Before a reading, with everything open, with a reading, and with a reading out of date."""
    page = assessment
    fill(page, filled_in(tool))
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    open_summary(page)
    assert violations(page) == []
    show_reading(page)
    page.locator("[data-changes]").wait_for()
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    assert violations(page) == []
    radio(page, "child.looked_after", "present").check()
    page.get_by_text("An answer has changed since this reading.").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize(("tool", "width"), [(PAN_BEDFORDSHIRE, 320), (LAMBETH, 320)], ids=str)
def test_the_form_with_errors_and_questions(assessment, tool, width):
    page = assessment
    fill(page, {"child": {"age": 18}, "judgement": tool.view})
    radio(page, "other_concerns.0.level", tool.grave).check()
    radio(page, "other_concerns.0.answer", "present").check()
    button(page, "Show the reading").click()
    page.get_by_text("There is a problem").wait_for()
    assert violations(page) == []
    open_summary(page)
    button(page, "Clear everything").click()
    page.get_by_role("dialog").wait_for()
    assert violations(page) == []


def test_a_failed_start(visit, scheme):
    page = visit(
        PAN_BEDFORDSHIRE.path, noisy=True, color_scheme=scheme, routes={"**/core.zip": lambda route: route.abort()}
    )
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
