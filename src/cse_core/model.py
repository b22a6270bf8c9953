"""The nouns, frozen. They hold and compare; they decide nothing.

Named tuples and not data classes: in the browser a data class costs ten times as long to make,
and thirty of them are made at every start.

Order: what a source says, what an instrument asks and decides, what a case
tells, what an assessment concludes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Answer(StrEnum):
    """What the practitioner knows about one item or fact. Unknown is not no."""

    PRESENT = "present"
    SUSPECTED = "suspected"
    ABSENT = "absent"
    NOT_KNOWN = "not_known"

    @property
    def recorded(self) -> bool:
        """True for present and suspected: both count for every level and flag."""
        return self in (Answer.PRESENT, Answer.SUSPECTED)

    @property
    def given(self) -> bool:
        """True when the practitioner answered with something they know."""
        return self is not Answer.NOT_KNOWN

    @property
    def weight(self) -> int:
        """Order of seriousness, for "the more serious holds": not a score."""
        return ("not_known", "absent", "suspected", "present").index(self.value)


class Recency(StrEnum):
    """When a recorded item was last seen."""

    CURRENT = "current"
    PAST_6_MONTHS = "past_6_months"
    EARLIER = "earlier"
    NOT_KNOWN = "not_known"


class Level(IntEnum):
    """The levels of the Pan-Bedfordshire tool, in order."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """The level as data and JSON write it: `low`, `medium`, `high`."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> Level:
        """The level written as `word`; KeyError for anything else."""
        return cls[word.upper()]


class Kind(StrEnum):
    """A sign is what somebody may be doing to the child; a vulnerability is what the child lives with."""

    SIGN = "sign"
    VULNERABILITY = "vulnerability"


class Status(StrEnum):
    """Whether more knowledge about the child's age or status could raise the level."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    NOTHING_RECORDED = "nothing_recorded"


# --- what a source says ------------------------------------------------------


class Unit(NamedTuple):
    """One citable paragraph, row or list of a source document."""

    id: str
    source: str
    section: str
    title: str
    page: str
    cite_as: str


class Source(NamedTuple):
    """A document relied on, with its units in the document's own order."""

    id: str
    short: str
    title: str
    publisher: str
    dated: str
    units: Mapping[str, Unit]


# --- what an instrument asks and decides -------------------------------------


class Group(NamedTuple):
    """A heading of the form. `kind` keeps signs and vulnerability factors apart."""

    id: str
    title: str
    kind: Kind
    intro: str


class Indicator(NamedTuple):
    """One item the assessor considers.

    `label` is the instrument's own wording, exact; `plain` is what the form asks today.
    """

    id: str
    source_ref: str
    label: str
    plain: str
    group: str
    kind: Kind
    level: Level | None
    cites: tuple[str, ...]
    note: str = ""
    language_note: str = ""


class Fact(NamedTuple):
    """A yes/suspected/no/not-known question about the child, apart from the items."""

    id: str
    label: str
    plain: str
    find_out: str
    why: str
    cites: tuple[str, ...]


class SharedFact(NamedTuple):
    """Facts and an item that say the same thing and so count once.

    `same`: the one fact is the item. `any_of`: each fact implies the item.
    """

    item: str
    facts: tuple[str, ...]
    relation: str
    cites: tuple[str, ...]


class When(NamedTuple):
    """A clause of a rule: every condition named must hold. See `engine/conditions.py`."""

    conditions: Mapping[str, object]


class Rule(NamedTuple):
    """A step every assessment can take, in the instrument's words for it."""

    id: str
    title: str
    texts: Mapping[str, str]
    cites: tuple[str, ...]
    ours: bool = False


class Floor(NamedTuple):
    """A rule that raises a level and never lowers one. Any clause of `when` is enough."""

    id: str
    title: str
    raises_to: Level
    when: tuple[When, ...]
    because: tuple[str, ...]
    text: str
    cites: tuple[str, ...]


class FlagRule(NamedTuple):
    """Something the reader must see beside the level. Any clause of `when` is enough."""

    id: str
    text: str
    when: tuple[When, ...]
    cites: tuple[str, ...]
    ours: bool = False


class ActionRule(NamedTuple):
    """An action, and the levels or flags that call for it."""

    id: str
    text: str
    who: str
    when: str
    levels: tuple[Level, ...]
    flags: tuple[str, ...]
    first: bool
    if_sign_found: bool
    only_when_softened: bool
    working_days: int | None
    cites: tuple[str, ...]
    ours: bool = False
    source_says: str = ""


