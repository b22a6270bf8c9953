"""A form of the paperwork as a practitioner meets it: filled in, kept in a case file, opened again, made into a document."""

from __future__ import annotations

import json
import re

import pytest

from cse_core.paperwork import FORMS, FieldKind, load_forms, read_casefile
from tests.browser.form import answers, button, clear, wait_until_ready
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.test_journey_keyboard import Keyboard
from tests.browser.test_privacy import HISTORY
from tests.casefile.files import casefile
from tests.cases import case
from tests.forms.fillings import made, text_of

FORM = load_forms()
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PANEL = "paperwork/panel-referral/"
PLAN = "paperwork/disruption-plan/"
LETTER = "paperwork/disruption-letter-2014/"


def opened(visit, path, **options):
    page = visit(path, **options)
    wait_until_ready(page)
    return page


def choose(page, data, name="case-file.json"):
    """A file for the page's own field."""
    text = data if isinstance(data, str) else text_of(data)
    page.locator("#open-file").set_input_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


def control(page, name):
    return page.locator(f'[name="{name}"]')


def make(page, words):
    """A button below the form."""
    return page.locator("#make").get_by_role("button", name=words, exact=True)


def save(page):
    with page.expect_download() as started:
        make(page, "Save in the case file").click()
    return started.value.suggested_filename, started.value.path().read_text("utf-8")


# --- with scripts off --------------------------------------------------------


@pytest.mark.parametrize("id_", FORMS)
def test_a_blank_form_is_whole_on_paper_without_scripts(shared_visit_without_scripts, site, id_):
    page = shared_visit_without_scripts
    page.goto(f"{site}paperwork/{id_}/")
    page.emulate_media(media="print")
    names = set(page.locator("#assessment-form [name]").evaluate_all("all => all.map((each) => each.name)"))
    for field in FORM[id_].fields:
        assert any(name.split(".")[-1] == field.id for name in names), field.id
        shown = page.locator(f'[name$=".{field.id}"]').first
        assert shown.is_visible() or page.locator(f'label:has([name$=".{field.id}"])').first.is_visible(), field.id
    for condition in FORM[id_].conditions:
        assert f"conditions.{condition.id}" in names
    words = " ".join(page.locator(".assessment").inner_text().split())
    for text in (*FORM[id_].before, *(section.title for section in FORM[id_].sections)):
        assert " ".join(text.split()) in words
    for section in FORM[id_].sections:
        if section.repeats:
            assert page.locator(f'[data-rows="answers.{section.id}"] > :visible').count() == 2
    assert not page.get_by_role("button", name="Save in the case file").is_visible()


@pytest.fixture(scope="module")
def shared_visit_without_scripts(shared_visit):
    return shared_visit("404.html", java_script_enabled=False)


# --- a journey ---------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 1280])
def test_a_form_is_filled_in_kept_and_found_again(visit, width):
    page = opened(visit, PANEL, viewport={"width": width, "height": 800})
    blank = answers(page)
    assert page.evaluate(OVERFLOW) == 0
    control(page, "answers.writer-name").fill("Siân Łukasz")
    control(page, "answers.goes-to").nth(1).check()
    page.locator("#answers-danger-now-absent").check()
    control(page, "answers.children.0.child-age").fill("14")
    button(page, "Add another child").click()
    control(page, "answers.children.1.child-age").fill("9")
    control(page, "answers.children.1.child-says").fill("王小明\nsecond line")
    button(page, "Add another child").click()
    button(page, "Add another child").click()
    control(page, "answers.children.3.child-age").fill("11")
    assert page.evaluate(OVERFLOW) == 0
    filled = answers(page)

    name, text = save(page)
    assert re.fullmatch(r"case-file-\d{4}-\d\d-\d\d\.json", name)
    (form,) = read_casefile(text).forms
    # The third child was never typed; those that were keep their order.
    assert [entry["child-age"] for entry in form.groups["children"]] == [14, 9, 11]
    assert form.answers["goes-to"] == ("police",)

    # Once more: the same record, not a second one.
    control(page, "answers.writer-role").fill("youth worker")
    _, text = save(page)
    (form,) = read_casefile(text).forms
    assert form.answers["writer-role"] == "youth worker"

    clear(page)
    assert answers(page) == blank
    choose(page, text)
    page.get_by_role("button", name=re.compile("Go on with the record of")).click()
    page.get_by_text("You are going on with this one.").wait_for()
    assert control(page, "answers.children.1.child-says").input_value() == "王小明\nsecond line"
    held = {name: value for name, value in answers(page) if value}
    assert held["answers.children.2.child-age"] == "11"
    assert {value for _, value in filled if value} <= {*held.values()}

    make(page, "Show it as a document").click()
    page.locator(".document").wait_for()
    shown = page.locator(".document").inner_text()
    assert "Siân Łukasz" in shown
    assert "Child 3 of 3" in shown
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.evaluate(OVERFLOW) == 0
    page.emulate_media(media="print")
    assert page.locator(".document").is_visible()
    assert not page.locator("#assessment-form").is_visible()
    page.emulate_media(media="screen")
    control(page, "answers.writer-role").fill("teacher")
    page.get_by_text("An answer has changed since this was shown.").wait_for()


