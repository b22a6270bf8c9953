"""What must hold in a story: its signs are those of its cases, and the actions it names are those of the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..engine.assess import assess_case
from ..engine.questions import is_recorded, said_to
from ..language import all_clear_phrases_in
from ..model_training import Episode, Scenario
from .errors import Problem
from .instruments import load_instrument
from .rests import rests

MOST_EPISODES = 3
# At least so many: what each part of an episode needs to be worth judging.
GOOD_STEPS, MISTAKEN_STEPS, NOT_IN_STORY = 3, 2, 4


def check_scenario(scenario: Scenario, shown_as: str) -> Iterator[Problem]:
    """Every fault found in one story, in the order of its file."""
    for key in ("roles", "shows"):
        if not getattr(scenario, key):
            yield Problem(f"{shown_as}: {key}", "is empty.", "one or more")
    if not 1 <= len(scenario.episodes) <= MOST_EPISODES:
        yield Problem(f"{shown_as}: episode", f"is there {len(scenario.episodes)} times.", f"1 to {MOST_EPISODES}")
    for number, episode in enumerate(scenario.episodes, 1):
        place = f"{shown_as}: episode[{number}]"
        yield from _signs(episode, place)
        yield from _first_steps(episode, place)
        yield from _cited(episode, place)
    for text in scenario_texts(scenario):
        for phrase in all_clear_phrases_in(text):
            yield Problem(shown_as, f"says {phrase!r}.", "words that do not sound like an all-clear")


def scenario_texts(scenario: Scenario) -> Iterator[str]:
    """Every text of a story that a learner may read, but for titles of pages."""
    yield from (scenario.title, scenario.summary, scenario.content_note, scenario.teller)
    for episode in scenario.episodes:
        yield from (episode.title, *episode.paragraphs, *episode.bias, *episode.discuss)
        for sign in episode.signs:
            yield from (sign.where, sign.feedback)
        for gap in episode.gaps:
            yield from (gap.text, gap.feedback)
        for step in episode.first_steps:
            yield from (step.text, step.feedback)
        yield from (remark.text for remark in episode.practice)
        for mistake in episode.mistakes:
            yield from (mistake.text, mistake.instead)
    yield from (more.why for more in scenario.more)


def recorded_items(episode: Episode) -> Iterator[tuple[str, str]]:
    """Every item that is recorded in the episode's cases, as entered: the instrument and the item."""
    for id_, case in episode.vignette.entered.items():
        for item in load_instrument(id_).indicators:
            if is_recorded(said_to(case, item.id)):
                yield id_, item.id


def _signs(episode: Episode, place: str) -> Iterator[Problem]:
    recorded = set(recorded_items(episode))
    offered = Counter(each for sign in episode.signs for each in sign.items.items())
    known = {id_: {item.id for item in load_instrument(id_).indicators} for id_ in episode.vignette.between}
    for instrument, item in sorted(recorded - offered.keys()):
        yield Problem(f"{place}.sign", f"does not offer {item!r} of {instrument}.", "every item that is recorded")
    for (instrument, item), times in offered.items():
        if item not in known[instrument]:
            yield Problem(f"{place}.sign", f"has {item!r}.", f"an item id of {instrument}")
        elif times > 1:
            yield Problem(f"{place}.sign", f"offers {item!r} of {instrument} twice.", "each item once")
    for number, sign in enumerate(episode.signs, 1):
        for each in sign.items.items():
            if sign.in_story != (each in recorded):
                problem = "is not recorded, and has `where`" if sign.in_story else "is recorded, and has no `where`"
                yield Problem(f"{place}.sign[{number}]", f"{each[1]!r} {problem}.", "`where` for what is recorded")
    if sum(not sign.in_story for sign in episode.signs) < NOT_IN_STORY:
        yield Problem(f"{place}.sign", "offers too few that are not in the story.", f"{NOT_IN_STORY} or more")


def _first_steps(episode: Episode, place: str) -> Iterator[Problem]:
    good = sum(step.good for step in episode.first_steps)
    if good < GOOD_STEPS or len(episode.first_steps) - good < MISTAKEN_STEPS:
        yield Problem(
            f"{place}.first_step", f"has {good} good of {len(episode.first_steps)}.", "three good or more, two mistakes"
        )
    given = {
        id_: {action.id for action in assess_case(load_instrument(id_), case).actions}
        for id_, case in episode.vignette.cases.items()
    }
    for number, step in enumerate(episode.first_steps, 1):
        if step.action is None:
            continue
        where = f"{place}.first_step[{number}].action"
        if not step.good:
            yield Problem(where, "is named by a step that is not good.", "good steps only")
        if step.action.action not in given.get(step.action.instrument, ()):
            allowed = ", ".join(sorted(given.get(step.action.instrument, ())))
            yield Problem(where, f"is {step.action.action!r}, which the engine does not give here.", allowed)


def _cited(episode: Episode, place: str) -> Iterator[Problem]:
    rows = [
        *((f"unknown[{number}]", gap.cites, gap.ours) for number, gap in enumerate(episode.gaps, 1)),
        *((f"first_step[{number}]", step.cites, step.ours) for number, step in enumerate(episode.first_steps, 1)),
        *((f"practice[{number}]", remark.cites, remark.ours) for number, remark in enumerate(episode.practice, 1)),
        *((f"mistake[{number}]", mistake.cites, mistake.ours) for number, mistake in enumerate(episode.mistakes, 1)),
    ]
    for name, cites, ours in rows:
        yield from rests(f"{place}.{name}", cites, ours)
