"""The words of a filled form: each answer as a reader sees it, and what is said of what was left empty."""

from __future__ import annotations

import unicodedata
from datetime import date

from ..model import Answer
from ..model_forms import Condition, FieldKind, Filled, FormField, Value
from .words import FACT_ANSWERS, date_words

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


def condition_words(filled: Filled, condition: Condition) -> str:
    """What is recorded of a condition. A yes that lacks what it needs says so, and what that is."""
    given = filled.conditions.get(condition.id)
    if given is not Answer.PRESENT or condition not in filled.open_conditions:
        return FACT_ANSWERS[given] if given else EMPTY
    asked = [field for field in filled.form.once if field.id in condition.needs or field.id in condition.under]
    return f"{FACT_ANSWERS[given]}, {NOT_RECORDED} {' '.join(field.ask for field in asked)}"
