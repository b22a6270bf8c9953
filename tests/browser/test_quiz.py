"""The knowledge check as a learner meets it: by mouse, by keyboard, with a saved file, with scripts off, on paper."""

from __future__ import annotations

import json
import re

import pytest

import cse_core
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.test_axe import violations
from tests.browser.test_journey_keyboard import Keyboard

CHECK, RECORD = "training/knowledge-check/", "training/record/"
BANK = cse_core.load_questions()
BY_ID = {question.id: question for question in BANK.questions}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HISTORY = "[location.href, history.length, history.state, document.title, document.cookie]"
NAME = "ZQX Learner"


def opened(visit, path=CHECK, **options):
    page = visit(path, **options)
    page.locator("#quiz[data-ready]").wait_for()
    return page


def button(page, name):
    return page.get_by_role("button", name=name, exact=True).locator("visible=true").first


def start(page, topic="", role="", count="5"):
    page.get_by_label("Topic", exact=True).select_option(topic)
    page.get_by_label("Your role", exact=True).select_option(role)
    page.get_by_label("How many questions", exact=True).select_option(count)
    button(page, "Start").click()


def asked(page):
    """The question on the page, as the bank has it."""
    return BY_ID[page.locator("#ask-place fieldset").get_attribute("id").removeprefix("ask-")]


def give(page, right=True):
    """Answer the question on the page, and check it; the question."""
    question = asked(page)
    # Out of what the question holds, the first arrangement that is right, or one that is not.
    if question.options:
        for number, option in enumerate(question.options):
            if option.right is right:
                page.locator(f'[id="{question.id}-{number}"]').check()
    else:
        first = 1 if question.steps else 0
        total = len(question.steps or question.pairs)
        for number in range(total):
            place = number if right else (number + 1) % total
            page.locator(f'[id="{question.id}-{number}"]').select_option(str(first + place))
    button(page, "Check my answer").click()
    return question


def go_on(page):
    page.locator("#ask-next button").click()


def answer_all(page, right):
    """Answer every question; `right` says for each, by its number from 0, whether it is answered right."""
    done = []
    while page.locator("#ask").is_visible():
        done.append(give(page, right(len(done))))
        go_on(page)
    return done


def save(page):
    with page.expect_download() as started:
        button(page, "Save progress").click()
    return started.value.path().read_text("utf-8")


def open_file(page, text, name="progress.json"):
    with page.expect_file_chooser() as chooser:
        button(page, "Open saved progress").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


def on_record(page, key):
    return page.locator(f'[data-record="{key}"]').inner_text()


def focus(page):
    return page.evaluate("document.activeElement.id")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_whole_check(visit, width):
    page = opened(visit, viewport={"width": width, "height": 700})
    page.get_by_role("group", name="I could notice small signs").get_by_label("A little sure").check()
    start(page, role="school", count="10")
    done = []
    for number in range(10):
        assert page.locator("#ask-title").inner_text() == f"Question {number + 1} of 10"
        assert focus(page) == "ask-title"
        assert page.evaluate(OVERFLOW) == 0
        question = give(page, right=number != 3)
        done.append(question)
        assert "school" in question.roles
        assert focus(page) == "ask-verdict"
        assert page.locator("#ask-verdict").inner_text() == ("That is right" if number != 3 else "Not quite")
        check_feedback(page, question)
        assert page.evaluate(OVERFLOW) == 0
        go_on(page)
    assert len({question.id for question in done}) == 10
    assert focus(page) == "result-title"
    words = page.locator("#result-words").inner_text()
    assert words == "Right at the first try: 9 of 10 (90%). The pass mark is 75%: you reached it."
    check_topics(page, done, missed=done[3])
    assert page.evaluate(OVERFLOW) == 0

    # Trying again leaves the first result as it is.
    button(page, "Try the missed ones again").click()
    assert asked(page) is done[3]
    give(page)
    go_on(page)
    assert page.locator("#result-words").inner_text() == words
    assert page.locator("#result-again").inner_text() == "After trying again: 10 of 10 (100%)."
    assert not page.locator("#result-missed").is_visible()

    page.get_by_role("group", name="I could notice small signs").get_by_label("Fairly sure").check()
    page.get_by_label("Your name").fill(NAME)
    assert on_record(page, "name") == NAME
    assert on_record(page, "role") == "School or college"
    assert on_record(page, "first") == "9 of 10 (90%)"
    assert on_record(page, "pass") == "Reached"
    assert on_record(page, "again") == "10 of 10 (100%)"
    assert cse_core.__version__ in on_record(page, "edition")
    today, refresh = on_record(page, "date"), on_record(page, "refresh")
    assert int(refresh[-4:]) == int(today[-4:]) + 1
    titles = {topic.title for topic in BANK.topics if topic.id in {question.topic for question in done}}
    assert set(on_record(page, "topics").split("; ")) == titles
    row = page.locator("#record-notice")
    assert [row.locator(f"[data-sure={when}]").inner_text() for when in ("before", "after")] == [
        "A little sure",
        "Fairly sure",
    ]


