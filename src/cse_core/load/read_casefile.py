"""A case file: JSON to the model, whole or not at all. A single case or filled form is a file with one part."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ..model import Case
from ..model_casefile import CASEFILE_SCHEMA, MOST_ASSESSMENTS, MOST_FORMS, CaseFile, Part
from ..model_forms import FORM_SCHEMA, Filled
from .errors import CaseError, Problem
from .json_text import parse_json
from .node import Node, shown
from .read_case import CASE_SCHEMA, case_from
from .read_filled import filled_from
from .table import listed

SCHEMAS = (CASEFILE_SCHEMA, CASE_SCHEMA, FORM_SCHEMA)
KEYS = ("schema", "assessments", "forms")
Read = TypeVar("Read", Case, Filled)


class CaseFileError(CaseError):
    """A case file is wrong. `problems` holds every fault found, each at its place; nothing was read."""

    heading = "The file was not opened, because something in it is wrong"


def read_casefile(text: str | bytes) -> CaseFile:
    """The case file that a JSON text holds. CaseFileError lists every problem."""
    try:
        return casefile_from(parse_json(text))
    except CaseFileError:
        raise
    except CaseError as error:
        told = (each.problem.replace("case", "file") for each in error.problems)
        allowed = (each.allowed.replace("case", "file") for each in error.problems)
        raise CaseFileError([Problem("the file", *each) for each in zip(told, allowed, strict=True)]) from None


def casefile_from(data: object) -> CaseFile:
    """The case file in values already read from JSON. CaseFileError lists every problem."""
    problems: list[Problem] = []
    if not isinstance(data, dict):
        raise CaseFileError([Problem("the file", f"is {shown(data)}.", "an object")])
    if data.get("schema") in (CASE_SCHEMA, FORM_SCHEMA):
        return with_part(CaseFile(), part_from(data))
    root = Node(data, "", problems)
    if data.get("schema") != CASEFILE_SCHEMA:
        root.report("schema", root.found("schema"), listed(SCHEMAS))
    root.only(KEYS, "a key of a case file")
    made = CaseFile(
        tuple(_parts(root, "assessments", MOST_ASSESSMENTS, case_from)),
        tuple(_parts(root, "forms", MOST_FORMS, filled_from)),
    )
    if problems:
        raise CaseFileError(problems)
    return made


def part_from(data: object) -> Part:
    """An assessment's case or a filled form, as its schema says. CaseFileError lists every problem."""
    schema = data.get("schema") if isinstance(data, dict) else None
    try:
        if schema == FORM_SCHEMA:
            return filled_from(data)
        if schema == CASE_SCHEMA:
            return case_from(data)
    except CaseError as error:
        raise CaseFileError(error.problems) from None
    found = f"has the schema {shown(schema)}." if isinstance(data, dict) else f"is {shown(data)}."
    raise CaseFileError([Problem("the part", found, listed((CASE_SCHEMA, FORM_SCHEMA)))])


def with_part(file: CaseFile, part: Part, at: str | None = None) -> CaseFile:
    """The file with one more part, or with this one at a place that holds one of the same kind.

    CaseFileError if the place holds nothing of the kind, or the file is full.
    """
    if at is not None:
        return _replaced(file, part, at)
    if isinstance(part, Case):
        _room(len(file.assessments), MOST_ASSESSMENTS, "assessments")
        return file._replace(assessments=(*file.assessments, part))
    _room(len(file.forms), MOST_FORMS, "forms")
    return file._replace(forms=(*file.forms, part))


def without(file: CaseFile, at: str) -> CaseFile:
    """The file without the part at a place. CaseFileError if there is none."""
    _place_of(file, at)
    left = [placed.part for placed in file.placed() if placed.place != at]
    return CaseFile(
        tuple(part for part in left if isinstance(part, Case)),
        tuple(part for part in left if isinstance(part, Filled)),
    )


def joined_files(file: CaseFile, other: CaseFile) -> CaseFile:
    """Every part of both files; what is in both, once. CaseFileError if they do not fit into one."""
    for placed in other.placed():
        if placed.part not in (*file.assessments, *file.forms):
            file = with_part(file, placed.part)
    return file


def _replaced(file: CaseFile, part: Part, at: str) -> CaseFile:
    there = _place_of(file, at)
    if _kind(there) != _kind(part):
        raise CaseFileError([Problem("at", f"is {at!r}, which holds {_kind(there)}.", f"a place of {_kind(part)}")])
    parts = [part if placed.place == at else placed.part for placed in file.placed()]
    return CaseFile(
        tuple(each for each in parts if isinstance(each, Case)),
        tuple(each for each in parts if isinstance(each, Filled)),
    )


def _place_of(file: CaseFile, at: str) -> Part:
    known = {placed.place: placed.part for placed in file.placed()}
    if at not in known:
        allowed = listed(list(known)) if known else "null: the file is empty"
        raise CaseFileError([Problem("at", f"is {shown(at)}.", allowed)])
    return known[at]


def _kind(part: Part) -> str:
    return part.instrument if isinstance(part, Case) else part.form.id


def _room(held: int, most: int, what: str) -> None:
    if held >= most:
        raise CaseFileError([Problem(what, f"has {held}.", f"at most {most}; begin another file")])


def _parts(root: Node, key: str, most: int, read: Callable[[object], Read]) -> Iterable[Read]:
    value = root.data.get(key, [])
    if not isinstance(value, list):
        root.report(key, f"is {shown(value)}.", "a list")
        return
    if len(value) > most:
        root.report(key, f"has {len(value)}.", f"at most {most}")
        return
    for number, each in enumerate(value):
        place = f"{key}.{number}"
        try:
            yield read(each)
        except CaseError as error:
            for problem in error.problems:
                own = problem.place in ("the case", "the form", "")
                root.problems.append(problem._replace(place=place if own else f"{place}.{problem.place}"))
