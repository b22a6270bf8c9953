"""A case: JSON to the model, whole or not at all.

Every problem is found and named with its place and what is allowed. Nothing is
guessed and nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ..model import Answer, Case, Instrument, ItemAnswer, Judgement, Level, Mark, OtherConcern, Reads, Recency
from .errors import CaseError, Problem
from .instruments import instrument_ids, load_instrument
from .json_text import parse_json
from .node import Node, shown
from .table import listed

CASE_SCHEMA = "cse-case/1"
CONTEXT_KEYS = ("people_of_concern", "places", "peers", "online", "protective")
CASE_KEYS = (
    "schema",
    "instrument",
    "assessed_on",
    "reference",
    "child",
    "answers",
    "other_concerns",
    "context",
    "child_view",
    "family_view",
    "judgement",
)
LEVELS = tuple(level.word for level in Level)
MARKS = tuple(mark.value for mark in Mark)
# The review dates are counted forward from the assessment, so the last year Python knows is left free.
LAST_YEAR = 9998


def read_case(text: str | bytes) -> Case:
    """The case a JSON text holds, checked against its instrument. CaseError lists every problem."""
    return case_from(parse_json(text))


def case_from(data: object) -> Case:
    """The case in values already read from JSON. CaseError lists every problem."""
    problems: list[Problem] = []
    root = Node(data, "", problems)
    if not isinstance(data, dict):
        raise CaseError(problems)
    root.only(CASE_KEYS)
    if root.data.get("schema") != CASE_SCHEMA:
        root.report("schema", root.found("schema"), repr(CASE_SCHEMA))
    instrument = _instrument(root)
    assessed_on = date_in(root)
    case = case_in(root, instrument, assessed_on) if instrument else None
    if problems or case is None:
        raise CaseError(problems)
    return case


def case_in(root: Node, instrument: Instrument, assessed_on: date) -> Case:
    """What an object tells the instrument. What is wrong is reported into the object's own list of problems."""
    child = root.child("child")
    facts = [fact.id for fact in instrument.facts]
    child.only(["age", *facts], f"asked about the child in {instrument.id}")
    context = root.child("context")
    context.only(CONTEXT_KEYS, "a key of context")
    return Case(
        instrument=instrument.id,
        assessed_on=assessed_on,
        reference=root.text("reference"),
        age=_age(child, instrument),
        facts={fact: child.word(fact, Answer, Answer.NOT_KNOWN) for fact in facts},
        answers=_answers(root.child("answers"), instrument),
        other_concerns=tuple(_other_concern(node, instrument) for node in root.each("other_concerns")),
        context={key: context.text(key) for key in CONTEXT_KEYS},
        child_view=root.text("child_view"),
        family_view=root.text("family_view"),
        judgement=_judgement(root.child("judgement"), instrument),
    )


def _instrument(root: Node) -> Instrument | None:
    value = root.data.get("instrument")
    if isinstance(value, str) and value in instrument_ids():
        return load_instrument(value)
    root.report("instrument", root.found("instrument"), listed(instrument_ids()))
    return None


def date_in(root: Node) -> date:
    """The day of the assessment; any day at all when there is none that can be used, which is reported."""
    value = root.data.get("assessed_on")
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            found = None
        if found and found.year <= LAST_YEAR:
            return found
    root.report("assessed_on", root.found("assessed_on"), "a real date written YYYY-MM-DD, up to the year 9998")
    return date.min


def _age(child: Node, instrument: Instrument) -> int | None:
    value = child.data.get("age")
    if value is None:
        return None
    allowed = "a whole number from 0 to 17, or null when it is not known"
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        child.report("age", f"is {shown(value)}.", allowed)
    elif value >= 18:
        child.report("age", f"is {value}. {instrument.age_limit_text}", allowed)
    else:
        return value
    return None


def _answers(answers: Node, instrument: Instrument) -> Mapping[str, ItemAnswer]:
    known = {item.id for item in instrument.indicators}
    asked = ("answer", "evidence", "recency", *(("level", "recurring") if instrument.marking else ()))
    found: dict[str, ItemAnswer] = {}
    for id_, node in answers.children():
        if id_ not in known:
            allowed = f"an item id of {instrument.id}, as its table of items lists them"
            answers.report(id_, "is not an item of this instrument.", allowed)
            continue
        node.only(asked, "a key of an answer")
        found[id_] = ItemAnswer(
            node.word("answer", Answer, Answer.NOT_KNOWN),
            node.text("evidence"),
            node.word("recency", Recency, Recency.NOT_KNOWN),
            _mark(node) if instrument.marking else None,
            node.yes("recurring") if instrument.marking else False,
        )
    return found


def _mark(node: Node) -> Mark | None:
    mark = node.choice("level", MARKS, required=False)
    return Mark(mark) if mark else None


def _other_concern(node: Node, instrument: Instrument) -> OtherConcern:
    node.only(("description", "level", "answer"), "a key of another concern")
    description = node.text("description")
    if not description.strip():
        node.report("description", "is empty.", "a few words on what the concern is")
    answer = node.word("answer", Answer, Answer.NOT_KNOWN)
    if instrument.reads is Reads.PATHWAY:
        return OtherConcern(description, _mark(node), answer)
    level = node.choice("level", LEVELS, required=True)
    return OtherConcern(description, Level.from_word(level or LEVELS[-1]), answer)


def _judgement(node: Node, instrument: Instrument) -> Judgement:
    by_level = instrument.reads is Reads.LEVEL
    asked = (*(("level",) if by_level else ()), "significant_harm", "reasons")
    node.only(asked, f"a key of the judgement in {instrument.id}")
    level = node.choice("level", LEVELS, required=False) if by_level else None
    reasons = node.text("reasons")
    if level and not reasons.strip():
        node.report("reasons", "are missing.", "your reasons, whenever you give your own level")
    harm = node.word("significant_harm", Answer, Answer.NOT_KNOWN)
    return Judgement(Level.from_word(level) if level else None, harm, reasons)