@pytest.fixture(scope="module")
def keyboard_page(shared_visit):
    return shared_visit("404.html", viewport={"width": 1280, "height": 900})


@pytest.mark.parametrize("id_", FORMS)
def test_each_form_is_filled_in_and_kept_by_keyboard_alone(keyboard_page, site, id_):
    page = keyboard_page
    page.goto(f"{site}paperwork/{id_}/")
    wait_until_ready(page)
    repeated = {section.id for section in FORM[id_].sections if section.repeats}
    written = [field for field in FORM[id_].fields if field.kind in (FieldKind.LINE, FieldKind.TEXT)]
    names = [
        f"answers.{field.section}.0.{field.id}" if field.section in repeated else f"answers.{field.id}"
        for field in (written[0], written[-1])
    ]
    keys = Keyboard(page)
    for name in names:
        keys.tab_to(name=name)
        page.keyboard.type(f"typed into {name}")
    keys.tab_to(words="Save in the case file", tag="BUTTON")
    with page.expect_download() as started:
        keys.press("Enter")
    (form,) = read_casefile(started.value.path().read_text("utf-8")).forms
    assert form.form.id == id_
    held = text_of(form.to_dict())
    assert all(f"typed into {name}" in held for name in names)
    clear(page)


def test_entries_are_added_by_keyboard_alone(visit):
    page = opened(visit, "paperwork/chronology/", viewport={"width": 1280, "height": 900})
    keys = Keyboard(page)
    keys.tab_to(name="answers.child-reference")
    page.keyboard.type("TEAM-4711")
    keys.tab_to(name="answers.entries.0.what")
    page.keyboard.type("a car waited at the gate")
    keys.choose("answers.entries.0.how-known", "seen")
    keys.tab_to(words="Add another entry", tag="BUTTON")
    keys.press("Enter")
    assert keys.focus()["name"] == "answers.entries.1.on"
    keys.tab_to(name="answers.entries.1.what")
    page.keyboard.type("the same car")
    keys.tab_to(words="Save in the case file", tag="BUTTON")
    with page.expect_download() as started:
        keys.press("Enter")
    (form,) = read_casefile(started.value.path().read_text("utf-8")).forms
    assert [entry["what"] for entry in form.groups["entries"]] == ["a car waited at the gate", "the same car"]
    keys.tab_to(words="Show it as a document", tag="BUTTON")
    keys.press("Enter")
    page.locator(".document").wait_for()
    assert keys.focus()["words"] == FORM["chronology"].title


def test_what_is_known_is_typed_once(visit):
    page = opened(visit, PLAN)
    known = {**case("HIGH-01", age=14), "reference": "T-4711", "context": {"places": "the car park"}}
    control(page, "answers.places").fill("what I typed")
    choose(page, casefile([known]))
    page.get_by_role("dialog").get_by_role("button", name="Open the file").click()
    page.get_by_text("Filled in from the file").wait_for()
    assert control(page, "answers.child-reference").input_value() == "T-4711"
    assert control(page, "answers.child-age").input_value() == "14"
    assert control(page, "answers.places").input_value() == "the car park"
    assert control(page, "answers.reading").input_value().endswith("This reads as High, 20 November 2026")
    # The plan sees what the assessment flags.
    assert page.get_by_role("heading", name="What the newest assessment flags").is_visible()
    _, text = save(page)
    assert len(read_casefile(text).assessments) == 1