class UnknownRule(NamedTuple):
    """A fact that could raise the level, and the value that would raise it most."""

    fact: str
    if_it_were: int | Answer
    cites: tuple[str, ...]


class Softening(NamedTuple):
    """When only vulnerability or status is recorded, actions marked `if_sign_found` wait for a sign."""

    flags: tuple[str, ...]
    unless: tuple[When, ...]


class ReviewRule(NamedTuple):
    """How soon to look again, counted from the day of the assessment."""

    weekly_days: int
    reassess_from_days: int
    reassess_by_days: int
    first_review_months: int
    then_within_months: int
    text: str
    cites: tuple[str, ...]


class Instrument(NamedTuple):
    """One edition of a published tool: what it asks, what it decides, and where it says so."""

    id: str
    title: str
    short_title: str
    publisher: str
    edition: str
    dated: str
    status_today: str
    reviewed_by: str
    caveat: str
    evidence: str
    caveat_cites: tuple[str, ...]
    age_limit_text: str
    age_limit_cites: tuple[str, ...]
    emergency: str
    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]
    indicators: tuple[Indicator, ...]
    shared_facts: tuple[SharedFact, ...]
    rules: Mapping[str, Rule]
    floors: tuple[Floor, ...]
    unknowns: tuple[UnknownRule, ...]
    flags: tuple[FlagRule, ...]
    actions: tuple[ActionRule, ...]
    softening: Softening
    review: ReviewRule
    examples: tuple[Mapping[str, object], ...]

    def indicator(self, id_: str) -> Indicator:
        """The indicator with this id; KeyError if there is none."""
        for item in self.indicators:
            if item.id == id_:
                return item
        raise KeyError(id_)


# --- what a case tells -------------------------------------------------------


class ItemAnswer(NamedTuple):
    """The answer to one indicator, with what was seen and when."""

    answer: Answer = Answer.NOT_KNOWN
    evidence: str = ""
    recency: Recency = Recency.NOT_KNOWN


class OtherConcern(NamedTuple):
    """A concern the instrument does not list, placed at a level by the practitioner (PB 8.3)."""

    description: str
    level: Level
    answer: Answer


class Judgement(NamedTuple):
    """The practitioner's own view, formed before the tool's reading is shown."""

    level: Level | None = None
    significant_harm: Answer = Answer.NOT_KNOWN
    reasons: str = ""


class Case(NamedTuple):
    """A checked case: every id known, every value of its type. Made by `read_case`."""

    instrument: str
    assessed_on: date
    reference: str = ""
    age: int | None = None
    facts: Mapping[str, Answer] = MappingProxyType({})
    answers: Mapping[str, ItemAnswer] = MappingProxyType({})
    other_concerns: tuple[OtherConcern, ...] = ()
    context: Mapping[str, str] = MappingProxyType({})
    child_view: str = ""
    family_view: str = ""
    judgement: Judgement = Judgement()


# --- what an assessment concludes --------------------------------------------


class TraceStep(NamedTuple):
    """One decision: which rule, from what to what, because of which items or facts."""

    rule: str
    from_level: Level | None
    to_level: Level | None
    because: tuple[str, ...]
    cites: tuple[str, ...]
    text: str
    ours: bool = False


class Flag(NamedTuple):
    """A flag that holds for this case."""

    id: str
    text: str
    cites: tuple[str, ...]
    ours: bool = False


class Action(NamedTuple):
    """Something to do, by whom, how soon."""

    id: str
    text: str
    who: str
    when: str
    due_on: date | None
    condition: str | None
    cites: tuple[str, ...]
    ours: bool = False
    source_says: str = ""


class Unknown(NamedTuple):
    """A fact that is not known and could raise the level."""

    fact: str
    could_raise_to: Level
    cites: tuple[str, ...]


class Review(NamedTuple):
    """When to look again. Dates are counted from the day of the assessment."""

    weekly_from: date
    reassess_from: date
    reassess_by: date
    first_review_by: date
    then_within_months: int


class Counts(NamedTuple):
    """How much is recorded. Counts are never added into a score."""

    low: int
    medium: int
    high: int
    signs: int
    vulnerabilities: int
    suspected: int
    other: int


class Assessment(NamedTuple):
    """The result: what the instrument reads, why, what to do and by when."""

    instrument: str
    edition: str
    assessed_on: date
    status: Status
    indicated_level: Level | None
    level: Level | None
    could_be: Level | None
    professional_level: Level | None
    counts: Counts
    flags: tuple[Flag, ...]
    actions: tuple[Action, ...]
    review: Review | None
    unknowns: tuple[Unknown, ...]
    trace: tuple[TraceStep, ...]