def check_feedback(page, question):
    """Something is said of everything offered, and it says what it rests on."""
    said = page.locator("#ask-place .quiz-feedback:visible")
    assert said.count() == len(question.options or question.steps or question.pairs)
    for words, mark in zip(said.all_inner_texts(), said.locator("strong").all_inner_texts(), strict=True):
        assert mark
        assert len(words) > len(mark) + 5
    rests = page.locator("#ask-rests")
    for cite in question.cites:
        assert rests.locator(f'[data-source="{cite}"]').get_attribute("target") == "_blank"
    assert rests.is_visible()
    if question.options:
        right = page.locator('#ask-place [data-mark="right"] strong').all_inner_texts()
        assert len(right) == sum(option.right for option in question.options)
        assert all(words.startswith("This is right.") for words in right)


def check_topics(page, done, missed):
    rows = page.locator("#result-topics tbody tr:visible")
    assert rows.count() == len({question.topic for question in done})
    for topic in {question.topic for question in done}:
        own = [question for question in done if question.topic == topic]
        right = len(own) - (missed.topic == topic)
        row = page.locator(f'[id="result-{topic}"]')
        assert row.locator("[data-score]").inner_text() == f"{right} of {len(own)}"
        assert row.get_by_role("link").get_attribute("href").startswith("../../")


def test_the_pass_mark_is_not_rounded_up(visit):
    page = opened(visit)
    start(page, topic="signs", count="all")
    done = answer_all(page, lambda number: number > 3)
    share = (len(done) - 4) * 100 // len(done)
    reached = share >= BANK.settings.pass_percent
    assert f"({share}%)" in page.locator("#result-words").inner_text()
    assert on_record(page, "pass") == ("Reached" if reached else "Not reached yet")


def test_stopping_early_counts_what_was_not_answered(visit):
    page = opened(visit)
    start(page)
    give(page)
    button(page, "Stop and see the result").click()
    words = page.locator("#result-words").inner_text()
    assert words.startswith("Right at the first try: 1 of 5 (20%). 4 had no answer, and count as not right yet.")
    button(page, "Try the missed ones again").click()
    assert page.locator("#ask-title").inner_text() == "Question 1 of 4"


def test_the_choice_says_how_many_fit(visit):
    page = opened(visit)
    for topic, role in (("", ""), ("missing", ""), ("", "police"), ("online", "new-starter")):
        fit = [q for q in BANK.questions if (not topic or q.topic == topic) and (not role or role in q.roles)]
        page.get_by_label("Topic", exact=True).select_option(topic)
        page.get_by_label("Your role", exact=True).select_option(role)
        assert page.locator("#choose-fit").inner_text().startswith(f"{len(fit)} question")
    start(page, topic="online", role="new-starter", count="all")
    found = {question.id for question in answer_all(page, lambda _: True)}
    assert found == {q.id for q in BANK.topic("online").questions if "new-starter" in q.roles}


def test_questions_and_answers_are_drawn_by_chance(visit):
    page = opened(visit)
    drawn = page.evaluate(
        """async () => {
            const { draw, fitting } = await import("../../assets/cse/quiz/draw.js");
            const { templates } = await import("../../assets/cse/quiz/page.js");
            const { newQuestion } = await import("../../assets/cse/quiz/question.js");
            const fit = fitting(templates, { topic: "", role: "" });
            const ids = Array.from({ length: 30 }, () => draw(fit, 10).map(({ dataset }) => dataset.question));
            const single = fit.find(({ dataset }) => dataset.kind === "single");
            const firsts = Array.from({ length: 60 }, () => {
                const { fieldset } = newQuestion(single);
                return [...fieldset.querySelectorAll(".quiz-part")].findIndex((part) => "right" in part.dataset);
            });
            const few = draw(fit, fit.length + 5).length;
            return { ids, firsts, few, all: fit.length };
        }"""
    )
    assert len({tuple(ids) for ids in drawn["ids"]}) == 30
    assert all(len(set(ids)) == 10 for ids in drawn["ids"])
    # A short check touches as many topics as it can.
    assert all(len({BY_ID[id_].topic for id_ in ids}) == 10 for ids in drawn["ids"])
    assert len(set(drawn["firsts"])) >= 3
    assert drawn["few"] == drawn["all"] == len(BY_ID)