def test_answers_are_kept_when_the_reader_does_not_want_the_file(visit):
    page = opened(visit, PLAN)
    control(page, "answers.places").fill("what I typed")
    choose(page, casefile([case("LOW-01")]))
    page.get_by_role("dialog").get_by_role("button", name="Keep my answers").click()
    assert control(page, "answers.places").input_value() == "what I typed"
    assert not page.locator("#case-file-contents").is_visible()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        (text_of({"schema": "x"}), "cse-casefile/1"),
        (text_of(casefile([], [made(FORM["chronology"], {"child-age": 99})])), "forms.0.answers.child-age"),
        ('{"schema": "cse-locked/1", "key": {"from"', "is not whole"),
    ],
)
def test_a_bad_file_changes_nothing_and_says_why(visit, content, words):
    page = opened(visit, PANEL)
    control(page, "answers.background").fill("what I typed")
    before = answers(page)
    choose(page, content)
    alert = page.get_by_role("alert").filter(has_text="There is a problem")
    alert.wait_for()
    assert words in alert.inner_text()
    assert "What was on this page is still here." in alert.inner_text()
    assert answers(page) == before


def test_what_is_wrong_is_said_at_its_field(visit):
    page = opened(visit, PANEL)
    button(page, "Add another child").click()
    control(page, "answers.children.1.child-age").fill("forty")
    make(page, "Save in the case file").click()
    alert = page.get_by_role("alert").filter(has_text="There is a problem")
    alert.wait_for()
    alert.get_by_role("link").click()
    # The first child is empty and does not count; the fault is at the second all the same.
    assert page.evaluate("document.activeElement.name") == "answers.children.1.child-age"
    assert control(page, "answers.children.1.child-age").get_attribute("aria-invalid") == "true"


# --- files -------------------------------------------------------------------


def test_word_pdf_and_dates_come_as_files(visit):
    page = opened(visit, PLAN)
    control(page, "answers.lead").fill("Siân")
    control(page, "answers.review-on").fill("2027-01-04")
    for words, ending, start in (
        ("Save as Word", ".docx", b"PK"),
        ("Save as PDF", ".pdf", b"%PDF"),
        ("Save the dates for a calendar", ".ics", b"BEGIN:VCALENDAR"),
    ):
        with page.expect_download() as started:
            make(page, words).click()
        assert started.value.suggested_filename.endswith(ending)
        assert "Si" not in started.value.suggested_filename
        assert started.value.path().read_bytes().startswith(start)

    make(page, "Save as PDF with a password").click()
    dialog = page.get_by_role("dialog", name="A PDF with a password")
    dialog.get_by_label("Password").fill("four plain words")
    dialog.get_by_label("The same again").fill("four plain word")
    dialog.get_by_role("button", name="Save the PDF").click()
    dialog.get_by_text("The two are not the same.").wait_for()
    for label in ("Password", "The same again"):
        dialog.get_by_label(label).fill("four plain words")
    with page.expect_download() as started:
        dialog.get_by_role("button", name="Save the PDF").click()
    assert b"/Encrypt" in started.value.path().read_bytes()

    control(page, "answers.lead").fill("王小明")
    make(page, "Save as PDF").click()
    alert = page.get_by_role("alert").filter(has_text="There is a problem")
    alert.wait_for()
    assert "Chinese" in alert.inner_text()
    assert "Save as Word, or print" in alert.inner_text()
    assert control(page, "answers.lead").input_value() == "王小明"


# --- the plan and the letter -------------------------------------------------


def test_a_step_comes_into_the_plan_only_with_what_it_does_to_the_child(visit):
    page = opened(visit, PLAN)
    toolkit = page.locator("#toolkit")
    toolkit.locator("summary").first.click()
    toolkit.get_by_role("button", name="Put in the plan").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Put it in the plan").click()
    dialog.get_by_text("Say what it will do to the child.").wait_for()
    assert control(page, "answers.steps.0.step").input_value() == ""
    dialog.get_by_role("button", name="Do not").click()
    assert control(page, "answers.steps.0.step").input_value() == ""
    for number in range(2):
        toolkit.get_by_role("button", name="Put in the plan").nth(number).click()
        dialog.get_by_label("What will it do to the child?").fill("They may feel watched")
        dialog.get_by_role("button", name="Put it in the plan").click()
        assert page.evaluate("document.activeElement.name") == f"answers.steps.{number}.step-lead"
        assert control(page, f"answers.steps.{number}.step-effect").input_value() == "They may feel watched"
    # What is not to be used offers no button, and says what to do instead.
    for step in toolkit.locator(".toolkit-step", has_text="Do not use").all():
        assert step.get_by_role("button").count() == 0
        assert "Instead:" in step.text_content()
    control(page, "answers.steps.0.step-due").fill("2020-01-01")
    make(page, "Show how far the plan has got").click()
    page.get_by_text("1 overdue. 1 still to do. 0 done.").wait_for()


