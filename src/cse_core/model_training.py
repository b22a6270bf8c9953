"""The nouns of the training part, frozen: stories to judge first, and questions to check what is known.

What an instrument reads in a story is never held here: it is asked of the engine, so that no story can say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from .model_comparison import Vignette


class TrainingSettings(NamedTuple):
    """What a trainer may change. `roles` and `tags` are words by id, in the order in which they are offered."""

    pass_percent: int
    refresh_months: int
    questions_per_check: int
    roles: Mapping[str, str]
    tags: Mapping[str, str]

    def passes(self, right: int, of: int) -> bool:
        """Whether so many right answers reach the pass mark. Nothing asked is never a pass."""
        return of > 0 and right * 100 >= self.pass_percent * of


# --- questions ---------------------------------------------------------------


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    """Choose one option."""
    MULTIPLE = "multiple"
    """Choose every option that is right."""
    ORDER = "order"
    """Put steps in order."""
    MATCH = "match"
    """Find the partner of each."""


class Option(NamedTuple):
    """One thing to choose. `cites` is what its feedback rests on, where that is more than the question's own."""

    text: str
    right: bool
    feedback: str
    cites: tuple[str, ...] = ()


class Step(NamedTuple):
    """One of the steps to put in order."""

    text: str
    feedback: str


class Pair(NamedTuple):
    """Two that belong together."""

    left: str
    right: str
    feedback: str


class Question(NamedTuple):
    """One question. It has options, steps or pairs, as its kind needs; steps and pairs stand as they are right.

    `law` are entries of the site's law register. `made_from` is the instrument whose rules made the question;
    empty where a person wrote it.
    """

    id: str
    topic: str
    kind: QuestionKind
    roles: tuple[str, ...]
    stem: str
    cites: tuple[str, ...]
    ours: bool
    law: tuple[str, ...] = ()
    why: str = ""
    options: tuple[Option, ...] = ()
    steps: tuple[Step, ...] = ()
    pairs: tuple[Pair, ...] = ()
    made_from: str = ""


class Topic(NamedTuple):
    """Questions about one thing, and the page to read next."""

    id: str
    title: str
    page: str
    questions: tuple[Question, ...]


class QuestionBank(NamedTuple):
    """Every question, by topic, in the order in which topics are offered."""

    settings: TrainingSettings
    topics: tuple[Topic, ...]

    @property
    def questions(self) -> Iterator[Question]:
        """Every question of every topic."""
        return (question for topic in self.topics for question in topic.questions)

    def for_role(self, role: str) -> Iterator[Question]:
        """Every question that suits a role."""
        return (question for question in self.questions if role in question.roles)

    def topic(self, id_: str) -> Topic:
        """The topic with this id; KeyError if there is none."""
        for topic in self.topics:
            if topic.id == id_:
                return topic
        raise KeyError(id_)


# --- scenarios ---------------------------------------------------------------


class SignOffered(NamedTuple):
    """Something a learner may tick as seen. `items` are ids by instrument; `where` is empty if the story lacks it."""

    items: Mapping[str, str]
    where: str
    feedback: str

    @property
    def in_story(self) -> bool:
        """Whether the story shows it."""
        return bool(self.where)


class GapOffered(NamedTuple):
    """Something a learner may say is not known. `told` is true where the story does tell it."""

    text: str
    told: bool
    feedback: str
    cites: tuple[str, ...]
    ours: bool


class ActionNamed(NamedTuple):
    """An action of an instrument, by id: one that the engine gives for the case."""

    instrument: str
    action: str


class FirstStep(NamedTuple):
    """Something a learner may do first. `action` is what an instrument asks for that comes to the same."""

    text: str
    good: bool
    feedback: str
    cites: tuple[str, ...]
    ours: bool
    action: ActionNamed | None = None


class Remark(NamedTuple):
    """A sentence with what it rests on."""

    text: str
    cites: tuple[str, ...]
    ours: bool


class Mistake(NamedTuple):
    """A common mistake, and what to do instead."""

    text: str
    instead: str
    cites: tuple[str, ...]
    ours: bool


class More(NamedTuple):
    """A page of the site to read next, and why."""

    page: str
    why: str


class Episode(NamedTuple):
    """One part of a story, whole in itself. `vignette` is its facts, for both instruments."""

    title: str
    story: str
    vignette: Vignette
    signs: tuple[SignOffered, ...]
    gaps: tuple[GapOffered, ...]
    first_steps: tuple[FirstStep, ...]
    bias: tuple[str, ...]
    practice: tuple[Remark, ...]
    mistakes: tuple[Mistake, ...]
    discuss: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The story, paragraph by paragraph, each on one line."""
        return tuple(" ".join(part.split()) for part in self.story.split("\n\n") if part.strip())


class Scenario(NamedTuple):
    """A child's story for training, in one to three episodes. No child in it is real."""

    id: str
    title: str
    summary: str
    content_note: str
    minutes: int
    teller: str
    roles: tuple[str, ...]
    shows: tuple[str, ...]
    episodes: tuple[Episode, ...]
    more: tuple[More, ...]
