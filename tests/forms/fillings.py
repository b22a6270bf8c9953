"""Fillings of the forms: one with every field, and strategies that make any."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from hypothesis import strategies as st

from cse_core.paperwork import FORM_SCHEMA, FieldKind, Form, FormField, load_forms

ANSWERS = ("present", "suspected", "absent", "not_known")
# Texts as people write them, in the scripts that the documents have to carry.
NAMES = (
    "Siân Llŷr ap Gwŷdd",
    "Zażółć Gęślą-Jaźń",
    "محمد عبد الرحمن",
    "王小明",
    "Ольга Щербакова",
    "أحمد and Ann, at 12/3",
)
WROTE = ("First line\nسطر ثان\n\nA line after an empty one", "“Quoted”, with <b>marks</b> & a tab\there", "Słowo " * 60)


def whole(form: Form) -> dict[str, object]:
    """The form with every field filled, each repeated section twice, and every condition answered with yes."""
    answers: dict[str, object] = {field.id: filled(field) for field in form.once}
    for section in form.sections:
        if section.repeats:
            answers[section.id] = [{f.id: filled(f, n) for f in form.fields_of(section)} for n in range(2)]
    return made(form, answers, {condition.id: "present" for condition in form.conditions})


def made(
    form: Form, answers: Mapping[str, object], conditions: Mapping[str, object] | None = None
) -> dict[str, object]:
    """The file of a filled form."""
    told = {"schema": FORM_SCHEMA, "form": form.id, "written_on": "2026-11-21", "answers": dict(answers)}
    return told | ({"conditions": dict(conditions)} if conditions else {})


def filled(field: FormField, number: int = 0) -> object:
    """Something that fits the field. Two fields seldom hold the same."""
    turn = len(field.id) + number
    return {
        FieldKind.LINE: f"{NAMES[turn % len(NAMES)]} {field.id}",
        FieldKind.TEXT: f"{WROTE[turn % len(WROTE)]} {field.id}",
        FieldKind.DATE: f"2026-{turn % 12 + 1:02}-{turn % 28 + 1:02}",
        FieldKind.TIME: f"{turn % 24:02}:{turn % 60:02}",
        FieldKind.YES_NO: ANSWERS[turn % 4],
        FieldKind.NUMBER: turn % (1 + min(field.most or 15, 15)),
        FieldKind.ONE_OF: field.choices[turn % len(field.choices)].value if field.choices else "",
        FieldKind.SOME_OF: [choice.value for choice in field.choices[: turn % len(field.choices) + 1]]
        if field.choices
        else [],
    }[field.kind]


def text_of(data: object) -> str:
    """The JSON of a file."""
    return json.dumps(data, ensure_ascii=False)


WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


DAY = st.dates().filter(lambda day: day.year <= 9998).map(lambda day: day.isoformat()) | st.just("")
CLOCK = st.times().map(lambda time: time.strftime("%H:%M"))
ANSWER = st.sampled_from(ANSWERS)


@cache
def fitting(field: FormField) -> st.SearchStrategy[object]:
    """Anything that the field may hold."""
    values = [choice.value for choice in field.choices]
    if field.kind is FieldKind.ONE_OF:
        return st.sampled_from(values)
    if field.kind is FieldKind.SOME_OF:
        return st.lists(st.sampled_from(values), unique=True, max_size=len(values))
    if field.kind is FieldKind.NUMBER:
        return st.integers(0, field.most or 999_999)
    return {
        FieldKind.LINE: ONE_LINE,
        FieldKind.TEXT: WRITTEN,
        FieldKind.DATE: DAY,
        FieldKind.TIME: CLOCK,
        FieldKind.YES_NO: ANSWER,
    }[field.kind]


@cache
def fillings(id_: str) -> st.SearchStrategy[dict[str, object]]:
    """Files that are right: some fields filled, others left out."""
    form = load_forms()[id_]
    repeated = [section for section in form.sections if section.repeats]
    groups = {each.id: st.lists(some_of(form.fields_of(each)), max_size=2) for each in repeated}
    conditions = {each.id: ANSWER for each in form.conditions}
    return st.builds(
        lambda once, groups, conditions: made(form, once | groups, conditions),
        some_of(form.once),
        st.fixed_dictionaries(groups),
        st.fixed_dictionaries({}, optional=conditions),
    )


@cache
def some_of(fields: tuple[FormField, ...]) -> st.SearchStrategy[dict[str, object]]:
    """Some of the fields with something that fits, the others left out."""
    one = st.sampled_from(fields).flatmap(lambda field: st.tuples(st.just(field.id), fitting(field)))
    return st.lists(one, max_size=6, unique_by=lambda pair: pair[0]).map(dict)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
