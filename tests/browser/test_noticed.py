""" "I have noticed something": from the home page to the right call and a note, on a phone, by keyboard, with no network."""

import re
from itertools import islice

import pytest

from cse_core.language import all_clear_phrases_in
from cse_core.notice import Reply, Urgency, advise, combinations
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.test_axe import violations
from tests.browser.test_exit import ELSEWHERE, Neutral, by_button, by_shift
from tests.browser.test_journey_keyboard import Keyboard
from tests.browser.test_journey_mouse import OVERFLOW, on_screen
from tests.browser.test_print import Paper, check_no_screen_parts, pages_in
from tests.browser.test_privacy import HISTORY, Questions
from tests.browser.worry import (
    NOTICED,
    WORRY,
    answers,
    ask,
    choose,
    choose_who,
    clear,
    lines,
    note,
    tick,
    write,
)

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
AT_ONCE = [line for line in NOTICED.lines if line.when.word == "now" and line.clauses]
# A sample of all combinations that reaches every answer; tests/noticed goes through the whole table.
SAMPLE = list(islice(combinations(NOTICED), 0, None, 101))
SIGN_OF = {
    None: None,
    **{
        urgency: next(s for s in NOTICED.signs.values() if s.urgency is urgency)
        for urgency in (Urgency.TODAY, Urgency.NOW)
    },
}
ROLES = list(NOTICED.roles)
LEFT = """() => ({
    advice: document.querySelector("#advice").checkVisibility(),
    note: document.querySelector("#note").textContent,
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll("input, textarea")].map((field) => field.value).join(),
})"""
HTML = '<img src="x" onerror="document.title = 1"><b>ZQX-BOLD</b>'


def expected(role, replies, signs=()):
    """What the core says to this role."""
    who = NOTICED.roles[role]
    return {line.id: re.sub(r"\s+", " ", who.fill(line.text)) for line in advise(NOTICED, replies, signs).lines}


def whole_journey(page):
    """All that can be filled in, and the advice; everything typed has ZQX in it."""
    choose(page, "in_danger", "not_sure")
    choose(page, "missing", "no")
    choose_who(page, "foster-carer")
    tick(page, "new-phone", "ZQX-WHEN: Sunday, 11 pm")
    tick(page, "cars-of-strangers")
    page.get_by_label("Find a sign").fill("taxi")
    choose(page, "told", "yes")
    write(page, "saw", "ZQX-SAW: a grey car\nZQX-SECOND: at the gate")
    write(page, "said", f"ZQX-SAID: leave me alone {HTML}")
    write(page, "done", "ZQX-TOLD: the duty team, 11.30 pm")
    ask(page)


@pytest.fixture
def page(visit):
    return visit(WORRY)


@pytest.fixture(scope="module")
def kept(shared_visit):
    """One page for tests that leave it as they found it."""
    return shared_visit(WORRY)


# --- journeys -----------------------------------------------------------------


