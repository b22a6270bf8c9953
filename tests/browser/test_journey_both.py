"""One story, both tools: told once, read side by side, with the mouse, with the keyboard, without scripts and on paper."""

import json
import re

import pytest

import cse_core
from tests.browser.form import (
    BOTH,
    answers,
    button,
    clear,
    field,
    fill,
    open_file,
    open_summary,
    radio,
    save,
    wait_until_ready,
)
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.test_axe import violations
from tests.browser.test_exit import ELSEWHERE, Neutral
from tests.browser.test_journey_keyboard import Keyboard, choose
from tests.browser.test_journey_mouse import OVERFLOW, on_screen
from tests.browser.test_print import Paper, check_no_screen_parts, pages_in

FIRST, SECOND = "cases.pan-bedfordshire", "cases.lambeth"
STORY = {
    "assessed_on": "2026-11-20",
    "reference": "GROUP-3",
    "same": ["disclosure", "looked-after"],
    "cases": {
        "pan-bedfordshire": {
            "child": {"age": 12, "disclosure": "present", "looked_after": "suspected"},
            "answers": {"late-or-missing": {"answer": "present", "evidence": "ZQX-EVIDENCE", "recency": "current"}},
            "judgement": {"level": "medium", "reasons": "ZQX-REASONS", "significant_harm": "not_known"},
        },
        "lambeth": {
            "child": {"missing_before": "present"},
            "answers": {"cyberbullying": {"answer": "suspected", "level": "amber", "recurring": True}},
        },
    },
}
HISTORY = "() => [location.href, history.length, history.state, document.title, document.cookie]"


@pytest.fixture
def page(visit, width):
    page = visit(BOTH, viewport={"width": width, "height": 640 if width < 600 else 900})
    wait_until_ready(page)
    return page


def box(page, row):
    """The box that takes an answer to the second tool."""
    return page.locator(f'input[name="same"][value="{row}"]')


def readings(page):
    """Both readings on the page, once they are there and up to date."""
    page.locator("[data-reading=current]").wait_for()
    shown = page.locator("article.reading")
    assert [each.get_attribute("data-instrument") for each in shown.all()] == ["pan-bedfordshire", "lambeth"]
    return {each.get_attribute("data-instrument"): json.loads(each.get_attribute("data-assessment")) for each in shown.all()}


def show_readings(page):
    button(page, "Show the reading").click()
    return readings(page)


