"""The stories: each is accepted and scored, shows what is recorded, and names only what the engine gives."""

from __future__ import annotations

import copy
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import cse_core
from cse_core import InstrumentError, compare, load_scenarios, load_units
from cse_core.load.check_scenarios import recorded_items
from cse_core.load.questions import load_training_settings
from cse_core.load.scenarios import scenario_from
from tests.cases import LAMBETH, PAN_BEDFORDSHIRE

ROOT = Path(__file__).parents[2]
FOLDER = Path(cse_core.__file__).parent / "scenarios"
SCENARIOS = load_scenarios()
EPISODES = [
    pytest.param(scenario, episode, id=f"{id_} {number}")
    for id_, scenario in SCENARIOS.items()
    for number, episode in enumerate(scenario.episodes, 1)
]
every_episode = pytest.mark.parametrize(("scenario", "episode"), EPISODES)


def test_there_are_at_least_24_and_the_folder_holds_nothing_else() -> None:
    assert len(SCENARIOS) >= 24
    assert {file.stem for file in FOLDER.iterdir()} == set(SCENARIOS)
    assert len({scenario.title for scenario in SCENARIOS.values()}) == len(SCENARIOS)


def test_every_child_and_every_role_is_there() -> None:
    settings = load_training_settings()
    shown = Counter(tag for scenario in SCENARIOS.values() for tag in scenario.shows)
    assert set(shown) == set(settings.tags)
    assert shown["boy"] >= 8
    assert shown["girl"] >= 8
    assert {role for scenario in SCENARIOS.values() for role in scenario.roles} == set(settings.roles)
    ages = {
        case.age for scenario in SCENARIOS.values() for e in scenario.episodes for case in e.vignette.cases.values()
    }
    assert set(range(10, 18)) <= ages


@every_episode
def test_both_instruments_read_it(scenario, episode) -> None:
    comparison = compare(episode.vignette)
    assert set(comparison.assessments) == {PAN_BEDFORDSHIRE, LAMBETH}
    assert all(assessment.trace for assessment in comparison.assessments.values())
    assert episode.vignette.assessed_on.year == 2026


@every_episode
def test_what_is_recorded_is_what_the_story_is_said_to_show(scenario, episode) -> None:
    in_story = {each for sign in episode.signs if sign.in_story for each in sign.items.items()}
    assert in_story == set(recorded_items(episode))
    assert sum(not sign.in_story for sign in episode.signs) >= 4


@every_episode
def test_the_actions_it_names_are_the_engine_s(scenario, episode) -> None:
    assessments = compare(episode.vignette).assessments
    given = {(id_, action.id) for id_, assessment in assessments.items() for action in assessment.actions}
    named = [step.action for step in episode.first_steps if step.action]
    assert set(named) <= given
    assert all(step.good for step in episode.first_steps if step.action)


@every_episode
def test_it_is_a_story_with_enough_to_judge(scenario, episode) -> None:
    assert 3 <= len(episode.paragraphs) <= 9
    assert 100 <= len(episode.story.split()) <= 280
    assert len(episode.gaps) >= 4
    assert {gap.told for gap in episode.gaps} == {True, False}
    assert 5 <= len(episode.first_steps) <= 8
    assert episode.bias
    assert len(episode.practice) >= 3
    assert len(episode.mistakes) >= 2
    assert len(episode.discuss) >= 2
    first = {step.text for step in episode.first_steps}
    assert len(first) == len(episode.first_steps)


def test_every_page_to_read_next_is_there() -> None:
    pages = {more.page for scenario in SCENARIOS.values() for more in scenario.more}
    assert {page for page in pages if not ROOT.joinpath("docs", page).is_file()} == set()
    assert all(scenario.more for scenario in SCENARIOS.values())


def test_every_citation_resolves() -> None:
    cites = {
        cite
        for scenario in SCENARIOS.values()
        for episode in scenario.episodes
        for row in (*episode.gaps, *episode.first_steps, *episode.practice, *episode.mistakes)
        for cite in row.cites
    }
    assert cites <= set(load_units())


def test_stories_differ_in_what_the_instruments_read() -> None:
    read = {
        (id_, assessment.outcome)
        for scenario in SCENARIOS.values()
        for episode in scenario.episodes
        for id_, assessment in compare(episode.vignette).assessments.items()
    }
    assert len(read) >= 6