def test_an_answer_that_is_missing_is_named_and_reached(visit):
    page = opened(visit)
    start(page)
    title = page.title()
    button(page, "Check my answer").click()
    assert focus(page) == "ask-error"
    assert page.title() == f"Error: {title}"
    link = page.locator("#ask-error-link")
    words = link.inner_text()
    assert page.locator("#answer-error").inner_text().endswith(words)
    link.click()
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert described == "answer-error"
    assert page.locator("#ask-verdict").is_hidden()
    give(page)
    assert page.title() == title
    assert page.locator("#answer-error").count() == 0


def test_two_steps_in_the_same_place_are_not_checked(visit):
    page = opened(visit)
    start(page, topic="missing", count="all")
    while not asked(page).steps:
        give(page)
        go_on(page)
    for select in page.locator("#ask-place select").all():
        select.select_option("1")
    button(page, "Check my answer").click()
    assert "same place" in page.locator("#ask-error-link").inner_text()
    assert page.locator("#ask-verdict").is_hidden()
    # Once it is checked, the steps stand in their right order.
    question = give(page, right=False)
    shown = page.locator("#ask-place .quiz-part label").all_text_contents()
    assert [words.removesuffix(": place") for words in shown] == [step.text for step in question.steps]


@pytest.mark.parametrize("width", [320, 1280])
def test_with_the_keyboard_alone(visit, width):
    page = opened(visit, viewport={"width": width, "height": 700})
    keys = Keyboard(page)
    keys.tab_to(name="topic")
    page.keyboard.type("A child is missing")
    keys.tab_to(name="role")
    keys.tab_to(name="count")
    page.keyboard.type("All")
    keys.choose("before.listen", "1")
    keys.tab_to(words="Start", tag="BUTTON")
    keys.press("Enter")
    of = len(BANK.topic("missing").questions)
    assert page.locator("#ask-title").inner_text() == f"Question 1 of {of}"
    kinds = set()
    for number in range(of):
        question = asked(page)
        kinds.add(question.kind)
        if question.options:
            keys.tab_to(name=question.id)
            keys.press("Space")
        else:
            total = len(question.steps or question.pairs)
            for place in range(total):
                assert keys.tab()["tag"] == "SELECT"
                assert page.evaluate("document.activeElement.value") == ""
                keys.press(*["ArrowDown"] * (place + 1))
        keys.tab_to(words="Check my answer", tag="BUTTON")
        keys.press("Enter")
        assert focus(page) == "ask-verdict", question.id
        keys.tab_to(words="See the result" if number == of - 1 else "Next question", tag="BUTTON")
        keys.press("Enter")
    assert len(kinds) == 4
    assert focus(page) == "result-title"
    keys.choose("after.listen", "2")
    keys.tab_to(name="record-name")
    page.keyboard.type(NAME)
    assert on_record(page, "name") == NAME
    keys.tab_to(words="Save progress", tag="BUTTON")
    with page.expect_download():
        keys.press("Enter")
    keys.tab_to(words="Leave and forget all of it", tag="BUTTON")
    keys.press("Enter")
    assert focus(page) == "choose-title"
    assert keys.unseen == []
    assert keys.covered == []


