"""The days on which something is due, for a calendar. No title holds a word that somebody typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..engine.assess import assess_case
from ..load.instruments import load_instrument
from ..model import Case
from ..model_casefile import Part
from ..model_forms import Answers, Filled, FormField

# Calendars are read over shoulders: no entry names a form, let alone a child.
ABOUT = "Open your own case file to see what is due. This entry holds nothing about a child."
REVIEWS = {
    "weekly_from": "Case review: look at it each week from today",
    "reassess_from": "Case review: reassess between today and the later date",
    "reassess_by": "Case review: reassess by today",
    "first_review_by": "Case review: first review by today",
}


def due_dates(part: Part) -> list[dict[str, str]]:
    """Each day with its `uid`, `on`, `title` and `about`, in order. The same part gives the same uids."""
    found = _of_case(part) if isinstance(part, Case) else _of_form(part)
    return sorted(found, key=lambda event: (event["on"], event["uid"]))


def _of_case(case: Case) -> Iterator[dict[str, str]]:
    assessment = assess_case(load_instrument(case.instrument), case)
    root = f"{case.instrument}-{case.assessed_on.isoformat()}"
    for action in assessment.actions:
        if action.due_on:
            yield _event(f"{root}-{action.id}", action.due_on, "Case review: a step is due")
    review = assessment.review
    for key, title in REVIEWS.items() if review else ():
        yield _event(f"{root}-{key}", getattr(review, key), title)


def _of_form(filled: Filled) -> Iterator[dict[str, str]]:
    root = f"{filled.form.id}-{filled.written_on.isoformat()}"
    yield from _of_answers(filled, root, filled.form.once, filled.answers)
    for section in filled.form.sections:
        for number, entry in enumerate(filled.groups.get(section.id, ())):
            yield from _of_answers(filled, f"{root}-{number}", filled.form.fields_of(section), entry)


def _of_answers(filled: Filled, root: str, fields: tuple[FormField, ...], answers: Answers) -> Iterator[dict[str, str]]:
    for field in fields:
        on = answers.get(field.id)
        if field.due and isinstance(on, date) and not is_settled(field, answers):
            yield _event(f"{root}-{field.id}", on, f"Case file: {field.due[0].lower()}{field.due[1:]}")


def is_settled(field: FormField, answers: Answers) -> bool:
    """Whether what was due by this date is done, or no longer to be done."""
    beside, *values = field.settled_by or ("",)
    return answers.get(beside) in values


def _event(id_: str, on: date, title: str) -> dict[str, str]:
    return {"uid": f"{id_}@cse-casefile", "on": on.isoformat(), "title": title, "about": ABOUT}
