"""Small made-up cases, and each in words. The words are made from the case, so that a question cannot say otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..engine.questions import with_said
from ..model import Answer, Case, Indicator, Instrument, ItemAnswer, Kind, Level, Mark, Reads
from ..render.words import joined, level_word

# A Monday with bank holidays some weeks ahead.
ASSESSED_ON = date(2026, 3, 2)
# Old enough for no rule about young children, and too young for those about 16 and 17.
AGE = 15
NAMED_UP_TO = 3
# Hard to read, where another item shows the same rule; or said by a fact as well, which could then disagree.
LAST = ("sex", "harm", "abduct", "miscarriage", "pregnan", "abus", "looked after", "missing")
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def blank(instrument: Instrument, age: int | None = AGE, rest: Answer = Answer.ABSENT) -> Case:
    """A case with nothing recorded, in which every fact about the child has this answer."""
    facts = {fact.id: rest for fact in instrument.facts}
    return Case(instrument.id, ASSESSED_ON, age=age, facts=facts)


def with_items(case: Case, *items: Indicator, answer: Answer = Answer.PRESENT, mark: Mark | None = None) -> Case:
    """The case with these items recorded, and marked where a mark is given."""
    return case._replace(answers={**case.answers, **{item.id: ItemAnswer(answer, mark=mark) for item in items}})


def with_fact(case: Case, fact: str, answer: Answer = Answer.PRESENT) -> Case:
    """The case with a fact about the child recorded."""
    return with_said(case, f"child.{fact}", answer)


def plain_items(instrument: Instrument, level: Level | None = None) -> list[Indicator]:
    """Items to ask about: signs of this level, calm to read first. In an instrument without levels, any sign."""
    found = [item for item in instrument.indicators if item.kind is Kind.SIGN and item.level is level]
    return sorted(found, key=lambda item: (any(word in item.plain.casefold() for word in LAST), len(item.plain)))


def name_of(instrument: Instrument) -> str:
    """How a question speaks of the instrument inside a sentence: `the Lambeth checklist`."""
    return f"the {instrument.short_title} {'tool' if instrument.reads is Reads.LEVEL else 'checklist'}"


def told(instrument: Instrument, case: Case) -> str:
    """The case in words, a sentence for each thing that is recorded, and one for all that is not."""
    return " ".join(_sentences(instrument, case))


def _sentences(instrument: Instrument, case: Case) -> Iterator[str]:
    yield "A child's age is not known." if case.age is None else f"A child is {case.age}."
    recorded = [fact for fact in instrument.facts if case.facts[fact.id].recorded]
    for fact in recorded:
        suspected = " as suspected" if case.facts[fact.id] is Answer.SUSPECTED else ""
        yield f"“{fact.label}” is recorded{suspected}."
    yield from _items(instrument, case)
    if case.judgement.significant_harm.recorded:
        yield "You recorded reasonable cause to suspect significant harm."
    if case.judgement.level:
        yield f"Your own judgement is {level_word(case.judgement.level)}."
    judged = case.judgement.significant_harm.recorded or case.judgement.level
    else_ = " else" if recorded or _recorded_items(case) or judged else ""
    if Answer.NOT_KNOWN in case.facts.values():
        yield f"Nobody has answered anything{else_} yet."
    else:
        yield f"Everything{else_ or ' on the form'} is answered no."


def _recorded_items(case: Case) -> list[str]:
    return [id_ for id_, given in case.answers.items() if given.answer.recorded]


def _items(instrument: Instrument, case: Case) -> Iterator[str]:
    items = [instrument.indicator(id_) for id_ in _recorded_items(case)]
    if not items:
        return
    given = [case.answers[item.id] for item in items]
    suspected = ", as suspected" if all(each.answer is Answer.SUSPECTED for each in given) else ""
    many = f"{NUMBERS[len(items)]} items are" if len(items) > 1 else "One item is"
    levels = {item.level for item in items}
    if len(items) <= NAMED_UP_TO:
        yield f"{many} recorded{suspected}: {joined([f'“{item.plain}”' for item in items])}."
    elif len(levels) == 1 and None not in levels:
        yield f"{many} recorded{suspected}, all of them {level_word(items[0].level)}."
    else:
        yield f"{many} recorded{suspected}."
    if instrument.reads is Reads.PATHWAY:
        yield _marks([each.mark for each in given])


def _marks(marks: list[Mark | None]) -> str:
    """What the worker's own marks are. Marks that differ are counted."""
    it, one = ("it", "You gave it no mark.") if len(marks) == 1 else ("each of them", "You gave them no marks.")
    if set(marks) == {None}:
        return one
    if len(set(marks)) == 1 and marks[0]:
        return f"You marked {it} {marks[0].value}."
    counted = [f"{NUMBERS[marks.count(mark)].lower()} {mark.value}" for mark in Mark if mark in marks]
    return f"You marked {joined(counted)}."
