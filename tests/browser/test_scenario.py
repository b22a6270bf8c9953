"""A training story: judged first, read after; with the mouse, the keyboard, a saved file, in a room, and without scripts."""

import json
import re

import pytest

from cse_core import assess
from site_widgets.build.scenario_data import sign_key, stories, text_key
from tests.browser.notes import NOTHING_STORED, stored
from tests.browser.test_axe import violations
from tests.browser.test_exit import ELSEWHERE, Neutral
from tests.browser.test_journey_keyboard import Keyboard
from tests.browser.test_journey_mouse import OVERFLOW, on_screen
from tests.browser.test_print import Paper, check_no_screen_parts, pages_in

HISTORY = "() => [location.href, history.length, history.state, document.title, document.cookie]"
# One that goes on over three parts, and one of a single part.
SHOWING = [
    story
    for story in stories().values()
    if all(any(sign.in_story for sign in episode.signs) for episode in story.episodes)
]
LONG = next(story for story in SHOWING if len(story.episodes) == 3)
SHORT = next(story for story in SHOWING if len(story.episodes) == 1)
LIST = "training/scenarios/"
# The bank may grow by stories that take long to walk through; the parts of a page are the same on all.
each_width = pytest.mark.parametrize("width", [320, 1280])


def path(story):
    return f"{LIST}{story.id}/"


def sheet(story):
    return f"{LIST}answers/{story.id}/"


class Part:
    """One part of a story's page."""

    def __init__(self, page, story, number=1):
        self.page, self.number = page, number
        self.episode = story.episodes[number - 1]
        self.place = page.locator(f'[data-episode="{number}"]')
        self.answers = self.place.locator("[data-answers]")

    def box(self, group, key):
        return self.place.locator(f'input[name="part-{self.number}.{group}"][value="{key}"]')

    def judge(self, when="today", reasons="what his mum said"):
        """Tick one sign that is there, one that is not, one unknown and one good first step."""
        shown = next(sign for sign in self.episode.signs if sign.in_story)
        other = next(sign for sign in self.episode.signs if not sign.in_story)
        gap = next(gap for gap in self.episode.gaps if not gap.told)
        step = next(step for step in self.episode.first_steps if step.good)
        for group, key in (
            ("signs", sign_key(shown)),
            ("signs", sign_key(other)),
            ("unknowns", text_key(gap)),
            ("steps", text_key(step)),
        ):
            self.box(group, key).check()
        self.box("judgement", when).check()
        self.place.get_by_label("Your reasons").fill(reasons)
        return shown, other, gap, step

    def reveal(self):
        self.place.get_by_role("button", name="See how the tools read it").click()

    def said_of(self, key):
        """What the page says of one option: the label beside it."""
        return self.answers.locator(f'[data-option="{key}"] [data-verdict]').inner_text()

    def go_on(self):
        self.answers.locator("[data-action=next]").click()


@pytest.fixture
def open_story(visit):
    def opened(story, width=1280, **options):
        size = {"width": width, "height": 640 if width < 600 else 900}
        return visit(path(story), viewport=size, reduced_motion="reduce", **options)

    return opened


def focused(page):
    return page.evaluate("document.activeElement.innerText")


