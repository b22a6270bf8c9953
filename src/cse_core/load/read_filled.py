"""A filled form: JSON to the model, whole or not at all.

Every problem is found and named with its place and what is allowed. Nothing is guessed and nothing is dropped but what
was left empty: a blank text, and a list with nothing in it, are the same as a field that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from ..model import Answer
from ..model_forms import FORM_SCHEMA, Answers, FieldKind, Filled, Form, FormField, FormSection, Value
from .errors import CaseError, Problem
from .forms import FORMS, load_forms
from .json_text import parse_json
from .node import Node, shown
from .table import listed

FORM_KEYS = ("schema", "form", "written_on", "answers")
# The last year is the case's, so that all that one file holds keeps one rule.
LAST_YEAR = 9998
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
REAL_DATE = "a real date written YYYY-MM-DD, up to the year 9998"
# No number that a form asks for is longer, and a longer one could not be shown whole.
LARGEST = 999_999


class FilledError(CaseError):
    """A filled form is wrong. `problems` holds every fault found; nothing was read."""

    heading = "The form was not read, because something in it is wrong"


def read_filled(text: str | bytes) -> Filled:
    """The filled form that a JSON text holds, checked against its definition. FilledError lists every problem."""
    try:
        data = parse_json(text)
    except CaseError as error:
        _refuse_text(error)
    return filled_from(data)


def filled_from(data: object) -> Filled:
    """The filled form in values already read from JSON. FilledError lists every problem."""
    problems: list[Problem] = []
    if not isinstance(data, dict):
        raise FilledError([Problem("the form", f"is {shown(data)}.", "an object")])
    root = Node(data, "", problems)
    if root.data.get("schema") != FORM_SCHEMA:
        root.report("schema", root.found("schema"), repr(FORM_SCHEMA))
    form = _form_of(root)
    root.only((*FORM_KEYS, *(("conditions",) if form is None or form.conditions else ())), "a key of a filled form")
    written_on = _day(root, "written_on")
    read = _read(root, form, written_on or date.min) if form else None
    if problems or read is None:
        # A key with no name has no place of its own.
        raise FilledError([each if each.place else each._replace(place="the form") for each in problems])
    return read


def _refuse_text(error: CaseError) -> NoReturn:
    """The same refusal, in the words of a form."""
    told = [
        Problem("the form", each.problem.replace("case", "form"), each.allowed.replace("case", "form"))
        for each in error.problems
    ]
    raise FilledError(told) from None


def _form_of(root: Node) -> Form | None:
    value = root.data.get("form")
    if isinstance(value, str) and value in FORMS:
        return load_forms()[value]
    root.report("form", root.found("form"), listed(FORMS))
    return None


def _read(root: Node, form: Form, written_on: date) -> Filled:
    answers = root.child("answers")
    repeated = [section for section in form.sections if section.repeats]
    answers.only(
        (*(field.id for field in form.once), *(section.id for section in repeated)),
        f"a field or a repeated section of {form.id}",
    )
    groups = {section.id: _group(answers, form, section) for section in repeated}
    return Filled(
        form=form,
        written_on=written_on,
        answers=_answers(answers, form.once),
        groups={id_: entries for id_, entries in groups.items() if entries},
        conditions=_conditions(root.child("conditions"), form) if form.conditions else {},
    )


def _group(answers: Node, form: Form, section: FormSection) -> tuple[Answers, ...]:
    """The entries of a repeated section. One with nothing in it is left out, as an empty field is."""
    nodes = list(answers.each(section.id))
    if len(nodes) > section.at_most:
        answers.report(section.id, f"has {len(nodes)}.", f"at most {section.at_most}: {section.one_is}")
    fields = form.fields_of(section)
    for node in nodes:
        node.only([field.id for field in fields], f"a field of {section.id}")
    return tuple(entry for entry in (_answers(node, fields) for node in nodes) if entry)


def _answers(node: Node, fields: Sequence[FormField]) -> Answers:
    found = {field.id: _value(node, field) for field in fields if node.has(field.id)}
    return {id_: value for id_, value in found.items() if value is not None}


def _value(node: Node, field: FormField) -> Value | None:
    """What a field holds; None where it was left empty, or is wrong, which is then reported."""
    value = node.data[field.id]
    if field.kind is FieldKind.NUMBER:
        return _number(node, field)
    if field.kind is FieldKind.SOME_OF:
        return _some(node, field)
    if isinstance(value, str) and not value.strip():
        return None
    if field.kind is FieldKind.DATE:
        return _day(node, field.id)
    if field.kind is FieldKind.TIME:
        return _matching(node, field.id, CLOCK, "a time written HH:MM, from 00:00 to 23:59")
    if field.kind is FieldKind.ONE_OF:
        return node.choice(field.id, [choice.value for choice in field.choices], required=True)
    if field.kind is FieldKind.YES_NO:
        problems = len(node.problems)
        word = node.word(field.id, Answer, Answer.NOT_KNOWN)
        return word if len(node.problems) == problems else None
    text = node.text(field.id)
    if field.kind is FieldKind.LINE and re.search(r"[\r\n]", text):
        node.report(field.id, "has more than one line.", "one line of text")
    return text


def _number(node: Node, field: FormField) -> int | None:
    value = node.data[field.id]
    most = LARGEST if field.most is None else field.most
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
        return value
    node.report(field.id, f"is {_number_shown(value)}.", f"a whole number from 0 to {most}; left out if not known")
    return None


def _number_shown(value: object) -> str:
    return "a large number" if isinstance(value, int) and abs(value) > LARGEST else shown(value)


def _some(node: Node, field: FormField) -> tuple[str, ...] | None:
    """The chosen values, in the order of the form."""
    allowed = [choice.value for choice in field.choices]
    value = node.data[field.id]
    if not isinstance(value, list):
        node.report(field.id, f"is {shown(value)}.", f"a list: {listed(allowed)}")
        return None
    for number, each in enumerate(value):
        if each not in allowed:
            node.report(f"{field.id}.{number}", f"is {shown(each)}.", listed(allowed))
        elif each in value[:number]:
            node.report(f"{field.id}.{number}", f"is {shown(each)} again.", "each once")
    return tuple(each for each in allowed if each in value) or None


def _day(node: Node, key: str) -> date | None:
    text = _matching(node, key, DAY, REAL_DATE)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year > LAST_YEAR:
        node.report(key, f"is {shown(text)}.", REAL_DATE)
        return None
    return day


def _matching(node: Node, key: str, pattern: re.Pattern[str], allowed: str) -> str | None:
    value = node.data.get(key)
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    node.report(key, node.found(key), allowed)
    return None


def _conditions(node: Node, form: Form) -> dict[str, Answer]:
    ids = [condition.id for condition in form.conditions]
    node.only(ids, f"a condition of {form.id}")
    return {id_: node.word(id_, Answer, Answer.NOT_KNOWN) for id_ in ids if node.has(id_)}