def test_coming_back_with_a_saved_file(visit):
    page = opened(visit)
    page.get_by_role("group", name="I could tell the right people").get_by_label("Not sure yet").check()
    start(page, topic="referring", role="health")
    first = [give(page, right=False)]
    go_on(page)
    first.append(give(page))
    text = save(page)
    assert "ZQX" not in text
    written = json.loads(text)
    assert written["schema"] == "cse-training/1"
    assert written["edition"] == cse_core.__version__
    assert set(written["checks"][0]["asked"][0]) == {"id", "topic", "first", "latest"}

    later = opened(visit)
    open_file(later, text)
    later.get_by_text("Opened.").wait_for()
    assert later.locator("#ask-title").inner_text() == "Question 1 of 3"
    rest = answer_all(later, lambda _: True)
    assert {question.id for question in (*first, *rest)} == {each["id"] for each in written["checks"][0]["asked"]}
    assert "4 of 5 (80%)" in later.locator("#result-words").inner_text()
    assert on_record(later, "role") == "Health"
    assert later.locator("#record-act [data-sure=before]").inner_text() == "Not sure yet"

    # A second check joins the first one in the file, and the record names both.
    save(later)
    button(later, "Start a new check").click()
    start(later, topic="online")
    answer_all(later, lambda _: True)
    assert later.locator("#record-earlier tbody tr").count() == 1
    both = save(later)

    sheet = opened(visit, RECORD)
    assert on_record(sheet, "first") == ""
    open_file(sheet, both)
    sheet.get_by_text("Opened.").wait_for()
    assert on_record(sheet, "first") == "5 of 5 (100%)"
    assert "4 of 5 (80%)" in sheet.locator("#record-earlier").inner_text()
    sheet.get_by_label("Your name").fill(NAME)
    assert on_record(sheet, "name") == NAME