def test_by_touch_on_a_small_phone(visit):
    page = visit(**PHONE)
    page.get_by_role("main").get_by_role("link", name="I have noticed something").tap()
    page.wait_for_url("**/noticed/")
    # The first question is in reach, and what cannot wait is there with one touch.
    choice = page.locator("label", has=page.locator('input[name="replies.missing"][value="yes"]'))
    choice.tap()
    urgent = page.locator("#missing-at-once")
    assert urgent.is_visible()
    assert urgent.get_by_role("link", name="101").get_attribute("href") == "tel:101"
    assert page.evaluate(OVERFLOW) == 0

    page.get_by_label("I am a").select_option(label="Foster carer")
    page.locator("summary", has_text="Coming and going").tap()
    sign = NOTICED.signs["missing-now"]
    page.locator("label", has_text=sign.plain).tap()
    when = page.locator('input[name="when.missing-now"]')
    assert when.is_visible()
    when.fill("since 9 pm")
    assert page.locator("summary", has_text="Coming and going").inner_text() == "Coming and going (1 ticked)"
    assert page.evaluate(OVERFLOW) == 0

    # From the middle of the form, with the rest left out.
    page.get_by_role("button", name="Show what to do now").tap()
    title = page.get_by_role("heading", name="What to do", exact=True)
    assert on_screen(title)
    assert lines(page) == expected("foster-carer", {"missing": Reply.YES}, ["missing-now"])
    assert next(iter(lines(page))) == "report-missing"
    assert "This is for: Foster carer." in page.locator("#advice").inner_text()
    assert page.evaluate(OVERFLOW) == 0

    page.get_by_role("button", name="Go to my note").tap()
    assert on_screen(page.get_by_role("heading", name="Your note to hand over"))
    assert f"{sign.plain} – since 9 pm" in note(page)
    page.get_by_role("button", name="Change my answers").tap()
    assert on_screen(page.get_by_role("heading", name="Is it urgent?"))

    # Everything that a finger has to hit is big enough for one.
    small = page.locator(".noticed :is(.choice, .button, summary, select):visible").evaluate_all(
        "all => all.filter((e) => e.getBoundingClientRect().height < 40).map((e) => e.textContent.trim().slice(0, 40))"
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 1280])
def test_by_keyboard_alone(visit, width):
    page = visit(WORRY, viewport={"width": width, "height": 640 if width < 600 else 900})
    keys = Keyboard(page)
    keys.choose("replies.in_danger", "no")
    keys.choose("replies.missing", "no")
    keys.tab_to(name="who")
    page.keyboard.type("Teach")
    assert page.get_by_label("I am a").input_value() == "teacher-and-lead"
    find = keys.tab_to(words="Find a sign")
    assert find["tag"] == "INPUT"
    page.keyboard.type("car at the gate")
    # Enter in the search neither sends the form nor loses the place.
    keys.press("Enter")
    assert page.locator("#advice").is_hidden()
    while keys.tab()["value"] != "picked-up-at-school":
        pass
    keys.press("Space")
    assert keys.tab()["name"] == "when.picked-up-at-school"
    page.keyboard.type("Friday, 3 pm")
    keys.tab_to(words="Show what to do now", tag="BUTTON")
    keys.choose("replies.under_13", "no")
    keys.tab_to(name="saw")
    page.keyboard.type("A man in a grey car.")
    keys.tab_to(words="Show what to do", tag="BUTTON")
    keys.press("Enter")
    assert keys.focus()["words"] == "What to do"
    replies = dict.fromkeys(("in_danger", "missing", "under_13"), Reply.NO)
    assert lines(page) == expected("teacher-and-lead", replies, ["picked-up-at-school"])
    keys.tab_to(words="Go to my note", tag="BUTTON")
    keys.press("Enter")
    assert keys.focus()["words"] == "Your note to hand over"
    assert "Friday, 3 pm" in note(page)
    keys.tab_to(words="Change my answers", tag="BUTTON")
    keys.press("Enter")
    assert keys.focus()["words"] == "Is it urgent?"
    keys.tab_to(words="Clear everything", tag="BUTTON")
    keys.press("Enter")
    assert keys.focus()["words"] == "Is it urgent?"
    assert page.locator("#advice").is_hidden()
    assert sorted(set(keys.unseen)) == []
    assert sorted(set(keys.covered)) == []


# --- the advice ---------------------------------------------------------------


@pytest.mark.parametrize("number", range(len(SAMPLE)))
def test_the_advice_is_what_the_core_says(kept, number):
    replies, urgency = SAMPLE[number]
    role = ROLES[number % len(ROLES)]
    sign = SIGN_OF[urgency]
    for question, reply in replies.items():
        choose(kept, question, reply)
    choose_who(kept, role)
    if sign:
        tick(kept, sign.id)
    ask(kept)
    assert lines(kept) == expected(role, replies, [sign.id] if sign else ())
    clear(kept)