@each_width
def test_a_learner_with_the_mouse(open_story, visit, site, width):
    page = visit(LIST, viewport={"width": width, "height": 640})
    page.get_by_role("link", name=LONG.title, exact=True).click()
    page.wait_for_url(f"**/{path(LONG)}")
    page.wait_for_load_state("networkidle")
    before, asked = page.evaluate(HISTORY), len(page.notes.from_network)
    assert page.evaluate(OVERFLOW) == 0
    for number, episode in enumerate(LONG.episodes, 1):
        part = Part(page, LONG, number)
        assert page.locator("[data-episode]:visible").count() == number
        assert part.place.get_by_text(episode.paragraphs[0]).is_visible()
        assert not part.answers.is_visible()
        if number == 1:
            # The way out and where to talk are there before the story is.
            assert page.get_by_role("link", name="Leave this story").first.is_visible()
            assert page.get_by_text("If this is hard for you").first.is_visible()
        shown, other, gap, step = part.judge()
        part.reveal()
        assert focused(page) == "Signs: what the story shows"
        assert on_screen(part.answers.locator("h3").first)
        assert part.said_of(sign_key(shown)) == "You saw this"
        assert part.said_of(sign_key(other)) == "You ticked this"
        assert part.said_of(text_key(gap)) == "You noticed this"
        assert part.said_of(text_key(step)) == "You chose this"
        missed = [sign for sign in episode.signs if sign.in_story and sign != shown]
        assert {part.said_of(sign_key(sign)) for sign in missed} <= {"You missed this"}
        of = 1 + len(missed)
        assert part.answers.get_by_text(f"You saw 1 of {of} that the story shows.").is_visible()
        for row in (*episode.signs, *episode.gaps, *episode.first_steps):
            assert part.answers.get_by_text(row.feedback).first.is_visible()
        assert "Today. I would tell" in part.answers.locator("[data-you-said]").inner_text()
        for id_ in episode.vignette.between:
            read = assess(episode.vignette.cases[id_])
            assert part.answers.locator(f'[data-tool="{id_}"]').get_attribute("data-status") == read.status.value
            assert part.answers.locator(f'[data-tool="{id_}"] .reading-short').is_visible()
        assert page.evaluate(OVERFLOW) == 0
        part.go_on()
    assert focused(page) == "Before you go"
    assert page.get_by_role("heading", name="What to read next").is_visible()
    assert page.evaluate(HISTORY) == before
    assert page.notes.from_network[asked:] == []
    assert stored(page) == NOTHING_STORED
    assert page.context.cookies() == []


@each_width
def test_a_learner_with_the_keyboard(open_story, width):
    page = open_story(SHORT, width)
    keys = Keyboard(page)
    part = Part(page, SHORT)
    keys.tab_to(name="part-1.signs")
    keys.press("Space")
    keys.tab_to(name="part-1.unknowns")
    keys.press("Space")
    # Too many first actions, and no judgement: the summary takes the focus, and leads to both.
    keys.tab_to(name="part-1.steps")
    for _ in range(4):
        keys.press("Space")
        last = keys.tab()
    while "See how the tools read it" not in last["words"]:
        last = keys.tab()
    keys.press("Enter")
    assert "There is a problem" in focused(page)
    assert page.title().startswith("Error: ")
    assert "Choose how soon somebody needs to act" in keys.tab()["words"]
    assert "You chose 4" in keys.tab()["words"]
    keys.press("Enter")
    assert keys.focus()["name"] == "part-1.steps"
    keys.press("Space")
    keys.tab_to(name="part-1.judgement", back=True)
    keys.press("Space")
    keys.tab_to(name="part-1.reasons")
    page.keyboard.type("a feeling")
    keys.tab_to(words="See how the tools read it", tag="BUTTON")
    keys.press("Space")
    assert focused(page) == "Signs: what the story shows"
    assert not page.title().startswith("Error")
    assert page.locator(".error-message:visible").count() == 0
    # A citation opens beside the story, so that nothing is lost.
    keys.tab_to(words=" ", tag="A")
    with page.context.expect_page() as opened:
        keys.press("Enter")
    assert "/sources/" in opened.value.url
    opened.value.close()
    page.bring_to_front()
    keys.tab_to(words="The whole", tag="SUMMARY")
    keys.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    keys.tab_to(words="Go on to the end", tag="BUTTON")
    keys.press("Enter")
    assert focused(page) == "Before you go"
    assert part.answers.is_visible()
    assert sorted(set(keys.unseen)) == []
    assert sorted(set(keys.covered)) == []


def saved(page):
    with page.expect_download() as started:
        page.locator("[data-action=save]:visible").last.click()
    page.get_by_text("Saved to this device as a file.").wait_for()
    download = started.value
    return download.suggested_filename, download.path().read_text("utf-8")


def open_file(page, text, name="answers.json"):
    page.get_by_text("Come back to it later").click()
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Open saved answers").click()
    chosen.value.set_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