def compared(text):
    return json.loads(cse_core.comparison_to_json(cse_core.compare(cse_core.read_vignette(text))))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_whole_journey_with_the_mouse(page, width):
    blank = answers(page)
    before = page.evaluate(HISTORY)
    asked = len(page.notes.from_network)
    assert page.evaluate(OVERFLOW) == 0

    # Groups are folded. One opens with a click, and says from outside how far it is.
    group = page.locator("#lambeth-group-income")
    assert not group.get_by_role("group").first.is_visible()
    group.locator("summary").first.click()
    assert group.get_by_role("group").first.is_visible()
    assert "0 of 6 answered" in group.locator("summary").first.inner_text()

    # The box comes with the answer, and is not ticked.
    assert not box(page, "disclosure").is_visible()
    radio(page, f"{FIRST}.child.disclosure", "present").check()
    assert box(page, "disclosure").is_visible()
    assert not box(page, "disclosure").is_checked()
    radio(page, f"{FIRST}.child.disclosure", "not_known").check()
    assert not box(page, "disclosure").is_visible()
    assert not box(page, "age").is_visible()
    field(page, f"{FIRST}.child.age").fill("12")
    assert box(page, "age").is_visible()

    fill(page, STORY)
    assert page.evaluate(OVERFLOW) == 0
    shown = show_readings(page)
    assert page.evaluate(OVERFLOW) == 0
    assert (shown["pan-bedfordshire"]["level"], shown["lambeth"]["pathway"]) == ("high", "section_47_now")
    assert shown["lambeth"]["level"] is None

    # What to do now comes first, said once; then both readings; the focus is at their heading.
    headings = page.locator(".comparison").get_by_role("heading", level=2)
    assert headings.all_inner_texts()[:4] == [
        "What to do now",
        "One story, two readings",
        "Why they differ, clause by clause",
        "What each made of the answers",
    ]
    assert on_screen(headings.first)
    assert headings.nth(1).evaluate("heading => heading === document.activeElement")
    now = page.locator(".comparison > .reading-now").inner_text()
    assert now.count("call 999 now") == 1
    assert now.count("Tell the child you believe them.") == 1

    # Side by side where there is room, one under the other where there is not.
    left, right = (each.bounding_box() for each in page.locator(".reading-short").all())
    assert (left["y"] == right["y"]) is (width > 600)
    assert (left["x"] == right["x"]) is (width < 600)

    # The age was not confirmed, and the page says so where the second reading is.
    lambeth = page.locator("article[data-instrument=lambeth]")
    left = lambeth.locator(".reading-not-carried")
    assert "Not carried over, because you did not confirm it: The child’s age 12." in left.inner_text()

    # From the table to a question that the second tool asks, and the group opens.
    page.locator("#lambeth-home-and-school").evaluate("group => (group.open = false)")
    page.locator(f'.comparison-answers a[data-jump="{SECOND}.child.missing_before"]').first.click()
    there = radio(page, f"{SECOND}.child.missing_before", "present")
    assert there.is_visible()
    assert there.evaluate("radio => radio === document.activeElement")

    # Confirmed: the reading is out of date, and asked again it knows the age.
    box(page, "age").check()
    page.get_by_text("An answer has changed since this reading.").wait_for()
    button(page, "Show the reading again").click()
    page.locator("[data-reading=current]").wait_for()
    second = readings(page)
    assert second["pan-bedfordshire"] == shown["pan-bedfordshire"]
    assert "under_13" in {flag["id"] for flag in second["lambeth"]["flags"]}
    assert "under_13" not in {flag["id"] for flag in shown["lambeth"]["flags"]}
    assert page.locator(".reading-not-carried").count() == 0
    clauses = [each.get_attribute("data-clause") for each in page.locator(".clause").all()]

    # The file: one that the core reads, under a name that says nothing of the child.
    name, text = save(page)
    assert name == "cse-vignette-2026-11-20.json"
    made = compared(text)
    assert made["assessments"] == second
    # What bears on this story first, then what holds in every story.
    in_order = sorted(made["differences"], key=lambda each: not any(each["because"].values()))
    assert [each["id"] for each in in_order] == clauses
    filled = answers(page)
    assert not [value for field_name, value in filled if field_name.startswith(f"{SECOND}.child.age")]
    clear(page)
    assert answers(page) == blank
    assert page.locator("article.reading").count() == 0
    assert "ZQX" not in page.content()
    open_file(page, name, text)
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == filled
    assert show_readings(page) == second

    # Nothing was sent, stored or written into the history.
    clear(page)
    assert page.notes.from_network[asked:] == []
    assert stored(page) == NOTHING_STORED
    assert page.evaluate(HISTORY) == before


