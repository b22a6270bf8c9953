"""A filled form as plain text: every question in order, with what was written, and what was left empty said so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from textwrap import fill

from ..model import Answer
from ..model_forms import Answers, Condition, FieldKind, Filled, FormField, FormSection, Value
from .words import FACT_ANSWERS, counted, date_words

WIDTH = 80
INDENT = "  "
EMPTY = "Not provided"
CONFIDENTIAL = "CONFIDENTIAL"
NO_CALL = (
    "This form never takes the place of a call. A child who may be harmed: children's social care and the police, now. "
    "Danger now: 999."
)
LEFT_EMPTY = "A field left empty says nothing about the child."
NO_SCORE = "This helps to think. It gives no score, and it decides nothing."
CONDITIONS = "What must be recorded first"
NOT_RECORDED = "but not recorded while this is open:"
STILL_OPEN = "No draft may be shown."
ALL_RECORDED = "Every condition is recorded. A draft is for legal advice only. It is not to be sent."


def filled_to_text(filled: Filled) -> str:
    """The filled form as plain text, wrapped at 80 characters. What was left empty reads "Not provided"."""
    return "\n\n".join(_parts(filled)) + "\n"


def _parts(filled: Filled) -> Iterator[str]:
    form = filled.form
    if form.confidential:
        yield CONFIDENTIAL
    yield f"{_wrapped(form.title, '')}\nWritten on {date_words(filled.written_on)}"
    yield _wrapped(" ".join((NO_CALL, *((NO_SCORE,) if form.judgement_aid else ()), LEFT_EMPTY)), "")
    for section in form.sections:
        yield from _section(filled, section)
    if form.conditions:
        yield _conditions(filled)
    if form.confidential:
        yield CONFIDENTIAL


def _section(filled: Filled, section: FormSection) -> Iterator[str]:
    fields = filled.form.fields_of(section)
    heading = section.title.upper()
    if not section.repeats:
        yield f"{heading}\n{_asked(fields, filled.answers)}"
        return
    entries = filled.groups.get(section.id, ())
    if not entries:
        yield f"{heading}\n{INDENT}{EMPTY}"
    for number, entry in enumerate(entries, 1):
        which = f"{section.one_is.upper()} {number} OF {len(entries)}"
        yield f"{heading}: {which}\n{_asked(fields, entry)}"


def _asked(fields: tuple[FormField, ...], answers: Answers) -> str:
    return "\n".join(f"{_wrapped(field.ask, '')}\n{_answer(field, answers.get(field.id))}" for field in fields)


def _answer(field: FormField, value: Value | None) -> str:
    """What was written, below its question and set in, so that each script keeps its own direction."""
    return "\n".join(_wrapped(line, INDENT) for line in answer_lines(field, value))


def answer_lines(field: FormField, value: Value | None) -> tuple[str, ...]:
    """What was written in a field, line by line, as a reader sees it; "Not provided" where nothing was."""
    if value is None:
        return (EMPTY,)
    if isinstance(value, tuple):
        return tuple(f"- {field.words(each)}" for each in value)
    if isinstance(value, Answer):
        return (FACT_ANSWERS[value],)
    if isinstance(value, date):
        return (date_words(value),)
    if field.kind is FieldKind.ONE_OF:
        return (field.words(str(value)),)
    return tuple(_printable(line) for line in str(value).splitlines())


def _printable(line: str) -> str:
    """The line with a space for each character that no printer knows."""
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in line)


def _conditions(filled: Filled) -> str:
    lines = [CONDITIONS.upper()]
    for condition in filled.form.conditions:
        lines.append(f"{_wrapped(condition.text, '')}\n{_wrapped(condition_words(filled, condition), INDENT)}")
    left = len(filled.open_conditions)
    told = f"{counted(left, 'condition is', 'conditions are')} not recorded yet. {STILL_OPEN}" if left else ALL_RECORDED
    return "\n".join([*lines, _wrapped(told, "")])


def condition_words(filled: Filled, condition: Condition) -> str:
    """What is recorded of a condition. A yes that lacks what it needs says so, and what that is."""
    given = filled.conditions.get(condition.id)
    if given is not Answer.PRESENT or condition not in filled.open_conditions:
        return FACT_ANSWERS[given] if given else EMPTY
    asked = [field for field in filled.form.once if field.id in condition.needs or field.id in condition.under]
    return f"{FACT_ANSWERS[given]}, {NOT_RECORDED} {' '.join(field.ask for field in asked)}"


def _wrapped(text: str, indent: str) -> str:
    """One line of text, wrapped. An empty one stays empty."""
    return fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
