"""The nouns of the map between two instruments, frozen.

They lie apart from `model.py` because no assessment needs them: they are loaded when somebody asks to compare.

A question is written as a case names it: an item by its id, a fact as `child.<fact>`, and `judgement.significant_harm`.
A mapping is keyed by the ids of the two instruments.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """How the first instrument's question compares with each of the other's that the row names."""

    BROADER = "broader"
    """Whatever the other asks about is asked about here, and more."""
    NARROWER = "narrower"
    """Whatever this asks about the other asks about, and more."""
    OVERLAPS = "overlaps"
    """Each asks about something that the other leaves out."""


class Same(NamedTuple):
    """Two questions that ask the very same thing: an answer to one is an answer to the other.

    A question is in two rows only where its own instrument counts two questions as one fact.
    The more serious of their answers then holds.
    """

    id: str
    asks: Mapping[str, str]
    reason: str


class Related(NamedTuple):
    """Questions that touch and are not the same. No answer is ever carried from one to the other."""

    relation: Relation
    asks: Mapping[str, tuple[str, ...]]
    reason: str


class Unmatched(NamedTuple):
    """A question of one instrument, where the other asks nothing like it."""

    instrument: str
    item: str
    reason: str


class Bearing(NamedTuple):
    """What shows that a topic bears on a case: any of these fired, or any of `recorded` is recorded.

    `rules` are ids as the trace has them: rules, floors and routes. `recorded` are questions, or `other_concerns`.
    """

    rules: tuple[str, ...]
    flags: tuple[str, ...]
    actions: tuple[str, ...]
    recorded: tuple[str, ...]


class Says(NamedTuple):
    """What one instrument and its guidance say about a topic."""

    text: str
    cites: tuple[str, ...]
    ours: bool = False


class Clause(NamedTuple):
    """A topic on which the rules of the two sources differ, and what to do about it.

    It is shown for every case if `always`; otherwise where what either instrument names in `bears` bears on the case.
    """

    id: str
    topic: str
    always: bool
    bears: Mapping[str, Bearing]
    says: Mapping[str, Says]
    why: str


class Crosswalk(NamedTuple):
    """How two instruments compare, question by question and rule by rule. No level or mark ever crosses over."""

    between: tuple[str, str]
    same: tuple[Same, ...]
    related: tuple[Related, ...]
    unmatched: tuple[Unmatched, ...]
    clauses: tuple[Clause, ...]
