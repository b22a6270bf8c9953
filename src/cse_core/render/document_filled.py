"""A filled form as a document: every question in order, with what was written, and what was left empty said so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Answer
from ..model_document import Block, Document, Heading, Text, Written
from ..model_forms import Answers, Condition, FieldKind, Filled, FormField, FormSection, Value
from .document import document_to_text
from .document_printable import printable_lines
from .words import FACT_ANSWERS, counted, date_words

EMPTY = "Not provided"
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


def filled_to_document(filled: Filled) -> Document:
    """The filled form as a document. What was left empty reads "Not provided"."""
    form = filled.form
    written = f"Written on {date_words(filled.written_on)}"
    return Document(
        title=form.title,
        confidential=form.confidential,
        lines=(written, NO_CALL, *((NO_SCORE,) if form.judgement_aid else ()), LEFT_EMPTY),
        blocks=tuple(_blocks(filled)),
        footer=f"{form.title}. {written}.",
    )


def filled_to_text(filled: Filled) -> str:
    """The filled form as plain text, wrapped at 80 characters. What was left empty reads "Not provided"."""
    return document_to_text(filled_to_document(filled))


def _blocks(filled: Filled) -> Iterator[Block]:
    for section in filled.form.sections:
        yield Heading(2, section.title)
        yield from _section(filled, section)
    if filled.form.conditions:
        yield from _conditions(filled)


def _section(filled: Filled, section: FormSection) -> Iterator[Block]:
    fields = filled.form.fields_of(section)
    if not section.repeats:
        yield from _asked(fields, filled.answers)
        return
    entries = filled.groups.get(section.id, ())
    one = section.one_is[:1].upper() + section.one_is[1:]
    if not entries:
        yield Written(one, (EMPTY,), empty=True)
    for number, entry in enumerate(entries, 1):
        yield Heading(3, f"{one} {number} of {len(entries)}")
        yield from _asked(fields, entry)


def _asked(fields: tuple[FormField, ...], answers: Answers) -> Iterator[Block]:
    for field in fields:
        value = answers.get(field.id)
        yield Written(field.ask, answer_lines(field, value), empty=value is None)


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
    return printable_lines(str(value))


def _conditions(filled: Filled) -> Iterator[Block]:
    yield Heading(2, CONDITIONS)
    for condition in filled.form.conditions:
        empty = condition.id not in filled.conditions
        yield Written(condition.text, (condition_words(filled, condition),), empty)
    left = len(filled.open_conditions)
    told = f"{counted(left, 'condition is', 'conditions are')} not recorded yet. {STILL_OPEN}" if left else ALL_RECORDED
    yield Text(told)


def condition_words(filled: Filled, condition: Condition) -> str:
    """What is recorded of a condition. A yes that lacks what it needs says so, and what that is."""
    given = filled.conditions.get(condition.id)
    if given is not Answer.PRESENT or condition not in filled.open_conditions:
        return FACT_ANSWERS[given] if given else EMPTY
    asked = [field for field in filled.form.once if field.id in condition.needs or field.id in condition.under]
    return f"{FACT_ANSWERS[given]}, {NOT_RECORDED} {' '.join(field.ask for field in asked)}"
