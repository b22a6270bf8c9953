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


class Pathway(IntEnum):
    """The ways on of the Lambeth checklist, in order. There is no way back from a higher one."""

    NOTHING_RECORDED = 0
    REFER_NOW = 1
    SECTION_47_NOW = 2

    @property
    def word(self) -> str:
        """The pathway as data and JSON write it: `refer_now`."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> Pathway:
        """The pathway written as `word`; KeyError for anything else."""
        return cls[word.upper()]


Outcome = Level | Pathway


class Reads(StrEnum):
    """What an instrument concludes: a level, or a pathway with no level at all."""

    LEVEL = "level"
    PATHWAY = "pathway"


class Mark(StrEnum):
    """The colours of a checklist. The practitioner's own mark; never computed."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


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
    """One citable paragraph, row or list of a source document; `not_restated` is why no page says what it says."""

    id: str
    source: str
    section: str
    title: str
    page: str
    cite_as: str
    not_restated: str = ""


class Source(NamedTuple):
    """A document relied on, with its units in the document's own order. `slug` names its file and its page."""

    id: str
    slug: str
    short: str
    title: str
    publisher: str
    dated: str
    units: Mapping[str, Unit]


# --- what an instrument asks and decides -------------------------------------


class Group(NamedTuple):
    """A heading of the instrument. With a `kind`, every item under it is of that kind."""

    id: str
    title: str
    kind: Kind | None
    intro: str


class Indicator(NamedTuple):
    """One item the assessor considers.

    `label` is the instrument's own wording, exact; `plain` is what the form asks today.
    `printed` is the colour the printed form gives the item, where somebody who holds it has told us.
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
    printed: Mark | None = None


class FactSection(NamedTuple):
    """A heading of the form under which facts are asked; one of them also asks the age."""

    id: str
    title: str
    intro: str
    asks_age: bool


class Fact(NamedTuple):
    """A yes/suspected/no/not-known question about the child, apart from the items.

    `do_now` is said at the question itself, so that nobody waits for a reading to know it.
    """

    id: str
    section: str
    label: str
    plain: str
    find_out: str
    why: str
    do_now: str
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


class Route(NamedTuple):
    """A way to a pathway. Any clause of `when` is enough; the furthest route that holds wins."""

    id: str
    title: str
    leads_to: Pathway
    when: tuple[When, ...]
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
    """An action, and what calls for it: a level or pathway, a flag, or a clause that holds."""

    id: str
    text: str
    who: str
    when: str
    outcomes: tuple[Outcome, ...]
    flags: tuple[str, ...]
    called_when: tuple[When, ...]
    first: bool
    if_sign_found: bool
    only_when_softened: bool
    working_days: int | None
    cites: tuple[str, ...]
    ours: bool = False
    source_says: str = ""


class UnknownRule(NamedTuple):
    """A fact that could raise the level, and the value that would raise it most.

    Where there is no level, `adds` names the flags it could raise.
    """

    fact: str
    if_it_were: int | Answer
    adds: tuple[str, ...]
    cites: tuple[str, ...]


class Softening(NamedTuple):
    """When only vulnerability or status is recorded, actions marked `if_sign_found` wait for a sign."""

    flags: tuple[str, ...]
    unless: tuple[When, ...]


class Statement(NamedTuple):
    """A sentence that is always said where it belongs, with what it rests on."""

    text: str
    cites: tuple[str, ...]


class LevelNote(NamedTuple):
    """What is always said beside a level."""

    level: Level
    text: str
    cites: tuple[str, ...]


class Marking(NamedTuple):
    """How the practitioner's own mark is asked for, and what became of the printed colours."""

    ask: str
    hint: str
    words: Mapping[Mark, str]
    not_marked: str
    colours: str
    cites: tuple[str, ...]


class PrintedColours(NamedTuple):
    """Who holds a copy of the printed form with its colours, and which copy it is."""

    held_by: str
    copy: str


class ReviewRule(NamedTuple):
    """How soon to look again, counted from the day of the assessment.

    The texts are kept as data; `{weekly_from}` and the like stand for the dates.
    """

    weekly_days: int
    reassess_from_days: int
    reassess_by_days: int
    first_review_months: int
    then_within_months: int
    weekly: Statement
    reassess: Statement
    formal: Statement
    text: str
    cites: tuple[str, ...]


