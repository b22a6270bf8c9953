"""The stories' pages: their text is the data's, their readings are the engine's, and nothing is said before it is asked."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from cse_core import assess, load_units
from cse_core.model_training import Scenario
from site_widgets.build.docs_pages import DOCS
from site_widgets.build.scenario import scenario, scenario_answers
from site_widgets.build.scenario_data import mixed, sign_key, sign_words, stories, text_key
from site_widgets.build.scenario_list import scenarios, session
from site_widgets.build.scenario_pages import FOLDER, pages
from site_widgets.build.scenario_reading import placed

STORIES = list(stories().values())
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
VOID = {"input", "link", "br", "hr"}


class Reader(HTMLParser):
    """Every start tag with its attributes and whether it is hidden to begin with; the words, hidden or not."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None], bool]] = []
        self.shown: list[str] = []
        self.hidden: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for each start tag."""
        hidden = (self._open[-1][1] if self._open else False) or "hidden" in dict(attrs)
        self.tags.append((tag, dict(attrs), hidden))
        if tag not in VOID:
            self._open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        """Called for each end tag."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Called for text."""
        (self.hidden if self._open and self._open[-1][1] else self.shown).append(data)

    def having(self, attribute: str) -> list[dict[str, str | None]]:
        """The attributes of every element that has this one."""
        return [given for _, given, _ in self.tags if attribute in given]


@pytest.fixture(scope="module")
def read():
    made: dict[str, Reader] = {}

    def reader(story: Scenario, sheet: bool = False) -> Reader:
        name = f"{story.id} {sheet}"
        if name not in made:
            made[name] = Reader((scenario_answers if sheet else scenario)(story.id))
        return made[name]

    return reader


