"""What must hold inside a form: every fault, with its place and what is allowed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..language import all_clear_phrases_in
from ..model_forms import CASE_FACTS, FieldKind, Form, FormField
from .errors import Problem
from .rests import rests
from .sources import load_units

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A choice holds its value as code does.
VALUE = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def check_form(form: Form) -> Iterator[Problem]:
    """Every fault found, in the order of the file."""
    file = f"forms/{form.id}.toml"
    yield from _units(f"{file}: cites", form.cites)
    if not form.before:
        yield Problem(f"{file}: before", "is empty.", "what must be done first")
    yield from _ids(form, file)
    yield from _sections(form, file)
    for field in form.fields:
        yield from _field(field, f"{file}: field[{field.id}]")
        yield from _settled(form, field, f"{file}: field[{field.id}].settled_by")
    for number, left_out in enumerate(form.left_out, 1):
        yield from rests(f"{file}: left_out[{number}]", left_out.cites, ours=False)
    yield from _conditions(form, file)
    for place, text in texts_of(form):
        for phrase in all_clear_phrases_in(text):
            yield Problem(f"{file}: {place}", f"says {phrase!r}.", "words that do not sound like an all-clear")


def texts_of(form: Form) -> Iterator[tuple[str, str]]:
    """Every text of a form that a reader sees, with its place."""
    for key in ("title", "was", "purpose", "send_to"):
        yield key, getattr(form, key)
    for key in ("use_when", "not_when", "before"):
        yield from ((f"{key}[{number}]", text) for number, text in enumerate(getattr(form, key), 1))
    for section in form.sections:
        for text in (section.title, section.intro, section.one_is):
            yield f"section[{section.id}]", text
    for field in form.fields:
        for text in (field.ask, field.hint, field.note, field.due, *(choice.words for choice in field.choices)):
            yield f"field[{field.id}]", text
    for number, left_out in enumerate(form.left_out, 1):
        yield from ((f"left_out[{number}]", text) for text in (left_out.was, left_out.why))
    for condition in form.conditions:
        yield f"condition[{condition.id}]", condition.text


def _ids(form: Form, file: str) -> Iterator[Problem]:
    """Ids are slugs, and each is there once: a file keeps fields, repeated sections and conditions by them."""
    sections = [section.id for section in form.sections]
    fields = [field.id for field in form.fields]
    conditions = [condition.id for condition in form.conditions]
    kept = [*fields, *(section.id for section in form.sections if section.repeats)]
    for what, ids in (("section", sections), ("field", kept), ("condition", conditions)):
        for id_, times in Counter(ids).items():
            if times > 1:
                yield Problem(f"{file}: {what}", f"has {id_!r} twice.", "each id once, also beside repeated sections")
            if not SLUG.fullmatch(id_):
                yield Problem(f"{file}: {what}", f"has the id {id_!r}.", "a slug: small letters, digits and hyphens")


def _sections(form: Form, file: str) -> Iterator[Problem]:
    known = [section.id for section in form.sections]
    for field in form.fields:
        if field.section not in known:
            yield Problem(f"{file}: field[{field.id}].section", f"is {field.section!r}.", ", ".join(known))
    for section in form.sections:
        if not form.fields_of(section):
            yield Problem(f"{file}: section[{section.id}]", "has no field.", "at least one")


def _field(field: FormField, place: str) -> Iterator[Problem]:
    yield from rests(place, field.cites, field.ours)
    for choice in field.choices:
        if not VALUE.fullmatch(choice.value):
            yield Problem(f"{place}.choices", f"has the value {choice.value!r}.", "small letters, digits and hyphens")
    if not field.same_as:
        return
    kind = CASE_FACTS.get(field.same_as)
    if kind is None:
        yield Problem(f"{place}.same_as", f"is {field.same_as!r}.", ", ".join(CASE_FACTS))
    elif kind is not field.kind:
        yield Problem(f"{place}.same_as", f"is {field.same_as!r}, in a field of kind {field.kind}.", f"the kind {kind}")


def _settled(form: Form, field: FormField, place: str) -> Iterator[Problem]:
    if not field.settled_by:
        return
    id_, *values = field.settled_by
    beside = {each.id: each for each in form.fields if each.section == field.section and each.kind is FieldKind.ONE_OF}
    if not field.due or id_ not in beside:
        yield Problem(place, f"has {id_!r}.", "beside `due`: a field to choose one from in the same section")
        return
    allowed = [choice.value for choice in beside[id_].choices]
    for value in values:
        if value not in allowed:
            yield Problem(place, f"has {value!r}.", ", ".join(allowed))


def _conditions(form: Form, file: str) -> Iterator[Problem]:
    once = [field.id for field in form.once]
    numbers = [field.id for field in form.once if field.kind is FieldKind.NUMBER]
    for condition in form.conditions:
        place = f"{file}: condition[{condition.id}]"
        yield from rests(place, condition.cites, condition.ours)
        for id_ in condition.needs:
            if id_ not in once:
                yield Problem(f"{place}.needs", f"has {id_!r}.", "the id of a field that is asked once")
        for id_ in condition.under:
            if id_ not in numbers:
                yield Problem(f"{place}.under", f"has {id_!r}.", "the id of a number that is asked once")


def _units(place: str, cites: Iterable[str]) -> Iterator[Problem]:
    for id_ in cites:
        if id_ not in load_units():
            yield Problem(place, f"has {id_!r}.", "a unit id of sources/")
