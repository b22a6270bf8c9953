"""The nouns of one story put to two instruments, frozen.

They are loaded, like those of `model_crosswalk.py`, when somebody asks to compare.
A question is written as `model_crosswalk.py` writes it. Mappings are keyed by the ids of the two instruments.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .model import Answer, Assessment, Case
from .model_crosswalk import Clause, Relation

# How a question is written: these two, `child.<fact>`, or an item's id.
AGE = "child.age"
HARM = "judgement.significant_harm"
FACT = "child."

# What a question can be answered with: the age is a number, everything else an answer.
Said = Answer | int


class Carried(NamedTuple):
    """An answer to a question that both instruments ask: carried to the second where its row is confirmed."""

    row: str
    asks: Mapping[str, str]
    said: Said
    confirmed: bool
    reason: str


class Vignette(NamedTuple):
    """One story, told once. Made by `read_vignette`.

    `entered` is what was written under each instrument; `cases` is what each is given to assess: the
    same, and in the second the answers that were carried over.
    """

    between: tuple[str, str]
    assessed_on: date
    reference: str
    confirmed: tuple[str, ...]
    entered: Mapping[str, Case]
    cases: Mapping[str, Case]
    carried: tuple[Carried, ...]


class How(StrEnum):
    """How an instrument comes to a recorded answer."""

    ASKED = "asked"
    """It was entered under this instrument."""
    CARRIED = "carried"
    """It was entered under the other, and the user confirmed that the questions are the same."""
    NOT_CONFIRMED = "not_confirmed"
    """This instrument asks the same, and the user did not confirm it: here it is not known."""
    RELATED = "related"
    """This instrument asks something like it. Nothing is carried over."""
    NOTHING = "nothing"
    """This instrument asks nothing like it."""


class Near(NamedTuple):
    """A question that touches the recorded one: how the recorded one compares with it, and what was said to it."""

    question: str
    relation: Relation
    said: Said
    reason: str


class Taken(NamedTuple):
    """What one instrument makes of a recorded answer.

    `question` is its own question, if it asks the same. `rests` are the rules whose steps rest on the answer.
    """

    how: How
    question: str | None
    rests: tuple[str, ...]
    near: tuple[Near, ...]
    reason: str


class Told(NamedTuple):
    """A recorded answer, where it was entered, and what each instrument makes of it."""

    instrument: str
    question: str
    said: Said
    taken: Mapping[str, Taken]


class Difference(NamedTuple):
    """A topic on which the rules differ, and what bears on this story: ids of rules, flags, actions and questions."""

    clause: Clause
    because: Mapping[str, tuple[str, ...]]

    @property
    def bears(self) -> bool:
        """Whether anything in this story calls for it; otherwise it is there because it always is."""
        return any(self.because.values())


class Comparison(NamedTuple):
    """Two assessments of one story, and why they differ. Neither instrument was given the other's level or mark."""

    vignette: Vignette
    assessments: Mapping[str, Assessment]
    told: tuple[Told, ...]
    differences: tuple[Difference, ...]