GOOD = {
    "started_on": "2026-11-20",
    "finished_on": "2026-11-21",
    "topic": "",
    "role": "",
    "asked": [{"id": "no-longer-there", "topic": "signs", "first": True, "latest": True}],
    "before": {},
    "after": {"notice": "3"},
}
BAD = {
    "not JSON": "{",
    "another file": json.dumps({"schema": "cse-case/1"}),
    "no checks": json.dumps({"schema": "cse-training/1", "checks": []}),
    "a list": "[]",
    "null": "null",
    **{
        f"{key} wrong": json.dumps({"schema": "cse-training/1", "checks": [GOOD | {key: value}]})
        for key, value in (
            ("started_on", "yesterday"),
            ("finished_on", "2026-13-01"),
            ("asked", []),
            ("asked", GOOD["asked"] * 2),
            ("before", {"notice": "<b>"}),
            ("after", None),
            ("role", 7),
        )
    },
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_bad_file_changes_nothing(visit, text):
    page = opened(visit)
    page.get_by_label("Topic", exact=True).select_option("online")
    open_file(page, text)
    page.get_by_text("Nothing on this page was changed.").wait_for()
    assert page.get_by_label("Topic", exact=True).input_value() == "online"
    assert page.locator("#choose").is_visible()


def test_what_a_newer_edition_dropped_is_left_out(visit):
    """A finished check keeps its result; one that was under way goes on with what is still there."""
    page = opened(visit)
    open_file(page, json.dumps({"schema": "cse-training/1", "checks": [GOOD]}))
    page.get_by_text("Opened.").wait_for()
    assert "1 of 1 (100%)" in page.locator("#result-words").inner_text()
    known = {"id": next(iter(BY_ID)), "topic": next(BANK.questions).topic, "first": None, "latest": None}
    under_way = GOOD | {"finished_on": None, "asked": [*GOOD["asked"], known]}
    page.reload()
    page.locator("#quiz[data-ready]").wait_for()
    open_file(page, json.dumps({"schema": "cse-training/1", "checks": [under_way]}))
    page.get_by_text("no longer in the bank are left out: 1.").wait_for()
    assert asked(page).id == known["id"]


def test_nothing_is_stored_or_sent(visit):
    page = opened(visit)
    before = page.evaluate(HISTORY)
    page.wait_for_load_state("networkidle")
    requests = len(page.notes.from_network)
    start(page)
    answer_all(page, lambda number: number != 1)
    page.get_by_label("Your name").fill(NAME)
    text = save(page)
    assert NAME not in text
    assert page.notes.from_network[requests:] == []
    assert stored(page) == NOTHING_STORED
    assert page.evaluate(HISTORY) == before
    button(page, "Leave and forget all of it").click()
    page.get_by_text("Everything is forgotten.").wait_for()
    assert on_record(page, "name") == ""
    assert page.evaluate("document.querySelector('#record-name').value") == ""
    assert "ZQX" not in page.content()
    assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


def test_leaving_asks_once_and_exit_never_does(visit):
    neutral = {"https://www.bbc.co.uk/**": lambda route: route.fulfill(body="<title>Weather</title>")}
    page = opened(visit, routes=neutral, noisy=True)
    start(page)
    give(page)
    button(page, "Leave and forget all of it").click()
    dialog = page.get_by_role("dialog", name="Leave and forget all of it?")
    dialog.get_by_role("button", name="Stay here").click()
    assert page.locator("#ask-verdict").is_visible()
    button(page, "Leave and forget all of it").click()
    dialog.get_by_role("button", name="Forget it").click()
    assert page.locator("#choose").is_visible()
    start(page)
    give(page)
    asks = []
    page.on("dialog", lambda found: (asks.append(found.type), found.accept()))
    page.get_by_role("link", name="Exit this page").last.click()
    page.wait_for_url("https://www.bbc.co.uk/**")
    assert asks == []
    page.go_back()


def test_other_links_open_beside_or_ask(visit):
    page = opened(visit)
    start(page)
    give(page)
    asks = []
    page.on("dialog", lambda found: (asks.append(found.type), found.dismiss()))
    page.get_by_role("link", name="Privacy").first.click()
    page.wait_for_timeout(300)
    assert asks == ["beforeunload"]
    assert page.locator("#ask-verdict").is_visible()
    assert page.locator("#ask-rests a:not([target=_blank])").count() == 0


def test_whoever_embeds_it_is_told_and_can_give_progress_back(visit):
    page = opened(visit)
    page.evaluate("window.told = []; document.addEventListener('cse:quiz', ({ detail }) => told.push(detail))")
    start(page)
    give(page)
    go_on(page)
    told = page.evaluate("window.told")
    assert [each["event"] for each in told] == ["started", "answered"]
    assert told[-1]["score"] == {"first": 1, "latest": 1, "open": 4, "of": 5}
    assert told[-1]["passed"] is False
    other = opened(visit)
    resumed = "async (progress) => (await import('../../assets/cse/quiz/quiz.js')).resume(progress)"
    assert other.evaluate(resumed, told[-1]["progress"]) == ""
    assert other.locator("#ask-title").inner_text() == "Question 1 of 4"
    assert "no progress file" in other.evaluate(resumed, {})


def test_the_record_on_paper(visit):
    page = opened(visit)
    start(page)
    answer_all(page, lambda _: True)
    page.get_by_label("Your name").fill(NAME)
    page.evaluate("window.print = () => (window.printed = document.documentElement.className)")
    button(page, "Print the record").click()
    assert "prints-record" in page.evaluate("window.printed")
    page.emulate_media(media="print")
    words = page.locator("article.content").inner_text()
    assert NAME in words
    assert "Self-assessed." in words
    assert "Right at the first try" in words
    for left_out in ("Choose your questions", "If this is hard for you", "Try again", "How true is each"):
        assert left_out not in words
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert pages == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "prints-record" not in page.evaluate("document.documentElement.className")


def test_an_empty_record_is_for_a_pen(visit):
    page = visit(RECORD, java_script_enabled=False)
    assert page.locator("button:visible, input:visible").count() == 0
    page.emulate_media(media="print")
    for key in ("name", "date", "role", "topics", "first", "pass", "again", "refresh"):
        box = page.locator(f'[data-record="{key}"]').bounding_box()
        assert box["height"] > 15, key
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_with_scripts_off_everything_can_be_read(visit):
    page = visit(CHECK, java_script_enabled=False, viewport={"width": 320, "height": 640})
    assert page.locator("noscript .warning").is_visible()
    assert page.locator("#quiz :is(button, input, select):visible").count() == 0
    page.locator("noscript a", has_text="all questions").click()
    assert page.locator("article.question-sheet:visible").count() == len(BY_ID)
    assert page.evaluate(OVERFLOW) == 0
    question = BANK.topics[3].questions[2]
    page.locator(f'[id="{question.id}"]').get_by_role("link", name="Its answer").click()
    assert page.url.endswith(f"training/answers/#{question.id}")
    told = page.locator(f'[id="{question.id}"]').inner_text()
    for part in (*question.options, *question.steps, *question.pairs):
        assert part.feedback in told
    assert page.locator("article.question-sheet:visible").count() == len(BY_ID)
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_step(visit, scheme):
    page = opened(visit, color_scheme=scheme, reduced_motion="reduce", viewport={"width": 320, "height": 700})
    assert violations(page) == []
    start(page, topic="missing", count="all")
    kinds = set()
    while page.locator("#ask").is_visible():
        kind = asked(page).kind
        new = kind not in kinds
        kinds.add(kind)
        if new:
            button(page, "Check my answer").click()
            assert violations(page) == [], kind
        give(page, right=kind != "single")
        if new:
            assert violations(page) == [], kind
        go_on(page)
    assert len(kinds) == 4
    assert violations(page) == []
    button(page, "Leave and forget all of it").click()
    page.get_by_role("dialog").wait_for()
    assert violations(page) == []
