"""What a page asks of the paperwork: JSON in, JSON out. Nothing is kept, and nothing raises.

A request is an object with `do` and what that needs. The answer has `ok`; where it is false, `problems` names
everything that is wrong, with its place and what is allowed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from itertools import groupby

from .engine.assess import assess_case
from .engine.over_time import over_time
from .engine.plan_progress import PLAN, plan_progress
from .load.errors import CaseError, Problem
from .load.instruments import load_instrument
from .load.json_text import parse_json
from .load.node import shown
from .load.read_casefile import CaseFileError, casefile_from, joined_files, part_from, read_casefile, with_part, without
from .load.table import listed
from .model import Case
from .model_casefile import CaseFile, Part
from .model_document import Document
from .model_forms import Filled
from .render.casefile import casefile_to_dict, casefile_to_json, contents, facts, part_to_dict
from .render.chronology import chronology_to_html
from .render.document import document_to_dict, document_to_html
from .render.document_assessment import assessment_to_document
from .render.document_filled import condition_words, filled_to_document
from .render.due_dates import due_dates
from .render.letter_draft import letter_draft
from .render.over_time_html import over_time_to_html
from .render.plan_progress import plan_progress_to_html

Request = Mapping[str, object]
Told = dict[str, object]


def answer(text: str) -> str:
    """The answer to one request, as JSON. A request that is wrong is answered, too."""
    try:
        told = {"ok": True, **_answered(parse_json(text))}
    except CaseError as error:
        told = {"ok": False, "problems": [problem.to_dict() for problem in error.problems]}
    return json.dumps(told, ensure_ascii=False)


def _answered(request: object) -> Told:
    if not isinstance(request, dict):
        raise CaseFileError([Problem("the request", f"is {shown(request)}.", "an object")])
    do = request.get("do")
    if not isinstance(do, str) or do not in REQUESTS:
        raise CaseFileError([Problem("do", f"is {shown(do)}.", listed(list(REQUESTS)))])
    return REQUESTS[do](request)


def _open(request: Request) -> Told:
    text = request.get("text")
    if not isinstance(text, str):
        raise CaseFileError([Problem("text", f"is {shown(text)}.", "the text of a file")])
    return _file_told(read_casefile(text))


def _put(request: Request) -> Told:
    at = request.get("at")
    if at is not None and not isinstance(at, str):
        raise CaseFileError([Problem("at", f"is {shown(at)}.", "a place such as 'forms.0', or null")])
    part = _part(request)
    file = with_part(_file(request), part, at)
    added = f"assessments.{len(file.assessments) - 1}" if isinstance(part, Case) else f"forms.{len(file.forms) - 1}"
    return {**_file_told(file), "place": at or added}


def _take_out(request: Request) -> Told:
    return _file_told(without(_file(request), str(request.get("at"))))


def _join(request: Request) -> Told:
    other = request.get("other")
    return _file_told(joined_files(_file(request), _at("other", casefile_from, other)))


def _check(request: Request) -> Told:
    return {"part": part_to_dict(_part(request))}


def _document(request: Request) -> Told:
    part = _part(request)
    made = (
        assessment_to_document(assess_case(load_instrument(part.instrument), part), part)
        if isinstance(part, Case)
        else filled_to_document(part)
    )
    return {**_document_told(made), "name": _name(part)}


def _dates(request: Request) -> Told:
    parts = [placed.part for placed in _file(request).by_day()] if "file" in request else [_part(request)]
    # An entry of a later part takes the place of the same entry of an earlier one.
    events = {event["uid"]: event for part in parts for event in due_dates(part)}
    return {"events": sorted(events.values(), key=lambda event: (event["on"], event["uid"]))}


def _draft(request: Request) -> Told:
    filled = _form_part(request, LETTER)
    told = [
        {"id": condition.id, "text": condition.text, "why": condition_words(filled, condition)}
        for condition in filled.open_conditions
    ]
    made = letter_draft(filled)
    return {"open": told, **({**_document_told(made), "name": f"draft-{_name(filled)}"} if made else {})}


def _plan(request: Request) -> Told:
    plan, today = _form_part(request, PLAN), _today(request)
    return {"html": plan_progress_to_html(plan_progress(plan, today))}


def _over_time(request: Request) -> Told:
    file = _file(request)
    cases = sorted(file.assessments, key=lambda case: case.instrument)
    groups = {id_: list(found) for id_, found in groupby(cases, key=lambda case: case.instrument)}
    made = [over_time_to_html(over_time(load_instrument(id_), found)) for id_, found in groups.items()]
    return {"html": "".join(made) + chronology_to_html(file)}


# The one form that has a letter.
LETTER = "disruption-letter-2014"
REQUESTS: Mapping[str, Callable[[Request], Told]] = {
    "open": _open,
    "put": _put,
    "take_out": _take_out,
    "join": _join,
    "check": _check,
    "document": _document,
    "dates": _dates,
    "draft": _draft,
    "plan": _plan,
    "over_time": _over_time,
}


def _file_told(file: CaseFile) -> Told:
    """A file in every shape a page needs: as data, as the text to save, its facts and its contents."""
    return {
        "file": casefile_to_dict(file),
        "text": casefile_to_json(file),
        "facts": facts(file),
        "contents": contents(file),
        "flags": _flags(file),
    }


def _flags(file: CaseFile) -> list[str]:
    """The flags of the newest assessment, in its words."""
    cases = [placed.part for placed in file.by_day() if isinstance(placed.part, Case)]
    if not cases:
        return []
    return [flag.text for flag in assess_case(load_instrument(cases[-1].instrument), cases[-1]).flags]


def _document_told(made: Document) -> Told:
    return {"document": document_to_dict(made), "html": document_to_html(made)}


def _name(part: Part) -> str:
    """A file's name, of what it is and its day; never of a word that somebody typed."""
    if isinstance(part, Case):
        return f"{part.instrument}-{part.assessed_on.isoformat()}"
    return f"{part.form.id}-{part.written_on.isoformat()}"


def _file(request: Request) -> CaseFile:
    value = request.get("file")
    return CaseFile() if value is None else _at("file", casefile_from, value)


def _part(request: Request) -> Part:
    return part_from(request.get("part"))


def _form_part(request: Request, form: str) -> Filled:
    part = _part(request)
    if isinstance(part, Filled) and part.form.id == form:
        return part
    raise CaseFileError([Problem("form", f"is {shown(_name(part))}.", repr(form))])


def _today(request: Request) -> date:
    try:
        return date.fromisoformat(str(request.get("today")))
    except ValueError:
        found = f"is {shown(request.get('today'))}."
        raise CaseFileError([Problem("today", found, "a date written YYYY-MM-DD")]) from None


def _at(place: str, read: Callable[[object], CaseFile], value: object) -> CaseFile:
    """What is wrong with a file is said at its place in the request, so that nobody takes it for the part."""
    try:
        return read(value)
    except CaseError as error:
        raise CaseFileError([each._replace(place=f"{place}.{each.place}") for each in error.problems]) from None