def test_a_learner_who_returns_with_a_saved_file(open_story, visit):
    page = open_story(LONG)
    part = Part(page, LONG)
    shown, *_ = part.judge(reasons="ZQX-REASONS")
    part.reveal()
    part.go_on()
    second = Part(page, LONG, 2)
    second.judge("now", "ZQX-SECOND")
    name, text = saved(page)
    assert re.fullmatch(rf"story-{LONG.id}-\d{{4}}-\d\d-\d\d\.json", name)
    written = json.loads(text)
    assert set(written) == {"schema", "story", "saved_on", "parts"}
    assert [each["read"] for each in written["parts"]] == [True, False, False]

    later = open_story(LONG)
    open_file(later, text)
    later.get_by_text("Opened. Your answers are on the page").wait_for()
    again = Part(later, LONG)
    assert again.said_of(sign_key(shown)) == "You saw this"
    assert again.place.get_by_label("Your reasons").input_value() == "ZQX-REASONS"
    assert focused(later) == f"Part 2 of 3: {LONG.episodes[1].title}"
    assert Part(later, LONG, 2).place.get_by_label("Your reasons").input_value() == "ZQX-SECOND"
    assert not Part(later, LONG, 2).answers.is_visible()
    assert not Part(later, LONG, 3).place.is_visible()
    assert stored(later) == NOTHING_STORED


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text[:-20], "damaged"),
        (lambda text: "{}", "not one that a story saved"),
        (lambda text: text.replace(LONG.id, SHORT.id), "belongs to another story"),
        (lambda text: re.sub(r'"steps": \[\s*"\w', '"steps": ["zz', text), "does not fit this story"),
        (lambda text: text.replace('"parts": [', '"parts": [[],'), "does not fit this story"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_and_nothing_is_lost(open_story, change, words):
    page = open_story(LONG)
    part = Part(page, LONG)
    part.judge(reasons="first")
    part.reveal()
    _, text = saved(page)
    part.place.get_by_label("Your reasons").fill("second")
    open_file(page, change(text))
    status = page.locator("[data-announce]")
    status.get_by_text(words).wait_for()
    assert "What was on this page is still here." in status.inner_text()
    assert part.place.get_by_label("Your reasons").input_value() == "second"


def test_leaving_asks_only_when_something_would_be_lost_and_the_way_out_never_does(open_story):
    page = open_story(SHORT)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    part = Part(page, SHORT)
    part.judge(reasons="something")
    page.get_by_role("link", name="Home", exact=True).first.click()
    page.wait_for_function("() => true")
    assert asked == ["beforeunload"]
    assert part.place.get_by_label("Your reasons").input_value() == "something"
    page.get_by_role("link", name="Leave this story").first.click()
    page.wait_for_url("**/training/scenarios/#if-a-story-stays-with-you")
    assert asked == ["beforeunload"]
    assert on_screen(page.get_by_role("heading", name="If a story stays with you"))
    page.go_back()
    page.get_by_role("button", name="See how the tools read it").wait_for()
    assert Part(page, SHORT).place.get_by_label("Your reasons").input_value() == ""
    assert page.locator("input:checked").count() == 0


def test_exit_this_page_empties_the_story(open_story):
    neutral = Neutral()
    page = open_story(SHORT, noisy=True, routes={ELSEWHERE: neutral.answer})
    part = Part(page, SHORT)
    part.judge(reasons="ZQX")
    part.reveal()
    page.get_by_role("link", name="Exit this page").last.click(no_wait_after=True)
    page.wait_for_function("() => document.body.classList.contains('is-exiting')")
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("[...document.querySelectorAll('textarea')].map((e) => e.value).join('')") == ""
    assert not part.answers.is_visible()


def test_fields_are_not_remembered_by_the_browser(open_story):
    page = open_story(SHORT)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll(".scenario :is(input, textarea, form)")]
            .filter((f) => f.getAttribute("autocomplete") !== "off").map((f) => f.outerHTML.slice(0, 120))"""
    )
    assert wrong == []


def each_step(page):
    """Go through the room view from its first step to its last, where the way on says that it leads no further."""
    on = page.get_by_role("button", name="Next step")
    yield
    for _ in range(page.locator("[data-step]").count() - 1):
        assert on.get_attribute("aria-disabled") == "false"
        on.click()
        yield
    assert on.get_attribute("aria-disabled") == "true"


def test_a_trainer_makes_a_session_and_runs_it_in_a_room(visit):
    page = visit("training/for-trainers/")
    page.wait_for_load_state("networkidle")
    asked = len(page.notes.from_network)
    page.get_by_role("button", name="Make the link").click()
    assert page.get_by_text("Tick one story or more first.").is_visible()
    for story in (LONG, SHORT):
        page.get_by_role("checkbox", name=story.title, exact=True).check()
    minutes = LONG.minutes + SHORT.minutes
    assert page.get_by_text(f"2 stories, about {minutes} minutes.").is_visible()
    page.get_by_role("button", name="Make the link").click()
    link = page.get_by_label("Link to your session").input_value()
    # Ids and nothing else, after the sign that no server is told of.
    assert link.endswith(f"/{LIST}#{LONG.id},{SHORT.id}")
    assert page.url.endswith("/for-trainers/")
    assert page.notes.from_network[asked:] == []
    assert stored(page) == NOTHING_STORED

    page.get_by_role("link", name="Open the session").click()
    page.get_by_role("heading", name="Your session").wait_for()
    chosen = page.locator("[data-session-list] li")
    assert chosen.all_inner_texts() == [LONG.title, SHORT.title]
    chosen.first.get_by_role("link").click()
    page.get_by_text("Your session: story 1 of 2.").wait_for()

    page.get_by_text("Come back to it later").click()
    page.get_by_role("button", name="Show in a room").click()
    assert focused(page) == "Before you start"
    where = page.locator("[data-room-where]")
    steps = page.locator("[data-step]").count()
    assert where.inner_text() == f"Step 1 of {steps}: Before you start"
    seen = []
    for _ in each_step(page):
        seen.append(where.inner_text().split(": ", 1)[1])
        assert page.locator("[data-step]:visible").count() == 1
        assert page.evaluate(OVERFLOW) == 0
    # Nothing is told before it is asked.
    first = [name for name in seen if name.startswith("Story: ")]
    assert first == [f"Story: {episode.title}" for episode in LONG.episodes]
    assert seen.index("Signs: what do you see?") < seen.index("Signs: what the story shows")
    assert "To talk about" in seen
    assert seen[-1] == "Before you go"
    size = page.locator("[data-step].is-now p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 24
    page.get_by_role("button", name="Back").click()
    assert where.inner_text().startswith(f"Step {steps - 1} of {steps}")

    page.get_by_role("button", name="Close the room view").click()
    assert focused(page) == "Show in a room"
    assert page.locator("[data-room]:visible").count() == 0
    assert page.locator("[data-episode]:visible").count() == 1
    assert not Part(page, LONG).answers.is_visible()
    assert stored(page) == NOTHING_STORED


def test_the_last_story_of_a_session_says_so_and_the_one_before_leads_to_it(visit):
    page = visit(f"{path(SHORT)}#{SHORT.id},{LONG.id}")
    part = Part(page, SHORT)
    part.judge()
    part.reveal()
    part.go_on()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name=LONG.title).click()
    page.get_by_text("Your session: story 2 of 2.").wait_for()
    assert page.locator("[data-session-next]").text_content() == "This was the last story of your session."


@pytest.mark.parametrize("hash_", ["#no-such-story", f"#{SHORT.id},<b>", "#content", "#%"])
def test_an_address_that_names_no_stories_is_like_any_other(visit, hash_):
    page = visit(f"{LIST}{hash_}")
    page.get_by_role("search").wait_for()
    assert not page.get_by_role("heading", name="Your session").is_visible()


def test_the_timer_counts_says_when_it_ends_and_makes_no_sound(open_story):
    page = open_story(SHORT)
    page.clock.install()
    page.get_by_text("Come back to it later").click()
    page.get_by_role("button", name="Show in a room").click()
    page.get_by_text("Timer", exact=True).click()
    page.get_by_label("Minutes").fill("0")
    page.get_by_role("button", name="Start").click()
    assert page.get_by_text("Type minutes from 1 to 60.").is_visible()
    page.get_by_label("Minutes").fill("2")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(30_000)
    assert page.get_by_role("timer").inner_text() == "1:30"
    page.clock.run_for(90_000)
    assert page.get_by_role("timer").inner_text() == "Time is up"
    assert page.locator("[data-announce]").inner_text() == "Time is up."
    page.get_by_role("button", name="Stop").click()
    assert page.get_by_role("timer").inner_text() == ""
    assert page.locator("audio, video").count() == 0


def test_stories_are_narrowed_by_work_and_theme(visit):
    page = visit(LIST)
    page.get_by_role("search").wait_for()
    shown = page.locator("[data-entry]:visible")
    assert shown.count() == len(stories())
    for label, key in (("Your work", "roles"), ("What a story has in it", "shows"), ("Length", "parts")):
        choice = page.get_by_label(label, exact=True)
        choice.select_option(index=1)
        wanted = choice.input_value()
        values = shown.evaluate_all("(found, key) => found.map((each) => each.dataset[key].split('|'))", key)
        assert values
        assert all(wanted in each for each in values)
        choice.select_option("")
    assert stored(page) == NOTHING_STORED


@each_width
def test_without_scripts_the_story_is_whole_and_the_answers_are_on_a_page_of_their_own(visit, width):
    page = visit(path(LONG), java_script_enabled=False, viewport={"width": width, "height": 640})
    for episode in LONG.episodes:
        for paragraph in episode.paragraphs:
            assert page.get_by_text(paragraph).is_visible()
    assert page.locator("[data-episode]:visible input[type=checkbox]:visible").count() > 20
    assert page.locator("button:visible").count() == 0
    assert page.locator("[data-answers]:visible").count() == 0
    assert page.locator("[data-verdict]:visible").count() == 0
    assert "Scripts are off" in page.locator("noscript > *").inner_text()
    page.locator("noscript a").click()
    page.wait_for_url(f"**/{sheet(LONG)}")
    for episode in LONG.episodes:
        for row in (*episode.signs, *episode.gaps, *episode.first_steps):
            assert page.get_by_text(row.feedback).first.is_visible()
    assert page.locator("[data-tool]:visible").count() == 2 * len(LONG.episodes)
    assert page.locator("[data-verdict]:visible, [data-summary]:visible").count() == 0


def test_without_scripts_a_trainer_still_finds_every_sheet(visit):
    page = visit("training/for-trainers/", java_script_enabled=False)
    assert page.locator("button:visible, input:visible").count() == 0
    assert page.get_by_role("link", name="Answer sheet").locator("visible=true").count() == len(stories())
    assert visit(LIST, java_script_enabled=False).locator("[data-entry]:visible").count() == len(stories())


def test_a_learner_sheet_is_whole_and_blank(open_story):
    page = open_story(LONG)
    part = Part(page, LONG)
    part.judge(reasons="ZQX-REASONS")
    part.reveal()
    page.evaluate("() => { window.print = () => (window.sheets = (window.sheets ?? 0) + 1); }")
    page.get_by_text("Come back to it later").click()
    page.get_by_role("button", name="Print a learner sheet").click()
    assert page.evaluate("window.sheets") == 1
    with Paper(page) as words:
        for episode in LONG.episodes:
            assert episode.paragraphs[-1] in words
        assert "You saw this" not in words
        assert "How both tools read it" not in words
        check_no_screen_parts(page)
        assert page.locator("input:checked").first.evaluate("e => getComputedStyle(e).appearance") == "none"
        assert page.locator("textarea").first.evaluate("e => getComputedStyle(e).color") == "rgba(0, 0, 0, 0)"
    # The screen is as it was.
    assert part.answers.is_visible()
    assert not Part(page, LONG, 2).place.is_visible()


def test_what_a_learner_wrote_prints_in_full(open_story):
    page = open_story(SHORT)
    part = Part(page, SHORT)
    long = " ".join(f"Line {number}." for number in range(200))
    part.judge(reasons=long)
    part.reveal()
    with Paper(page) as words:
        assert long in words
        assert "You saw this" in words
        check_no_screen_parts(page)
    assert page.locator(".print-text").count() == 0


def test_the_answer_sheet_prints(visit):
    page = visit(sheet(SHORT))
    with Paper(page) as words:
        assert "What good practice looks like here" in words
        check_no_screen_parts(page)
    assert 1 < pages_in(page.pdf(format="A4")) < 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
@each_width
def test_axe(open_story, scheme, width):
    page = open_story(SHORT, width, color_scheme=scheme)
    part = Part(page, SHORT)
    part.reveal()
    page.get_by_text("There is a problem").wait_for()
    assert violations(page) == []
    part.judge()
    part.reveal()
    page.evaluate("() => document.querySelectorAll('main details').forEach((d) => (d.open = true))")
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) == 0
    part.go_on()
    page.get_by_role("button", name="Show in a room").click()
    page.evaluate("() => (document.querySelector('[data-room] details').open = true)")
    for _ in each_step(page):
        assert violations(page) == []
        assert page.evaluate(OVERFLOW) == 0