def test_the_sample_has_every_answer_every_role_and_every_kind_of_sign():
    assert {(question, reply) for replies, _ in SAMPLE for question, reply in replies.items()} == {
        (question.id, reply) for question in NOTICED.questions for reply in Reply
    }
    assert {urgency for _, urgency in SAMPLE} == set(SIGN_OF)
    assert len(SAMPLE) >= len(ROLES)


def test_every_role_is_told_in_its_own_words(kept):
    ask(kept)
    for role in ROLES:
        choose_who(kept, role)
        assert lines(kept) == expected(role, {})
        who = NOTICED.roles[role]
        assert lines(kept)["tell"] == who.tell
        read_on = kept.locator(".noticed__roles a:visible")
        assert read_on.all_inner_texts() == [who.page_title]
        assert f"This is for: {who.title}." in kept.locator("#advice").inner_text()
    clear(kept)


def test_what_cannot_wait_comes_with_yes_before_any_button(kept):
    asked = 0
    for question in NOTICED.questions:
        urgent = kept.locator(f"#{question.id.replace('_', '-')}-at-once")
        if urgent.count() == 0:
            continue
        asked += 1
        for reply in (Reply.NO, Reply.NOT_SURE):
            choose(kept, question.id, reply)
            assert urgent.is_hidden()
        choose(kept, question.id, Reply.YES)
        assert urgent.is_visible()
        line = next(line for line in AT_ONCE if any(Reply.YES in c.replies.get(question.id, ()) for c in line.clauses))
        assert urgent.inner_text() == line.text
        assert kept.locator("#advice").is_hidden()
    assert asked == 4
    kept.reload()


def test_nothing_ticked_and_nothing_answered_still_gives_advice(kept):
    ask(kept)
    assert lines(kept) == expected(ROLES[-1], {})
    assert {"tell", "no-answer", "ring-999-if", "find-the-child"} <= set(lines(kept))
    words = kept.locator("#advice").inner_text()
    assert all_clear_phrases_in(words) == ()
    assert "Your worry is enough." in words
    assert "What I noticed" not in note(kept)
    clear(kept)


def test_every_question_answered_no_still_tells_somebody_today(kept):
    for question in NOTICED.questions:
        choose(kept, question.id, Reply.NO)
    ask(kept)
    assert kept.locator(".advice--now").is_hidden()
    assert {"tell", "no-answer"} <= set(lines(kept))
    words = kept.locator("main").inner_text()
    assert all_clear_phrases_in(words) == ()
    assert not re.search(r"\b(level|low|medium|high|green|amber|red)\b", words, re.IGNORECASE)
    clear(kept)


def test_what_is_shown_is_never_older_than_the_answers(kept):
    choose(kept, "missing", Reply.NO)
    ask(kept)
    assert "report-missing" not in lines(kept)
    choose(kept, "missing", Reply.YES)
    assert "report-missing" in lines(kept)
    tick(kept, "new-phone", "last night")
    assert "last night" in note(kept)
    clear(kept)


def test_a_role_page_brings_its_role_along(visit):
    page = visit("noticed/school-nurse/")
    page.get_by_role("link", name="More signs, and a note to hand over").click()
    page.wait_for_url("**/noticed/#who-school-nurse")
    assert page.get_by_label("I am a").input_value() == "school-nurse"
    # The page starts at its top all the same: the urgent questions come first.
    assert page.evaluate("scrollY") == 0


# --- finding a sign -----------------------------------------------------------


