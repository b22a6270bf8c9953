"""What a case says to a question, by the name that the map between two instruments gives the question."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Answer, Case, Instrument, ItemAnswer
from ..model_comparison import AGE, FACT, HARM, Said


def questions_of(instrument: Instrument) -> Iterator[str]:
    """Every question of an instrument, in the order of its form."""
    yield AGE
    yield from (f"{FACT}{fact.id}" for fact in instrument.facts)
    yield from (item.id for item in instrument.indicators)
    yield HARM


def said_to(case: Case, question: str) -> Said:
    """What the case says to a question: the age if it is known, otherwise an answer."""
    if question == AGE:
        return Answer.NOT_KNOWN if case.age is None else case.age
    if question == HARM:
        return case.judgement.significant_harm
    if question.startswith(FACT):
        return case.facts[question.removeprefix(FACT)]
    return case.answers.get(question, ItemAnswer()).answer


def is_given(said: Said) -> bool:
    """Whether somebody answered with something they know."""
    return said.given if isinstance(said, Answer) else True


def is_recorded(said: Said) -> bool:
    """Whether it is recorded: present or suspected, or an age that is known."""
    return said.recorded if isinstance(said, Answer) else True


def with_said(case: Case, question: str, said: Said) -> Case:
    """The case with a question answered. Where it was answered already, the more serious answer holds."""
    if question == AGE:
        return case._replace(age=said) if isinstance(said, int) else case
    now = said_to(case, question)
    if not (isinstance(said, Answer) and isinstance(now, Answer)):
        raise TypeError(f"{question} cannot be answered with an age")
    answer = max(now, said, key=lambda given: given.weight)
    if question == HARM:
        return case._replace(judgement=case.judgement._replace(significant_harm=answer))
    if question.startswith(FACT):
        return case._replace(facts={**case.facts, question.removeprefix(FACT): answer})
    given = case.answers.get(question, ItemAnswer())._replace(answer=answer)
    return case._replace(answers={**case.answers, question: given})


def trace_id(question: str) -> str:
    """The id by which the trace of an assessment names a question."""
    return question.removeprefix(FACT)
