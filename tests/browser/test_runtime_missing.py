"""When a part of the tool does not arrive, the page says so, keeps every answer, and can try again."""

import pytest

from tests.browser.form import answers, button, fill, reading, wait_until_ready
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE

PARTS = {
    "the interpreter": "**/assets/runtime/pyodide.asm.wasm",
    "the standard library": "**/assets/runtime/python_stdlib.zip",
    "the core": "**/assets/runtime/core.zip",
    "PyScript": "**/assets/runtime/pyscript/core.js*",
    "the worker's program": "**/assets/cse/python/worker.py",
    "the script that starts it": "**/assets/cse/python/start.js*",
}
EVIDENCE = "told a teacher"
CASE = PAN_BEDFORDSHIRE.urgent(EVIDENCE)


def lost(route):
    route.abort("connectionreset")


def not_found(route):
    route.fulfill(status=404, body="not here")


def cut_short(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[: len(answer.body()) // 2])


# The tools start by the same scripts: the second one's page need show it once.
WAYS = [pytest.param(PAN_BEDFORDSHIRE, pattern, lost, id=f"{name}, connection lost") for name, pattern in PARTS.items()]
WAYS += [
    pytest.param(LAMBETH, PARTS["the core"], not_found, id="the core, not found"),
    pytest.param(PAN_BEDFORDSHIRE, PARTS["the standard library"], cut_short, id="the standard library, cut short"),
]


@pytest.mark.parametrize(("tool", "pattern", "fault"), WAYS)
def test_the_form_goes_on_and_a_second_try_works(visit, tool, pattern, fault):
    page = visit(tool.path, noisy=True, routes={pattern: fault})
    status = page.get_by_role("status").filter(has_text="The tool is not running")
    status.first.wait_for()
    words = status.first.inner_text()
    assert "Your answers are still here, and you can print them." in words
    assert "try again" in words.lower()
    # Plain words: no names of files, programs or errors.
    for jargon in ("wasm", "Pyodide", "PyScript", "Error", "undefined", "http", "404", "fetch"):
        assert jargon not in words

    fill(page, tool.urgent(EVIDENCE))
    before = answers(page)
    # Asking all the same says so again and shows nothing.
    button(page, "Show the reading").click()
    page.get_by_text("There is no reading yet: the tool is not running.").wait_for()
    assert page.locator("[data-assessment]").count() == 0
    assert answers(page) == before

    page.context.unroute_all(behavior="ignoreErrors")
    button(page, "Try again").click()
    wait_until_ready(page)
    assert not page.get_by_role("button", name="Try again").is_visible()
    assert answers(page) == before
    button(page, "Show the reading").click()
    assert reading(page).outcome == tool.furthest


def stops_at_work(route):
    """The worker's program, changed so that Python stops at the first case, as when it runs out of memory."""
    answer = route.fetch()
    begins = "def assess(text):"
    assert begins in answer.text(), "the worker has changed"
    route.fulfill(response=answer, body=answer.text().replace(begins, f"{begins}\n    raise MemoryError\n", 1))


def test_a_tool_that_stops_while_it_works_can_be_started_again(visit):
    page = visit(PAN_BEDFORDSHIRE.path, noisy=True, routes={PARTS["the worker's program"]: stops_at_work})
    wait_until_ready(page)
    fill(page, CASE)
    before = answers(page)
    button(page, "Show the reading").click()
    page.get_by_role("status").filter(has_text="The tool is not running").first.wait_for()
    page.context.unroute_all(behavior="ignoreErrors")
    button(page, "Try again").click()
    wait_until_ready(page)
    button(page, "Show the reading").click()
    assert reading(page).outcome == PAN_BEDFORDSHIRE.furthest
    assert answers(page) == before


def test_it_says_honestly_how_far_it_is(visit):
    """While a part is still on its way the page says what it waits for, and the form can be used."""
    held = []
    page = visit(PAN_BEDFORDSHIRE.path, routes={PARTS["the core"]: lambda route: held.append(route)})
    page.get_by_role("status").filter(has_text="parts").first.wait_for()
    fill(page, CASE)
    before = answers(page)
    assert not page.get_by_text("Ready. The reading is worked out on this device.").first.is_visible()
    button(page, "Show the reading").click()
    assert page.locator("[data-assessment]").count() == 0
    for route in held:
        route.continue_()
    page.context.unroute_all(behavior="ignoreErrors")
    # What was asked for comes by itself once the parts are there.
    assert reading(page).outcome == PAN_BEDFORDSHIRE.furthest
    assert answers(page) == before
    assert page.get_by_text("Ready. The reading is worked out on this device.").first.is_visible()


def test_the_file_can_be_saved_without_the_tool(visit):
    page = visit(PAN_BEDFORDSHIRE.path, noisy=True, routes={PARTS["the core"]: lost})
    page.get_by_role("status").filter(has_text="The tool is not running").first.wait_for()
    fill(page, CASE)
    with page.expect_download() as started:
        button(page, "Save to this device").click()
    assert EVIDENCE in started.value.path().read_text("utf-8")


def test_the_policy_would_be_heard_of_if_it_were_broken(visit):
    """The control for every silent console: what the policy forbids is seen there."""
    page = visit("about-you/", noisy=True)
    assert page.notes.said == []
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))"
        )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in line for line in page.notes.said)