def test_finding_a_sign_by_word(kept):
    box = kept.get_by_label("Find a sign")
    signs, groups = kept.locator("[data-sign]"), kept.locator(".noticed__group")
    kept.locator("summary", has_text="At school").click()
    open_before = groups.evaluate_all("all => all.map((group) => group.open)")
    box.fill("Taxi")
    shown = signs.locator("visible=true")
    assert 0 < shown.count() < signs.count()
    assert all("taxi" in words for words in shown.evaluate_all("all => all.map((sign) => sign.dataset.sign)"))
    assert kept.locator("#found-signs").inner_text() == f"{shown.count()} signs found."
    assert groups.locator("visible=true").count() < groups.count()

    # Words that are not in the sign's own text lead to it, too.
    box.fill("morning-after pill")
    assert shown.all_inner_texts() != []
    assert NOTICED.signs["condoms-or-infection"].plain in shown.first.inner_text()

    box.fill("zzzz")
    assert shown.count() == 0
    assert "What you saw still counts." in kept.locator("#found-signs").inner_text()
    box.fill("")
    assert groups.evaluate_all("all => all.map((group) => group.open)") == open_before
    assert groups.locator("visible=true").count() == groups.count()
    assert signs.evaluate_all("all => all.filter((sign) => sign.hidden).length") == 0
    ask(kept)
    clear(kept)


# --- the note -----------------------------------------------------------------


def test_the_note_holds_what_was_ticked_and_written(page):
    whole_journey(page)
    words = note(page)
    order = [
        "Confidential: a worry about a child",
        "Written",
        "(Foster carer)",
        "Child",
        "by hand: ____",
        "What I noticed",
        f"{NOTICED.signs['new-phone'].plain} – ZQX-WHEN: Sunday, 11 pm",
        NOTICED.signs["cars-of-strangers"].plain,
        "What I saw or heard, in my own words",
        "ZQX-SAW: a grey car",
        "ZQX-SECOND: at the gate",
        "What the child said, in their own words",
        "ZQX-SAID: leave me alone",
        "What I answered",
        "Is the child in danger now? I do not know",
        "Is the child missing, or not where they should be? No, I know where they are",
        "What this page told me to do",
        "Then ring children's social care and the police, both, now.",
        "Whom I told, and when",
        "ZQX-TOLD: the duty team, 11.30 pm",
    ]
    places = [words.find(part) for part in order]
    assert -1 not in places, [part for part, place in zip(order, places, strict=True) if place == -1]
    assert places == sorted(places)
    assert re.search(r"Written\s+\w+day,? \d{1,2} \w+ 20\d\d at \d\d:\d\d", words)
    # Signs that were not ticked, and questions that were left out, are not in it.
    assert NOTICED.signs["keys"].plain not in words
    assert "under 13?" not in words


def test_what_is_typed_is_never_html(page):
    title = page.title()
    whole_journey(page)
    assert HTML in note(page)
    assert page.locator("#note").locator("img, b, script").count() == 0
    assert page.title() == title


def printed(page):
    """Press "Print the note" with the browser's own dialog taken away."""
    page.evaluate("() => { window.printed = 0; window.print = () => window.printed++; }")
    page.get_by_role("button", name="Print the note").click()
    assert page.evaluate("window.printed") == 1


def test_the_note_is_printed_alone(page):
    whole_journey(page)
    printed(page)
    with Paper(page) as words:
        check_no_screen_parts(page)
        assert "ZQX-SAW: a grey car" in words
        assert "Whom I told, and when" in words
        for other in ("What not to do", "Why this matters", "Who do I call now?", "I have noticed something", "Exit"):
            assert other not in words
        assert page.locator("#noticed-form").is_hidden()
    printed(page)
    assert pages_in(page.pdf(format="A4")) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    # Printed from the browser's own menu, the page comes with the advice.
    with Paper(page) as words:
        assert "What not to do" in words
        assert "ZQX-SAW: a grey car" in words


def test_copying_and_saving_give_the_same_text(visit):
    page = visit(WORRY, permissions=["clipboard-read", "clipboard-write"])
    whole_journey(page)
    page.get_by_role("button", name="Copy the note").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as started:
        page.get_by_role("button", name="Save as a text file").click()
    assert re.fullmatch(r"note-20\d\d-\d\d-\d\d\.txt", started.value.suggested_filename)
    saved = started.value.path().read_text("utf-8")
    page.get_by_text("Saved to this device.").wait_for()
    # The minute may have changed in between.
    without_time = [re.sub(r"\d\d:\d\d", "", text.replace("\r\n", "\n")) for text in (copied, saved)]
    assert without_time[0] == without_time[1]
    assert saved.startswith("Confidential: a worry about a child\n")
    for line in note(page).splitlines():
        assert re.sub(r"\d\d:\d\d", "", line.strip()) in without_time[1]