def words(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def test_every_story_has_its_two_pages_and_there_are_no_others() -> None:
    made = pages()
    folder = DOCS / FOLDER
    there = {file.relative_to(DOCS).as_posix() for file in folder.rglob("*.md") if file != folder / "index.md"}
    assert there == set(made), "run: python -m site_widgets.build.scenario_pages"
    for path, text in made.items():
        assert (DOCS / path).read_text("utf-8") == text, f"{path}: run python -m site_widgets.build.scenario_pages"


@each_story
def test_care_comes_first(read, story) -> None:
    shown = words(read(story).shown)
    first = story.episodes[0].paragraphs[0][:40]
    before = shown[: shown.index(first)]
    assert story.content_note in before
    for said in (
        "You can stop at any point.",
        "If this is hard for you",
        "Leave this story",
        "No child in these stories",
    ):
        assert said in before
    # The way out stands after the story, after the questions and after what is said; the lines of support at the end.
    assert len(read(story).having("data-leave")) == 1 + 3 * len(story.episodes)
    assert shown.rindex("If this is hard for you") > shown.rindex("What would you do first?")


@each_story
def test_the_story_and_its_questions_are_there_and_nothing_that_answers_them(read, story) -> None:
    shown, hidden = words(read(story).shown), words(read(story).hidden)
    for episode in story.episodes:
        for paragraph in episode.paragraphs:
            assert paragraph in shown
        for asked in (*map(sign_words, episode.signs), *(row.text for row in (*episode.gaps, *episode.first_steps))):
            assert asked in shown
        for prompt in episode.bias:
            assert prompt in shown
        for told in (*episode.signs, *episode.gaps, *episode.first_steps):
            assert told.feedback not in shown
            assert told.feedback in hidden
    assert "How both tools read it" in hidden
    assert "How both tools read it" not in shown


@each_story
@pytest.mark.parametrize("sheet", [False, True], ids=["story", "answer sheet"])
def test_every_option_has_feedback_and_is_marked(read, story, sheet) -> None:
    page = read(story, sheet)
    options = page.having("data-option")
    every = [row for episode in story.episodes for row in (*episode.signs, *episode.gaps, *episode.first_steps)]
    assert len(options) == len(every)
    right = [sign_key(sign) for episode in story.episodes for sign in episode.signs if sign.in_story]
    right += [text_key(gap) for episode in story.episodes for gap in episode.gaps if not gap.told]
    right += [text_key(step) for episode in story.episodes for step in episode.first_steps if step.good]
    assert Counter(given["data-option"] for given in options if "data-right" in given) == Counter(right)
    said = words(page.shown) + words(page.hidden)
    assert all(row.feedback in said for row in every)


@each_story
def test_every_box_has_its_answer(read, story) -> None:
    page = read(story)
    boxes = [given for tag, given, _ in page.tags if tag == "input" and given.get("type") == "checkbox"]
    answered = [given["data-option"] for given in page.having("data-option")]
    assert Counter(given["value"] for given in boxes) == Counter(answered)
    assert len({(given["name"], given["value"]) for given in boxes}) == len(boxes)


@each_story
@pytest.mark.parametrize("sheet", [False, True], ids=["story", "answer sheet"])
def test_the_readings_are_the_engine_s(read, story, sheet) -> None:
    shown = read(story, sheet).having("data-tool")
    expected = []
    for episode in story.episodes:
        for id_ in episode.vignette.between:
            read_ = assess(episode.vignette.cases[id_])
            outcome = read_.checklist.pathway.word if read_.checklist else read_.level.word if read_.level else ""
            expected.append((id_, read_.status.value, outcome))
    assert [
        (given["data-tool"], given["data-status"], given.get("data-level", given.get("data-pathway")) or "")
        for given in shown
    ] == expected


@each_story
@pytest.mark.parametrize("sheet", [False, True], ids=["story", "answer sheet"])
def test_ids_are_there_once_and_all_that_is_named_is_there(read, story, sheet) -> None:
    page = read(story, sheet)
    ids = Counter(given["id"] for given in page.having("id"))
    assert [id_ for id_, times in ids.items() if times > 1] == []
    for name in ("for", "aria-labelledby", "aria-describedby"):
        named = {each for given in page.having(name) for each in str(given[name]).split()}
        assert named <= set(ids), name
    assert {given["data-source"] for given in page.having("data-source")} <= set(load_units())


@each_story
def test_nothing_starts_python_and_no_record_is_carried_along(story) -> None:
    for html in (scenario(story.id), scenario_answers(story.id)):
        assert "data-instrument" not in html
        assert "data-assessment" not in html
        assert "../../" not in html
        assert "style=" not in html


@each_story
@pytest.mark.parametrize("sheet", [False, True], ids=["story", "answer sheet"])
def test_headings_go_down_one_at_a_time(read, story, sheet) -> None:
    ranks = [int(tag[1]) for tag, _, _ in read(story, sheet).tags if re.fullmatch("h[1-6]", tag)]
    # Under the page's own title.
    assert [(one, two) for one, two in zip([1, *ranks], ranks, strict=False) if two > one + 1] == []


def test_the_list_tells_nothing_of_a_story() -> None:
    html = scenarios()
    for story in STORIES:
        entry = html[html.index(f">{story.title.replace(chr(39), '&#x27;')}<") :]
        entry = entry[: entry.index("</li>")]
        told = words(Reader(f"<div>{entry.split('>', 1)[1]}</div>".replace("</a></h3>", "")).shown)
        assert story.summary in told
        for sign in story.episodes[0].signs:
            assert sign_words(sign) not in told


def test_a_trainer_finds_every_story_with_both_of_its_pages() -> None:
    page = Reader(session())
    assert [given["value"] for given in page.having("data-minutes")] == [story.id for story in STORIES]
    links = [given["href"] for given in page.having("href")]
    for story in STORIES:
        assert f"cse-root:training/scenarios/{story.id}/" in links
        assert f"cse-root:training/scenarios/answers/{story.id}/" in links


def test_the_order_of_options_tells_nothing_and_stays_the_same() -> None:
    first = 0
    asked = [episode.first_steps for story in STORIES for episode in story.episodes]
    for steps in asked:
        shuffled = mixed(steps, text_key)
        assert sorted(shuffled) == sorted(steps)
        assert mixed(reversed(steps), text_key) == shuffled
        first += shuffled[0].good
    # In the data the good ones come first.
    assert 0.3 < first / len(asked) < 0.9


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a" tabindex="-1">x</h2>', '<h3 id="p-a">x</h3>'),
        ('<section aria-labelledby="a b"></section>', '<section aria-labelledby="p-a p-b"></section>'),
        ('<a class="cite" href="../../sources/x/#PB-1">PB&amp;1</a>', '<a class="cite" href="cse-root:sources/x/#PB-1">PB&amp;1</a>'),
        ('<a href="#assessment-form" data-jump="child.age">Age</a>', "<span>Age</span>"),
        ('<article data-instrument="x" data-assessment="{}" data-level="low">', '<article data-level="low" data-tool="x">'),
        ("<p>a<br>b &#x27;c&#x27;</p>", "<p>a<br>b &#x27;c&#x27;</p>"),
    ],
)  # fmt: skip
def test_a_reading_is_put_into_its_place(html: str, expected: str) -> None:
    assert placed(html, "p") == expected


def test_a_citation_on_a_story_s_page_opens_beside_it() -> None:
    made = placed('<a href="../../x/">y</a>', "p", new_tab=True)
    assert 'target="_blank" rel="noopener"' in made
    assert "(opens in a new tab)" in made