# --- what is refused ---

GOOD = tomllib.loads((FOLDER / "height-and-weight-day.toml").read_text("utf-8"))


def test_the_copy_is_good_before_it_is_broken() -> None:
    assert scenario_from(copy.deepcopy(GOOD), "height-and-weight-day") == SCENARIOS["height-and-weight-day"]


def _set(*path, to):
    def change(tables):
        for key in path[:-1]:
            tables = tables[key]
        tables[path[-1]] = to

    return change


def _drop(*path):
    def change(tables):
        for key in path[:-1]:
            tables = tables[key]
        del tables[path[-1]]

    return change


PB = ("episode", 0, "cases", "pan-bedfordshire")
FAULTS = {
    "no title": (_drop("title"), "title: is missing"),
    "another id": (_set("id", to="another"), "id: is 'another'"),
    "unknown key": (_set("level", to="high"), "level: is not a key"),
    "unknown role": (_set("roles", to=["teacher"]), "has 'teacher'"),
    "unknown tag": (_set("shows", to=["poor"]), "has 'poor'"),
    "no tag": (_set("shows", to=[]), "shows: is empty"),
    "no minutes": (_set("minutes", to=0), "minutes: is 0"),
    "no episode": (_set("episode", to=[]), "episode: is there 0 times"),
    "unknown item in the case": (_set(*PB, "answers", "nonsense", to="present"), "is not an item of this instrument"),
    "unknown answer": (_set(*PB, "answers", "unexplained-gifts", to="maybe"), "'maybe'"),
    "an adult": (_set(*PB, "child", "age", to=19), "age: is 19"),
    "no day": (_set("episode", 0, "assessed_on", to="soon"), "assessed_on"),
    "an item twice asked": (_set("episode", 0, "cases", "lambeth", "child", "age", to=10), "asked once"),
    "recorded, not offered": (
        _set(*PB, "answers", "family-conflict", to="present"),
        "does not offer 'family-conflict'",
    ),
    "offered twice": (
        _set("episode", 0, "sign", 1, "lambeth", to="chronic-fatigue"),
        "'chronic-fatigue' of lambeth twice",
    ),
    "offered, unknown": (_set("episode", 0, "sign", 1, "lambeth", to="nonsense"), "has 'nonsense'"),
    "offers no item": (_drop("episode", 0, "sign", 1, "pan_bedfordshire"), "names no item"),
    "in the story, not recorded": (
        _set("episode", 0, "sign", 7, "where", to="Somewhere."),
        "'domestic-abuse' is not recorded",
    ),
    "recorded, not in the story": (_set("episode", 0, "sign", 1, "where", to=""), "is recorded, and has no `where`"),
    "no feedback": (_set("episode", 0, "sign", 1, "feedback", to=" "), "feedback: is ' '"),
    "told is left out": (_drop("episode", 0, "unknown", 0, "told"), "told: is missing"),
    "good is left out": (_drop("episode", 0, "first_step", 0, "good"), "good: is missing"),
    "an action the engine does not give": (
        _set("episode", 0, "first_step", 0, "action", to="lambeth:trafficked-tell-police-and-social-care"),
        "which the engine does not give here",
    ),
    "an action of nobody": (_set("episode", 0, "first_step", 0, "action", to="elsewhere:x"), "is 'elsewhere:x'"),
    "an action of a mistake": (_set("episode", 0, "first_step", 0, "good", to=False), "a step that is not good"),
    "rests on nothing": (_drop("episode", 0, "first_step", 0, "cites"), "does not say what it rests on"),
    "ours and cited": (_set("episode", 0, "first_step", 0, "ours", to=True), "is ours and cites"),
    "no such unit": (_set("episode", 0, "first_step", 0, "cites", to=["PB-99"]), "has 'PB-99'"),
    "an all-clear": (_set("episode", 0, "bias", 0, "text", to="Then there is no risk here."), "says 'no risk'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_refused(name) -> None:
    tables = copy.deepcopy(GOOD)
    change, says = FAULTS[name]
    change(tables)
    with pytest.raises(InstrumentError) as refused:
        scenario_from(tables, "height-and-weight-day")
    assert says in str(refused.value)
    assert "scenarios/height-and-weight-day.toml" in str(refused.value)
