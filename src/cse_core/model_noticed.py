"""The nouns of "I have noticed something", frozen: what a person with no training may see, is asked and is told.

There is no level and no colour here, and none can be made of it: each answer only adds to the advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Urgency(IntEnum):
    """How soon; the greater is the more urgent."""

    THEN = 1
    TODAY = 2
    NOW = 3

    @property
    def word(self) -> str:
        """The urgency as the data and the page write it."""
        return self.name.lower()


class Reply(StrEnum):
    """The answer to an urgent question. A question left out reads as not sure."""

    YES = "yes"
    NOT_SURE = "not_sure"
    NO = "no"


class NoticedSection(NamedTuple):
    """A heading under which signs stand: where they are seen."""

    id: str
    title: str
    intro: str


class NoticedSign(NamedTuple):
    """What somebody sees or hears, in everyday words. `items` are the indicators it may belong to, by instrument."""

    id: str
    section: str
    plain: str
    also: tuple[str, ...]
    items: Mapping[str, tuple[str, ...]]
    cites: tuple[str, ...]
    ours: bool
    urgency: Urgency
    note: str


class UrgentQuestion(NamedTuple):
    """A question that changes the advice. `words` are its answers as the page shows them."""

    id: str
    ask: str
    hint: str
    words: Mapping[Reply, str]
    cites: tuple[str, ...]


class AdviceClause(NamedTuple):
    """All of it must hold: each question has one of these answers, and the most urgent sign is one of `sign`."""

    replies: Mapping[str, tuple[Reply, ...]]
    sign: tuple[Urgency, ...]


class AdviceLine(NamedTuple):
    """One piece of advice. Without clauses it always stands. `instead` are milder lines that it makes needless."""

    id: str
    when: Urgency
    text: str
    why: str
    cites: tuple[str, ...]
    ours: bool
    clauses: tuple[AdviceClause, ...]
    instead: tuple[str, ...]


class Statement(NamedTuple):
    """A sentence with what it rests on. `law` are entries of the site's law register."""

    text: str
    cites: tuple[str, ...]
    ours: bool
    law: tuple[str, ...] = ()


class ReadMore(NamedTuple):
    """A page of the site, and why to read it."""

    page: str
    why: str


class Role(NamedTuple):
    """Who noticed something: whom they tell, what they are placed to see, and what they may do."""

    id: str
    title: str
    page_title: str
    place: str
    tell: str
    if_no_answer: str
    if_it_is_about_them: str
    signs: tuple[str, ...]
    card_signs: tuple[str, ...]
    do: tuple[Statement, ...]
    avoid: tuple[Statement, ...]
    share: tuple[Statement, ...]
    next: tuple[Statement, ...]
    more: tuple[ReadMore, ...]

    def fill(self, text: str) -> str:
        """The text of an advice line with this role's own words in it."""
        for name in ROLE_WORDS:
            text = text.replace("{" + name + "}", getattr(self, name))
        return text


ROLE_WORDS = ("tell", "if_no_answer", "if_it_is_about_them")


class Noticed(NamedTuple):
    """All of it, in the order of the page. `write`, `avoid`, `why` and `known_to` stand beside every advice."""

    title: str
    always: str
    changes: str
    sections: tuple[NoticedSection, ...]
    signs: Mapping[str, NoticedSign]
    questions: tuple[UrgentQuestion, ...]
    lines: tuple[AdviceLine, ...]
    roles: Mapping[str, Role]
    why: tuple[Statement, ...]
    write: tuple[Statement, ...]
    avoid: tuple[Statement, ...]
    known_to: tuple[Statement, ...]


class Advice(NamedTuple):
    """What to do, most urgent first. There is always something."""

    lines: tuple[AdviceLine, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the lines, in order."""
        return tuple(line.id for line in self.lines)