def test_a_browser_that_does_not_copy_says_so(visit):
    page = visit(WORRY)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    ask(page)
    page.get_by_role("button", name="Copy the note").click()
    page.get_by_text("This browser does not let the page copy. Print the note, or save it.").wait_for()


# --- nothing stays behind -----------------------------------------------------


def check_empty(page, blank):
    assert answers(page) == blank
    left = page.evaluate(LEFT)
    assert left["note"] == ""
    assert left["advice"] is False
    assert "ZQX" not in left["page"]
    assert "ZQX" not in left["fields"]


def test_clearing_leaves_nothing(page):
    blank = answers(page)
    whole_journey(page)
    clear(page)
    check_empty(page, blank)
    assert page.get_by_label("Find a sign").input_value() == ""
    assert page.locator("[data-sign][hidden]").count() == 0
    assert page.locator(".noticed__group[open]").count() == 0
    assert page.locator(".noticed__count").all_inner_texts() == [""] * len(NOTICED.sections)


def test_nothing_is_stored_or_asked_for_and_it_works_without_a_connection(visit):
    page = visit(WORRY)
    page.wait_for_load_state("networkidle")
    before = page.evaluate(HISTORY)
    asked = len(page.notes.from_network)
    page.context.set_offline(True)
    whole_journey(page)
    replies = {"in_danger": Reply.NOT_SURE, "missing": Reply.NO, "told": Reply.YES}
    assert lines(page) == expected("foster-carer", replies, ["new-phone", "cars-of-strangers"])
    with page.expect_download():
        page.get_by_role("button", name="Save as a text file").click()
    page.get_by_role("button", name="Go to my note").click()
    assert page.notes.from_network[asked:] == []
    assert stored(page) == NOTHING_STORED
    assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
    assert page.evaluate(HISTORY) == before
    clear(page)
    assert stored(page) == NOTHING_STORED
    assert page.notes.from_network[asked:] == []


def test_no_python_is_asked_for(page):
    page.wait_for_load_state("networkidle")
    assert [url for url in page.notes.asked if re.search(r"pyodide|pyscript|[.]zip|[.]wasm|[.]py$", url)] == []


def leave_by_link(page):
    page.get_by_role("link", name="Privacy", exact=True).first.click()


def test_leaving_asks_when_something_was_typed(page):
    questions = Questions(page)
    write(page, "saw", "something")
    before = answers(page)
    leave_by_link(page)
    page.wait_for_function("() => true")
    assert questions.asked == ["beforeunload"]
    assert answers(page) == before
    questions.go = True
    leave_by_link(page)
    page.wait_for_url("**/privacy/")


@pytest.mark.parametrize(
    "way", ["nothing done", "ticked alone", "typed and taken back", "searched", "saved", "cleared"]
)
def test_leaving_with_nothing_to_type_again_does_not_ask(page, way):
    questions = Questions(page)
    if way == "ticked alone":
        tick(page, "new-phone")
        choose(page, "missing", Reply.YES)
    elif way == "searched":
        page.get_by_label("Find a sign").fill("taxi")
    elif way != "nothing done":
        tick(page, "new-phone", "last night")
    if way == "typed and taken back":
        page.locator('input[name="when.new-phone"]').fill("")
    ask(page)
    if way == "saved":
        with page.expect_download():
            page.get_by_role("button", name="Save as a text file").click()
    elif way == "cleared":
        clear(page)
    leave_by_link(page)
    page.wait_for_url("**/privacy/")
    assert questions.asked == []


