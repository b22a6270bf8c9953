"""Nothing that is typed leaves the page, and nothing stays behind."""

import pytest

from tests.browser.form import (
    answers,
    box,
    button,
    clear,
    field,
    fill,
    open_file,
    radio,
    save,
    show_reading,
    wait_until_ready,
)
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE, each_tool

ASSESS = PAN_BEDFORDSHIRE.path
HISTORY = "() => [location.href, history.length, history.state, document.title, document.cookie]"
LEAVES_TRACES = """async () => {
    document.cookie = "a=1";
    localStorage.a = sessionStorage.a = window.name = "1";
    history.replaceState({ a: 1 }, "");
    await new Promise((done) => (indexedDB.open("a").onsuccess = (event) => done(event.target.result.close())));
    await caches.open("a");
    console.log("a");
    await fetch("index.html?a=1");
    await fetch("http://localhost:9/").catch(() => {});
}"""


def typed(tool):
    return tool.typed(
        "ZQX-EVIDENCE",
        reference="ZQX-REFERENCE",
        child={"age": 13, "disclosure": "suspected"},
        other_concerns=[
            {"description": "ZQX-CONCERN", "level": tool.mild, "answer": "present"},
            {"description": "ZQX-SECOND", "level": tool.mild, "answer": "present"},
        ],
        context={"places": "ZQX-PLACES"},
        child_view="ZQX-VIEW",
        judgement={**tool.view, "reasons": "ZQX-REASONS"},
    )


def whole_journey(page, tool=PAN_BEDFORDSHIRE):
    fill(page, typed(tool))
    shown = show_reading(page)
    assert "ZQX-EVIDENCE" in shown.text
    # Worked out after the reading, and just as quietly.
    page.locator("[data-changes]").wait_for()
    save(page)
    return shown


@each_tool
def test_nothing_is_sent_or_kept_during_a_whole_journey(visit, tool):
    page = visit(tool.path)
    wait_until_ready(page)
    before = page.evaluate(HISTORY)
    asked = len(page.notes.from_network)
    assert asked > 10

    whole_journey(page, tool)
    assert page.notes.from_network[asked:] == []
    assert page.notes.foreign == []
    assert stored(page) == NOTHING_STORED
    assert page.context.cookies() == []
    assert page.evaluate(HISTORY) == before

    clear(page)
    assert stored(page) == NOTHING_STORED
    assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
    assert page.evaluate(HISTORY) == before
    assert "ZQX" not in page.content()
    assert page.notes.from_network[asked:] == []
    assert page.notes.said == []


def test_the_checks_notice_what_they_should(visit, site):
    """The control: a page that does all of it is caught on every count."""
    page = visit("404.html", noisy=True)
    allowed = page.content().split('http-equiv="Content-Security-Policy"')[0] + "</head>"
    page.route("**/leaky.html", lambda route: route.fulfill(content_type="text/html", body=allowed))
    page.goto(site + "leaky.html")
    asked = len(page.notes.from_network)
    page.evaluate(LEAVES_TRACES)
    found = stored(page)
    assert [key for key in NOTHING_STORED if key != "workers" and found[key] == NOTHING_STORED[key]] == []
    assert page.context.cookies() != []
    assert len(page.notes.from_network) == asked + 2
    assert page.notes.foreign == ["http://localhost:9/"]
    assert any("log: a" in line for line in page.notes.said)


@each_tool
def test_it_works_without_a_connection(visit, tool):
    page = visit(tool.path)
    wait_until_ready(page)
    page.context.set_offline(True)
    first = whole_journey(page, tool)
    assert first.outcome
    name, text = save(page)
    clear(page)
    open_file(page, name, text)
    page.get_by_text("Opened. It is dated").wait_for()
    assert show_reading(page) == first


@each_tool
def test_clearing_leaves_nothing(visit, tool):
    page = visit(tool.path)
    wait_until_ready(page)
    blank = answers(page)
    title = page.title()
    whole_journey(page, tool)
    clear(page)
    assert answers(page) == blank
    assert "ZQX" not in page.content()
    held = page.evaluate("() => [...document.querySelectorAll('input, textarea')].map((f) => f.value).join()")
    assert "ZQX" not in held
    assert page.locator(".assessment input[type=checkbox]:checked").count() == 0
    assert page.locator("#open-file").evaluate("chooser => chooser.files.length") == 0
    assert page.title() == title


