"""A case file as its text, what it holds in a line each, and the facts that it knows already."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..engine.assess import assess_case
from ..load.instruments import load_instrument
from ..load.read_case import CONTEXT_KEYS
from ..model import Answer, Case
from ..model_casefile import CASEFILE_SCHEMA, CaseFile, Part, Placed
from ..model_forms import CASE_FACTS, Filled
from .to_json import case_to_dict
from .words import counted, date_words, joined, reading_words

# A "no" of another day must not answer today's question. It is asked anew.
NOT_CARRIED = (Answer.ABSENT.value, Answer.NOT_KNOWN.value)


def part_to_dict(part: Part) -> dict[str, object]:
    """A case or a filled form as its own file writes it."""
    return case_to_dict(part) if isinstance(part, Case) else part.to_dict()


def casefile_to_dict(file: CaseFile) -> dict[str, object]:
    """The case file as JSON writes it."""
    return {
        "schema": CASEFILE_SCHEMA,
        "assessments": [part_to_dict(case) for case in file.assessments],
        "forms": [part_to_dict(filled) for filled in file.forms],
    }


def casefile_to_json(file: CaseFile) -> str:
    """The exact text of the file."""
    return json.dumps(casefile_to_dict(file), ensure_ascii=False, indent=2) + "\n"


def contents(file: CaseFile) -> list[dict[str, str]]:
    """A line for each part, newest first: its place, what it is, its day, and how it reads or how far it is."""
    return [_entry(placed) for placed in reversed(file.by_day())]


def facts(file: CaseFile) -> dict[str, object]:
    """What the file knows already, by the ids of `CASE_FACTS`, as a form's JSON writes it. The newest part wins.

    What was left empty, or is not known, takes nothing away. A "no" is never carried to another day.
    """
    known: dict[str, object] = {}
    for placed in file.by_day():
        known |= dict(_facts_of(placed.part))
    return {id_: known[id_] for id_ in CASE_FACTS if id_ in known}


def reading_line(case: Case) -> str:
    """What an assessment read, and when, in one line."""
    instrument = load_instrument(case.instrument)
    reading = reading_words(instrument, assess_case(instrument, case))
    return f"{instrument.title}: {reading}, {date_words(case.assessed_on)}"


def _entry(placed: Placed) -> dict[str, str]:
    part = placed.part
    told = _assessment(part) if isinstance(part, Case) else _form(part)
    return {"place": placed.place, **told, "on": placed.on.isoformat(), "on_words": date_words(placed.on)}


def _assessment(case: Case) -> dict[str, str]:
    instrument = load_instrument(case.instrument)
    reading = reading_words(instrument, assess_case(instrument, case))
    return {"kind": "assessment", "id": case.instrument, "title": instrument.title, "words": reading}


def _form(filled: Filled) -> dict[str, str]:
    once = len(filled.form.once)
    words = [f"{len(filled.answers)} of {once} answered"]
    for section in filled.form.sections:
        entries = len(filled.groups.get(section.id, ()))
        if entries:
            words.append(counted(entries, section.one_is, f"under “{section.title}”"))
    return {"kind": "form", "id": filled.form.id, "title": filled.form.title, "words": joined(words)}


def _facts_of(part: Part) -> Iterator[tuple[str, object]]:
    yield from _facts_of_case(part) if isinstance(part, Case) else _facts_of_form(part)


def _facts_of_case(case: Case) -> Iterator[tuple[str, object]]:
    texts = {
        "child.reference": " ".join(case.reference.split()),
        "child_view": case.child_view,
        "family_view": case.family_view,
        "judgement.reasons": case.judgement.reasons,
        "assessment.reading": reading_line(case),
        **{f"context.{key}": case.context.get(key, "") for key in CONTEXT_KEYS},
    }
    yield from ((id_, text) for id_, text in texts.items() if text.strip())
    if case.age is not None:
        yield "child.age", case.age
    harm = {"judgement.significant_harm": case.judgement.significant_harm}
    answers: Mapping[str, Answer] = {f"child.{id_}": answer for id_, answer in case.facts.items()} | harm
    yield from ((id_, answer.value) for id_, answer in answers.items() if answer.recorded and id_ in CASE_FACTS)


def _facts_of_form(filled: Filled) -> Iterator[tuple[str, object]]:
    told = filled.to_dict()["answers"]
    assert isinstance(told, dict)
    # Of a section that repeats, the first entry is the one that the file is about.
    first = {key: value for section in filled.groups for key, value in told[section][0].items()}
    for field in filled.form.fields:
        value = told.get(field.id, first.get(field.id))
        if field.same_as and value not in (None, "", *NOT_CARRIED):
            yield field.same_as, value
