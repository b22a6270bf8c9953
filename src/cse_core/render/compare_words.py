"""The words for questions, answers and what an instrument made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..load.crosswalk import load_crosswalk
from ..model import Answer, Instrument, ItemAnswer, Kind, Reads
from ..model_comparison import AGE, FACT, HARM, Comparison, How, Near, Said, Taken, Told
from ..model_crosswalk import Relation
from .words import ANSWERS, FACT_ANSWERS, joined, level_word, outcome_words

# How the other instrument's questions compare with what was recorded.
COMPARED = {Relation.BROADER: "Narrower", Relation.NARROWER: "Wider", Relation.OVERLAPS: "Overlapping"}


class Asked(NamedTuple):
    """A question in its instrument's words, what was said to it, and the field of the form where it is asked."""

    words: str
    said: str
    place: str


class CellLine(NamedTuple):
    """A sentence of a cell; where it names questions, they stand between `text` and `after`."""

    text: str
    asked: tuple[Asked, ...] = ()
    after: str = ""


def question_words(instrument: Instrument, question: str) -> str:
    """A question as a reader knows it."""
    if question == AGE:
        return "The child’s age"
    if question == HARM:
        return "Reasonable cause to suspect significant harm"
    if question.startswith(FACT):
        return next(fact.plain for fact in instrument.facts if f"{FACT}{fact.id}" == question)
    return instrument.indicator(question).plain


def said_words(question: str, said: Said) -> str:
    """An answer in the words of the form: `Yes` to a fact, `Present` for an item, a number for the age."""
    if isinstance(said, Answer):
        return (FACT_ANSWERS if question.startswith((FACT, HARM)) else ANSWERS)[said]
    return str(said)


def place_of(comparison: Comparison, instrument: str, question: str) -> str:
    """The field of the form where a question is asked: the first instrument's, where both ask the same."""
    first, second = comparison.vignette.between
    if instrument == second:
        same = (row.asks[first] for row in load_crosswalk().same if row.asks[second] == question)
        asked_once = next(same, None)
        if asked_once:
            return place_of(comparison, first, asked_once)
    inside = question if question.startswith((FACT, HARM)) else f"answers.{question}.answer"
    return f"cases.{instrument}.{inside}"


def cell(comparison: Comparison, instruments: dict[str, Instrument], told: Told, id_: str) -> tuple[CellLine, ...]:
    """What one instrument made of a recorded answer."""
    return tuple(_cell(comparison, instruments[id_], told.taken[id_]))


def _cell(comparison: Comparison, instrument: Instrument, taken: Taken) -> Iterator[CellLine]:
    own = ""
    if taken.question:
        own = " ".join(_own(comparison, instrument, taken.question, taken.rests))
    if taken.how is How.ASKED:
        yield CellLine(own)
    elif taken.how is How.CARRIED:
        yield CellLine(f"It asks the same, and you confirmed it: carried over. {own}")
    elif taken.how is How.NOT_CONFIRMED:
        yield CellLine("It asks the same. Not carried over, because you did not confirm it: here it is not known.")
    elif taken.how is How.NOTHING:
        yield CellLine(f"It asks nothing like it. {taken.reason}")
    if taken.how is How.RELATED:
        yield CellLine("Nothing is carried over. What it asks comes close:")
    elif taken.near:
        yield CellLine("Close to it, and asked on its own:")
    for relation, reason in dict.fromkeys((near.relation, near.reason) for near in taken.near):
        close = [near for near in taken.near if (near.relation, near.reason) == (relation, reason)]
        asked = tuple(_asked(comparison, instrument, near) for near in close)
        yield CellLine(f"{COMPARED[relation]}:", asked, reason)


def _asked(comparison: Comparison, instrument: Instrument, near: Near) -> Asked:
    words = question_words(instrument, near.question)
    return Asked(words, said_words(near.question, near.said), place_of(comparison, instrument.id, near.question))


def _own(comparison: Comparison, instrument: Instrument, question: str, rests: tuple[str, ...]) -> Iterator[str]:
    """Where the question stands in its instrument, and whether the reading rests on the answer."""
    if question == AGE:
        yield "Asked about every child."
    elif question == HARM:
        yield "Your own view, apart from the items."
    elif question.startswith(FACT):
        yield "A fact about the child, apart from the items."
    else:
        yield from _item(comparison, instrument, question)
    if rests:
        yield f"It leads to {joined([_led_to(comparison, instrument, id_) for id_ in rests])}."
    else:
        word = "level" if instrument.reads is Reads.LEVEL else "reading"
        yield f"Here the {word} does not rest on it."


def _item(comparison: Comparison, instrument: Instrument, id_: str) -> Iterator[str]:
    item = instrument.indicator(id_)
    kind = "a sign" if item.kind is Kind.SIGN else "something the child lives with"
    if item.level:
        yield f"On its {level_word(item.level)} list, as {kind}."
    else:
        yield f"In “{instrument.group(item.group).title}”, as {kind}."
    if instrument.marking:
        given = comparison.vignette.cases[instrument.id].answers.get(id_, ItemAnswer())
        yield f"You marked it {given.mark.value}." if given.mark else "You gave it no mark."
        if given.recurring:
            yield "It keeps happening."


def _led_to(comparison: Comparison, instrument: Instrument, id_: str) -> str:
    """What a rule, a floor or a route leads to, and its name."""
    if id_ in instrument.rules:
        steps = comparison.assessments[instrument.id].trace
        after = next(step.after for step in steps if step.rule == id_)
        return f"{outcome_words(after)} (“{instrument.rules[id_].title}”)"
    floors = {floor.id: f"{level_word(floor.raises_to)} at least (“{floor.title}”)" for floor in instrument.floors}
    routes = {route.id: f"“{route.title}”" for route in instrument.routes}
    return (floors | routes)[id_]