@pytest.mark.parametrize("width", [390, 1280])
def test_a_whole_journey_with_the_keyboard(page, width):
    keys = Keyboard(page)
    keys.choose(f"{FIRST}.child.disclosure", "present")
    assert keys.tab()["name"] == "same"
    keys.press("Space")
    assert box(page, "disclosure").is_checked()
    keys.tab_to(name=f"{FIRST}.child.age")
    page.keyboard.type("15")
    assert keys.tab()["name"] == "same"

    # A folded group opens with Enter; folded ones are passed by.
    keys.tab_to(words="Coming and going", tag="SUMMARY")
    keys.press("Enter")
    keys.choose(f"{FIRST}.answers.late-or-missing.answer", "present")
    assert keys.tab()["name"] == f"{FIRST}.answers.late-or-missing.evidence"
    page.keyboard.type("twice")
    keys.tab_to(words="Emotional & Behavioural development", tag="SUMMARY")
    keys.press("Enter")
    keys.choose(f"{SECOND}.answers.cyberbullying.answer", "suspected")
    keys.choose(f"{SECOND}.answers.cyberbullying.level", "amber")

    # A judgement without reasons: its message leads to its field.
    keys.choose(f"{FIRST}.judgement.level", "low")
    keys.tab_to(words="Show the reading", tag="BUTTON")
    keys.press("Enter")
    page.get_by_text("There is a problem").wait_for()
    assert "Your reasons" in keys.tab()["words"]
    keys.press("Enter")
    assert keys.focus()["name"] == f"{FIRST}.judgement.reasons"
    page.keyboard.type("what a friend said")
    keys.tab_to(words="Show the reading", tag="BUTTON")
    keys.press("Space")
    shown = readings(page)
    assert keys.focus()["words"] == "One story, two readings"

    # The whole reading, a difference's citation, and from the table back to a question.
    keys.tab_to(words="The whole Pan-Bedfordshire reading", tag="SUMMARY")
    keys.press("Enter")
    assert page.locator("#pan-bedfordshire-whole-actions").is_visible()
    keys.press("Enter")
    jump = page.locator(f'.comparison-answers a[data-jump="{SECOND}.answers.cyberbullying.answer"]').first
    jump.focus()
    keys.press("Enter")
    assert keys.focus()["name"] == f"{SECOND}.answers.cyberbullying.answer"
    keys.press("ArrowUp")
    page.get_by_text("An answer has changed since this reading.").wait_for()

    keys.tab_to(words="Save to this device", tag="BUTTON")
    with page.expect_download() as started:
        keys.press("Enter")
    text = started.value.path().read_text("utf-8")
    assert compared(text)["assessments"]["pan-bedfordshire"] == shown["pan-bedfordshire"]
    filled = answers(page)
    if width < 600:
        keys.tab_to(words="What is recorded", tag="BUTTON")
        keys.press("Enter")
    keys.tab_to(words="Clear everything", tag="BUTTON")
    keys.press("Enter")
    page.get_by_text("Everything on this page is cleared.").wait_for()
    if width < 600:
        keys.tab_to(words="What is recorded", tag="BUTTON")
        keys.press("Enter")
    keys.tab_to(words="Open a saved story", tag="BUTTON")
    choose(page, keys, {"name": "story.json", "mimeType": "application/json", "buffer": text.encode()})
    page.get_by_text("Opened. It is dated").wait_for()
    assert answers(page) == filled
    assert sorted(set(keys.unseen)) == []
    assert sorted(set(keys.covered)) == []


@pytest.mark.parametrize("width", [1280])
def test_each_citation_leads_to_a_place_that_is_there(page, built_site, width):
    every = {item.id: {"answer": "present"} for item in cse_core.load_instrument("lambeth").indicators}
    some = {"child": {"age": 12, "missing_now": "present", "looked_after": "present"}, "answers": {"homophobia": {"answer": "present"}}}
    story = {"schema": "cse-vignette/1", "assessed_on": "2026-11-20", "cases": {"pan-bedfordshire": some, "lambeth": {"answers": every}}}
    open_file(page, "story.json", json.dumps(story))
    page.get_by_text("Opened. It is dated").wait_for()
    show_readings(page)
    links = {link.evaluate("link => link.href") for link in page.locator(".comparison a.cite").all()}
    assert len(links) > 60
    pages = {}
    for link in links:
        path, _, place = link.split("/", 3)[3].partition("#")
        html = pages.setdefault(path, (built_site / path / "index.html").read_text("utf-8"))
        assert f'id="{place}"' in html, link
        assert page.locator(f'.comparison a.cite[href$="#{place}"]').first.get_attribute("target") == "_blank"


WRONG_FILES = {
    "a case for one tool": ('{"schema": "cse-case/1", "instrument": "lambeth", "assessed_on": "2026-11-20"}', "not a story file"),
    "damaged": ('{"schema": "cse-vignette/1"', "cannot be read as JSON"),
    "another version": ('{"schema": "cse-vignette/9", "assessed_on": "2026-11-20"}', "cse-vignette/9"),
    "an unknown row": ('{"schema": "cse-vignette/1", "assessed_on": "2026-11-20", "same": ["gangs"]}', "gangs"),
}


@pytest.mark.parametrize("width", [390])
@pytest.mark.parametrize(("content", "words"), WRONG_FILES.values(), ids=WRONG_FILES)
def test_a_file_that_cannot_be_opened_changes_nothing(page, width, content, words):
    field(page, "reference").fill("REF 7")
    before = answers(page)
    open_file(page, "story.json", content)
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert "The file was not opened. What was on this page is still here." in summary.inner_text()
    assert words in summary.inner_text()
    assert answers(page) == before


@pytest.mark.parametrize("width", [1280])
def test_a_story_is_not_opened_where_a_case_belongs(visit, width):
    page = visit("assess/lambeth/")
    wait_until_ready(page)
    open_file(page, "case.json", '{"schema": "cse-vignette/1", "assessed_on": "2026-11-20"}')
    page.get_by_text("The file is not a case file.").wait_for()