class Instrument(NamedTuple):
    """One edition of a published tool: what it asks, what it decides, and where it says so."""

    id: str
    title: str
    short_title: str
    reads: Reads
    called: str
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
    call: Statement
    marking: Marking | None
    colours: PrintedColours | None
    groups: tuple[Group, ...]
    fact_sections: tuple[FactSection, ...]
    facts: tuple[Fact, ...]
    indicators: tuple[Indicator, ...]
    shared_facts: tuple[SharedFact, ...]
    rules: Mapping[str, Rule]
    level_notes: tuple[LevelNote, ...]
    floors: tuple[Floor, ...]
    routes: tuple[Route, ...]
    unknowns: tuple[UnknownRule, ...]
    flags: tuple[FlagRule, ...]
    actions: tuple[ActionRule, ...]
    softening: Softening
    review: ReviewRule | None
    examples: tuple[Mapping[str, object], ...]

    def group(self, id_: str) -> Group:
        """The group with this id; KeyError if there is none."""
        for group in self.groups:
            if group.id == id_:
                return group
        raise KeyError(id_)

    def indicator(self, id_: str) -> Indicator:
        """The indicator with this id; KeyError if there is none."""
        for item in self.indicators:
            if item.id == id_:
                return item
        raise KeyError(id_)


# --- what a case tells -------------------------------------------------------


class ItemAnswer(NamedTuple):
    """The answer to one indicator, with what was seen and when; `mark` and `recurring` where they are asked."""

    answer: Answer = Answer.NOT_KNOWN
    evidence: str = ""
    recency: Recency = Recency.NOT_KNOWN
    mark: Mark | None = None
    recurring: bool = False


class OtherConcern(NamedTuple):
    """A concern the instrument does not list, placed at a level (PB 8.3) or given a mark by the practitioner."""

    description: str
    level: Level | Mark | None
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
    before: Outcome | None
    after: Outcome | None
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
    """A fact that is not known and could raise the level, or add the flags named."""

    fact: str
    could_raise_to: Level | None
    could_add: tuple[str, ...]
    cites: tuple[str, ...]


class Review(NamedTuple):
    """When to look again. Dates are counted from the day of the assessment."""

    weekly_from: date
    reassess_from: date
    reassess_by: date
    first_review_by: date
    then_within_months: int


class Counts(NamedTuple):
    """How much is recorded. Counts are never added into a score; without levels there is none to count by."""

    low: int | None
    medium: int | None
    high: int | None
    signs: int
    vulnerabilities: int
    suspected: int
    other: int


class MarkCounts(NamedTuple):
    """How many recorded items carry each mark. Other concerns are not counted here."""

    red: int
    amber: int
    green: int
    unmarked: int


class GroupCount(NamedTuple):
    """How many items of one group (a domain) are recorded, and how many of those are suspected."""

    recorded: int
    suspected: int
    of: int


class Checklist(NamedTuple):
    """What a pathway instrument says in the place of a level. Items are named by their ids."""

    pathway: Pathway
    marks: MarkCounts
    domains: Mapping[str, GroupCount]
    unmarked: tuple[str, ...]
    evidence_missing: tuple[str, ...]
    recurring: tuple[str, ...]


class Assessment(NamedTuple):
    """The result: what the instrument reads, why, what to do and by when.

    An instrument that reads a level has no `checklist`; one that reads a pathway has no levels and no review.
    """

    instrument: str
    edition: str
    assessed_on: date
    status: Status
    indicated_level: Level | None
    level: Level | None
    could_be: Level | None
    professional_level: Level | None
    checklist: Checklist | None
    counts: Counts
    flags: tuple[Flag, ...]
    actions: tuple[Action, ...]
    review: Review | None
    unknowns: tuple[Unknown, ...]
    trace: tuple[TraceStep, ...]

    @property
    def outcome(self) -> Outcome | None:
        """The level or the pathway, whichever the instrument reads."""
        return self.checklist.pathway if self.checklist else self.level


class Change(NamedTuple):
    """One answer that would change a reading: its place in a case, the answer, the outcome now and then.

    For `child.age` the value stands for every age from 0 to it where the change raises, and for every
    age from it to 17 where it does not.
    """

    place: str
    value: str | int
    now: Outcome | None
    to: Outcome | None

    @property
    def raises(self) -> bool:
        """Whether the answer would lead further than the reading as it stands."""
        return int(self.to or 0) > int(self.now or 0)
