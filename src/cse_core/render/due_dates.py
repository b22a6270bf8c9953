"""The days on which something is due, for a calendar. No title holds a word that somebody typed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date

from ..engine.assess import assess_case
from ..load.instruments import load_instrument
from ..model import Case
from ..model_casefile import Part
from ..model_forms import Answers, FieldKind, Filled, FormField
from .to_json import case_to_dict

# Calendars are read over shoulders: no entry names a form, let alone a child.
ABOUT = "Open your own case file to see what is due. This entry holds nothing about a child."
WRITTEN = (FieldKind.LINE, FieldKind.TEXT)
REVIEWS = {
    "weekly_from": "Case review: look at it each week from today",
    "reassess_from": "Case review: reassess between today and the later date",
    "reassess_by": "Case review: reassess by today",
    "first_review_by": "Case review: first review by today",
}


def due_dates(part: Part) -> list[dict[str, str]]:
    """Each day with its `uid`, `on`, `title` and `about`, in order.

    A uid tells nothing, and differs from child to child. It stays the same while words and order do: a step that is put
    off takes the place of its earlier entry in a calendar.
    """
    found = _of_case(part) if isinstance(part, Case) else _of_form(part)
    return sorted(found, key=lambda event: (event["on"], event["uid"]))


def _of_case(case: Case) -> Iterator[dict[str, str]]:
    assessment = assess_case(load_instrument(case.instrument), case)
    root = json.dumps(case_to_dict(case), sort_keys=True)
    for action in assessment.actions:
        if action.due_on:
            yield _event((root, action.id), action.due_on, "Case review: a step is due")
    review = assessment.review
    for key, title in REVIEWS.items() if review else ():
        yield _event((root, key), getattr(review, key), title)


def _of_form(filled: Filled) -> Iterator[dict[str, str]]:
    once = filled.form.once
    root = (filled.form.id, filled.written_on.isoformat(), *_texts(once, filled.answers))
    yield from _of_answers(root, once, filled.answers)
    for section in filled.form.sections:
        fields = filled.form.fields_of(section)
        for number, entry in enumerate(filled.groups.get(section.id, ())):
            yield from _of_answers((*root, section.id, str(number), *_texts(fields, entry)), fields, entry)


def _of_answers(root: tuple[str, ...], fields: Iterable[FormField], answers: Answers) -> Iterator[dict[str, str]]:
    for field in fields:
        on = answers.get(field.id)
        if field.due and isinstance(on, date) and not is_settled(field, answers):
            yield _event((*root, field.id), on, f"Case file: {field.due[0].lower()}{field.due[1:]}")


def _texts(fields: Iterable[FormField], answers: Answers) -> tuple[str, ...]:
    """What was written in words: it tells one child's record from another's. A new date changes none of it."""
    return tuple(str(answers[field.id]) for field in fields if field.kind in WRITTEN and field.id in answers)


def is_settled(field: FormField, answers: Answers) -> bool:
    """Whether what was due by this date is done, or no longer to be done."""
    beside, *values = field.settled_by or ("",)
    return answers.get(beside) in values


def _event(parts: tuple[str, ...], on: date, title: str) -> dict[str, str]:
    # Hashed: a calendar is synced and shared, and an id is read by nobody who should know what it is of.
    uid = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
    return {"uid": f"{uid}@case-file", "on": on.isoformat(), "title": title, "about": ABOUT}