def test_coming_back_shows_an_empty_page(visit):
    page = visit(WORRY)
    blank = answers(page)
    whole_journey(page)
    page.on("dialog", lambda dialog: dialog.accept())
    leave_by_link(page)
    page.wait_for_url("**/privacy/")
    page.go_back()
    page.locator(".noticed.is-on").wait_for()
    check_empty(page, blank)
    # Some browsers freeze a page and bring it back as it was.
    whole_journey(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    check_empty(page, blank)


@pytest.mark.parametrize("leave", [by_button, by_shift])
def test_exit_leaves_nothing_and_asks_nothing(visit, leave):
    neutral = Neutral()
    page = visit("", noisy=True, routes={ELSEWHERE: neutral.answer})
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("main").get_by_role("link", name="I have noticed something").click()
    page.wait_for_url("**/noticed/")
    blank = answers(page)
    whole_journey(page)
    leave(page)
    page.wait_for_function("() => document.title === 'Loading'")
    assert page.evaluate("document.body.innerText").strip() == "Loading."
    check_empty(page, blank)
    neutral.there = True
    by_shift(page)
    page.wait_for_url(ELSEWHERE)
    page.wait_for_function("() => document.title === 'Weather'")
    assert asked == []
    page.go_back()
    assert WORRY not in page.url


# --- scripts off, axe, width --------------------------------------------------


@pytest.fixture(scope="module")
def plain(shared_visit):
    return shared_visit(WORRY, java_script_enabled=False)


def test_without_scripts_every_sign_and_all_advice_can_be_read(plain):
    words = re.sub(r"\s+", " ", plain.get_by_role("main").inner_text())
    for sign in NOTICED.signs.values():
        assert sign.plain in words
        assert sign.note in words
    for line in NOTICED.lines:
        assert line.why in words
        for who in NOTICED.roles.values():
            assert re.sub(r"\s+", " ", who.fill(line.text)) in words
    for question in NOTICED.questions:
        assert question.ask in words
    assert "Scripts are off, so the page cannot pick the advice for you." in words
    # Each line says what it is for.
    assert "Is the child in danger now? Yes: Ring 999 now." in words
    assert "You ticked a sign that cannot wait: What you ticked cannot wait." in words


def test_without_scripts_nothing_pretends_to_work(plain):
    assert plain.locator("button:visible").count() == 0
    assert plain.get_by_label("Find a sign").is_hidden()
    assert plain.locator("#note").is_hidden()
    choose(plain, "in_danger", Reply.YES)
    assert plain.get_by_text("Ring 999 now. Say where the child is").first.is_visible()
    plain.locator('input[name="signs"][value="keys"]').check()
    assert plain.locator('input[name="when.keys"]').is_visible()
    address = plain.url
    plain.locator('input[name="when.keys"]').press("Enter")
    assert plain.url == address


def test_without_scripts_it_prints_with_every_sign(plain):
    plain.emulate_media(media="print")
    for sign in NOTICED.signs.values():
        assert plain.locator(f"label[for=sign-{sign.id}]").is_visible()
    assert plain.locator("[data-line]:visible").count() == len(NOTICED.lines)
    plain.emulate_media(media="null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_with_the_advice_shown(visit, scheme, width):
    size = {"width": width, "height": 640}
    page = visit(WORRY, color_scheme=scheme, viewport=size, reduced_motion="reduce")
    for question in NOTICED.questions:
        choose(page, question.id, Reply.YES)
    whole_journey(page)
    page.get_by_label("Find a sign").fill("")
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    assert violations(page) == []


def test_nothing_is_wider_than_a_small_screen(visit):
    page = visit(WORRY, **PHONE)
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    assert page.evaluate(OVERFLOW) == 0
    for question in NOTICED.questions:
        choose(page, question.id, Reply.YES)
    choose_who(page, "taxi-hotel-takeaway")
    tick(page, "keys", "W" * 90)
    write(page, "saw", "https://example.org/" + "x" * 200)
    ask(page)
    assert page.evaluate(OVERFLOW) == 0
    assert page.locator("#note").evaluate("e => e.scrollWidth - e.clientWidth") == 0
