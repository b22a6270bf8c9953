"""The training stories as the pages use them: read once, with a key for everything that a learner can tick."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from typing import TypeVar

from cse_core import load_instrument, load_scenarios
from cse_core.load.questions import load_training_settings
from cse_core.model import Indicator
from cse_core.model_training import FirstStep, GapOffered, Scenario, SignOffered

Row = TypeVar("Row")

STORIES = "training/scenarios/index.md"
TRAINERS = "training/for-trainers.md"


@cache
def stories() -> Mapping[str, Scenario]:
    """Every story by its id, in the order of their titles."""
    return {story.id: story for story in sorted(load_scenarios().values(), key=lambda story: story.title.lower())}


def story_ids() -> tuple[str, ...]:
    """The ids that a page may name."""
    return tuple(stories())


def role_words(ids: Iterable[str]) -> list[str]:
    """Whom a story suits."""
    roles = load_training_settings().roles
    return [roles[id_] for id_ in ids]


def tag_words(ids: Iterable[str]) -> list[str]:
    """What a story has in it."""
    tags = load_training_settings().tags
    return [tags[id_] for id_ in ids]


def story_page(id_: str) -> str:
    """The path under docs/ of the story's page."""
    return f"training/scenarios/{id_}.md"


def answers_page(id_: str) -> str:
    """The path under docs/ of the story's answer sheet."""
    return f"training/scenarios/answers/{id_}.md"


def items_of(sign: SignOffered) -> list[tuple[str, Indicator]]:
    """The items that the sign stands for, each with the id of its instrument."""
    return [(id_, _items(id_)[item]) for id_, item in sign.items.items()]


def sign_words(sign: SignOffered) -> str:
    """What a learner ticks: the first instrument's own question."""
    return items_of(sign)[0][1].plain


def sign_key(sign: SignOffered) -> str:
    """What stands for the sign in a saved file."""
    id_, item = items_of(sign)[0]
    return f"{id_}:{item.id}"


def text_key(row: GapOffered | FirstStep) -> str:
    """What stands for a row that has no name: changed words are another row, and a saved tick does not fit them."""
    return sha256(row.text.encode()).hexdigest()[:10]


def mixed(rows: Iterable[Row], key: Callable[[Row], str]) -> list[Row]:
    """The rows in an order that says nothing of them, the same in every build: the data has the right ones first."""
    return sorted(rows, key=lambda row: sha256(f"order {key(row)}".encode()).hexdigest())


@cache
def _items(instrument_id: str) -> Mapping[str, Indicator]:
    return {item.id: item for item in load_instrument(instrument_id).indicators}