@pytest.mark.parametrize("width", [1280])
def test_what_is_wrong_is_named_at_its_field_in_a_folded_group(page, width):
    field(page, f"{FIRST}.child.age").fill("18")
    button(page, "Show the reading").click()
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    summary.wait_for()
    assert "Age in years" in summary.get_by_role("link").inner_text()
    assert field(page, f"{FIRST}.child.age").get_attribute("aria-invalid") == "true"
    assert not re.search(r"null|cases\.|child\.", summary.inner_text())


@pytest.mark.parametrize("width", [1280])
def test_the_summary_leads_into_folded_groups(page, width):
    page.locator("#progress").get_by_role("link", name="Lambeth: Income").click()
    group = page.locator("#lambeth-group-income")
    assert group.evaluate("group => group.open && group.contains(document.activeElement)")
    radio(page, f"{SECOND}.answers.free-takeaway-food.answer", "present").check()
    assert "1 of 6 answered" in group.locator("summary").first.inner_text()
    group.locator("summary").first.click()
    page.locator("#recorded").get_by_role("link", name="free food").click()
    assert radio(page, f"{SECOND}.answers.free-takeaway-food.answer", "present").is_visible()
    clear(page)
    assert not group.evaluate("group => group.open")


@pytest.mark.parametrize("width", [1280])
def test_paper_holds_the_comparison_and_both_whole_readings(page, width):
    fill(page, STORY)
    show_readings(page)
    with Paper(page) as words:
        check_no_screen_parts(page)
        for instrument in map(cse_core.load_instrument, cse_core.instrument_ids()):
            assert instrument.edition in words
        assert words.index("What to do now") < words.index("Why they differ, clause by clause")
        assert "ZQX-EVIDENCE" in words
        assert page.locator("#lambeth-whole-record").is_visible()
        assert not page.locator("form[data-instrument]").is_visible()
    assert not page.locator("#lambeth-whole-record").is_visible()
    assert 5 < pages_in(page.pdf(format="A4")) < 30


@pytest.mark.parametrize("width", [1280])
def test_a_blank_form_prints_with_its_groups_open(page, width):
    with Paper(page):
        for id_ in ("pan-bedfordshire-group-body-and-mind", "lambeth-group-income"):
            assert page.locator(f"#{id_}").get_by_role("group").first.is_visible()
        assert box(page, "age").is_visible()
    assert not page.locator("#lambeth-group-income").get_by_role("group").first.is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_whatever_it_shows(visit, width, scheme):
    page = visit(BOTH, color_scheme=scheme, viewport={"width": width, "height": 640}, reduced_motion="reduce")
    wait_until_ready(page)
    assert violations(page) == []
    fill(page, STORY)
    open_summary(page)
    assert violations(page) == []
    show_readings(page)
    page.evaluate("() => document.querySelectorAll('#reading details').forEach((d) => (d.open = true))")
    assert violations(page) == []


def test_without_scripts_everything_can_be_read_and_answered(visit):
    page = visit(BOTH, java_script_enabled=False)
    for id_ in cse_core.instrument_ids():
        for item in cse_core.load_instrument(id_).indicators:
            answer = radio(page, f"cases.{id_}.answers.{item.id}.answer", "suspected")
            assert answer.is_visible(), item.id
    assert all(box(page, row).is_visible() for row in ("age", "disclosure", "looked-after-on-the-list", "significant-harm"))
    assert page.locator("button:visible").count() == 0
    assert "Scripts are off, so this page cannot work out a reading." in page.locator("noscript > *").inner_text()
    box(page, "age").check()
    # A group still folds.
    group = page.locator("#lambeth-group-income")
    group.locator("summary").first.click()
    assert not group.get_by_role("group").first.is_visible()


def test_leaving_asks_first_and_exit_does_not(visit):
    page = visit(BOTH, noisy=True, routes={ELSEWHERE: Neutral().answer})
    wait_until_ready(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    fill(page, STORY)
    show_readings(page)
    page.get_by_role("link", name="Privacy", exact=True).first.click()
    page.wait_for_function("() => true")
    assert asked == ["beforeunload"]
    page.get_by_role("link", name="Exit this page").last.click(no_wait_after=True)
    page.wait_for_function("() => document.title === 'Loading'")
    assert asked == ["beforeunload"]
    assert page.locator("input[name=same]:checked").count() == 0
    assert "ZQX" not in page.content()
    assert "data-assessment" not in page.content()