@each_tool
def test_fields_are_not_remembered_by_the_browser(visit, tool):
    page = visit(tool.path)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("input, textarea, select, form:not([method=dialog] *)")]
            .filter((f) => f.getAttribute("autocomplete") !== "off" && !f.closest("dialog"))
            .map((f) => f.outerHTML.slice(0, 120))"""
    )
    assert wrong == []
    assert page.locator("form[data-instrument]").get_attribute("autocomplete") == "off"


def leave_by_link(page):
    page.get_by_role("link", name="Privacy", exact=True).first.click()


@each_tool
def test_coming_back_shows_an_empty_form(visit, tool):
    page = visit(tool.path)
    wait_until_ready(page)
    blank = answers(page)
    whole_journey(page, tool)
    leave_by_link(page)
    page.wait_for_url("**/privacy/")
    page.go_back()
    wait_until_ready(page)
    assert answers(page) == blank
    assert "ZQX" not in page.content()
    page.reload()
    wait_until_ready(page)
    assert answers(page) == blank


def test_a_page_kept_whole_by_the_browser_comes_back_empty(visit):
    """Some browsers freeze a page and bring it back as it was; they say so, and the form is emptied."""
    page = visit(ASSESS)
    wait_until_ready(page)
    blank = answers(page)
    for event in ("pagehide", "pageshow"):
        fill(page, typed(PAN_BEDFORDSHIRE))
        show_reading(page)
        page.evaluate(f"dispatchEvent(new PageTransitionEvent('{event}', {{ persisted: true }}))")
        assert answers(page) == blank
        assert page.locator("[data-assessment]").count() == 0
        assert "ZQX" not in page.content()


class Questions:
    """What the browser asked before it left, and what to answer."""

    def __init__(self, page):
        self.asked = []
        self.go = False
        page.on("dialog", self.answer)

    def answer(self, dialog):
        self.asked.append(dialog.type)
        if self.go:
            dialog.accept()
        else:
            dialog.dismiss()


def test_leaving_with_unsaved_answers_asks_first(visit):
    page = visit(ASSESS)
    wait_until_ready(page)
    questions = Questions(page)
    field(page, "child_view").fill("something")
    before = answers(page)
    leave_by_link(page)
    page.wait_for_function("() => true")
    assert questions.asked == ["beforeunload"]
    assert page.url.endswith(ASSESS)
    assert answers(page) == before
    questions.go = True
    leave_by_link(page)
    page.wait_for_url("**/privacy/")
    assert questions.asked == ["beforeunload"] * 2


@pytest.mark.parametrize("way", ["nothing typed", "saved", "cleared", "typed and taken back"])
def test_leaving_with_nothing_to_lose_does_not_ask(visit, way):
    page = visit(ASSESS)
    wait_until_ready(page)
    questions = Questions(page)
    button(page, "Show the reading").click()
    if way != "nothing typed":
        field(page, "child_view").fill("something")
    if way == "saved":
        save(page)
        page.get_by_text("Saved to this device as a file.").wait_for()
    elif way == "cleared":
        clear(page)
    elif way == "typed and taken back":
        field(page, "child_view").fill("")
    leave_by_link(page)
    page.wait_for_url("**/privacy/")
    assert questions.asked == []


def test_typing_after_saving_asks_again(visit):
    page = visit(ASSESS)
    wait_until_ready(page)
    questions = Questions(page)
    field(page, "child_view").fill("something")
    save(page)
    page.get_by_text("Saved to this device as a file.").wait_for()
    field(page, "child_view").fill("something more")
    leave_by_link(page)
    page.wait_for_function("() => true")
    assert questions.asked == ["beforeunload"]


def test_a_mark_or_a_tick_alone_is_something_to_lose(visit):
    page = visit(LAMBETH.path)
    wait_until_ready(page)
    questions = Questions(page)
    name = f"answers.{LAMBETH.item}"
    radio(page, f"{name}.answer", "suspected").check()
    save(page)
    page.get_by_text("Saved to this device as a file.").wait_for()
    box(page, f"{name}.recurring").check()
    leave_by_link(page)
    page.wait_for_function("() => true")
    box(page, f"{name}.recurring").uncheck()
    radio(page, f"{name}.level", "red").check()
    leave_by_link(page)
    page.wait_for_function("() => true")
    assert questions.asked == ["beforeunload"] * 2
    radio(page, f"{name}.level", "").check()
    leave_by_link(page)
    page.wait_for_url("**/privacy/")
    assert questions.asked == ["beforeunload"] * 2


def test_search_words_stay_in_their_box(visit):
    page = visit("search/")
    box = page.get_by_role("combobox")
    box.wait_for()
    asked = len(page.notes.from_network)
    before = page.evaluate(HISTORY)
    box.fill("looked after")
    page.locator(".find__results a").first.wait_for()
    assert page.notes.from_network[asked:] == []
    assert page.evaluate(HISTORY) == before
    assert stored(page) == NOTHING_STORED
    page.locator(".find__results a").first.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    box.wait_for()
    assert box.input_value() == ""