def test_there_is_no_draft_of_the_letter_while_a_condition_is_open(visit):
    page = opened(visit, LETTER)
    make(page, "Show the draft").click()
    page.get_by_text(re.compile("There is no draft: 16 of the conditions are open")).wait_for()
    assert not page.locator("#reading").is_visible()
    # Each one by name, with what it lacks and the way to it.
    condition = FORM["disruption-letter-2014"].conditions[3]
    page.locator("#error-summary").get_by_role("link", name=condition.text).click()
    assert page.evaluate("document.activeElement.name") == f"conditions.{condition.id}"


def test_the_four_replies_of_the_police_say_what_each_means_now(visit):
    page = opened(visit, "paperwork/police-information-request/")
    replies = page.locator("#answers-reply-kinds-question .choice").all_inner_texts()
    assert len(replies) == 4
    assert all("Now:" in reply for reply in replies)


# --- nothing leaves, nothing stays -------------------------------------------


@pytest.mark.parametrize("id_", FORMS)
def test_nothing_is_sent_or_kept(visit, id_):
    page = opened(visit, f"paperwork/{id_}/")
    blank = answers(page)
    before = page.evaluate(HISTORY)
    asked = len(page.notes.from_network)
    page.locator("#assessment-form textarea").first.fill("ZQX-TYPED")
    save(page)
    make(page, "Show it as a document").click()
    page.locator(".document", has_text="ZQX-TYPED").wait_for()
    assert page.notes.from_network[asked:] == []
    with page.expect_download():
        make(page, "Save as Word").click()
    # Asked for when they are wanted, from this site, and always the same.
    assert all(re.search(r"/assets/cse/(documents|vendor)/", url) for url in page.notes.from_network[asked:])
    assert stored(page) == NOTHING_STORED
    assert page.context.cookies() == []
    assert page.evaluate(HISTORY) == before
    clear(page)
    assert answers(page) == blank
    assert "ZQX" not in page.content()
    assert page.notes.said == []


def test_exit_leaves_nothing(visit):
    page = opened(visit, PANEL, noisy=True, routes={"https://**": lambda route: route.fulfill(status=204)})
    control(page, "answers.background").fill("ZQX-TYPED")
    make(page, "Show it as a document").click()
    page.locator(".document").wait_for()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_function("() => !document.documentElement.outerHTML.includes('ZQX')")
    # What a field holds is not in its HTML.
    held = "() => [...document.querySelectorAll('input, textarea')].map((each) => each.value).join()"
    assert "ZQX" not in page.evaluate(held)


def test_a_page_whose_python_does_not_come_says_so_and_goes_on(visit):
    page = visit(PANEL, noisy=True, routes={"**/paper.zip": lambda route: route.abort()})
    page.locator('[data-python="failed"]').wait_for()
    assert "Do not wait for it: call social care or the police" in page.locator("#python-status").inner_text()
    control(page, "answers.background").fill("what I typed")
    make(page, "Save in the case file").click()
    page.get_by_text("This page could not do it").wait_for()
    assert control(page, "answers.background").input_value() == "what I typed"
    page.unroute("**/paper.zip")
    page.context.unroute("**/paper.zip")
    make(page, "Try again").click()
    wait_until_ready(page)
    assert read_casefile(save(page)[1]).forms[0].answers["background"] == "what I typed"


def test_an_assessment_does_not_wait_for_the_paperwork(visit):
    page = opened(visit, "assess/pan-bedfordshire/")
    assert [url for url in page.notes.asked if "paper.zip" in url] == []
    assert json.loads(page.locator("#assessment-form").get_attribute("data-head"))["schema"] == "cse-case/1"
