"""JSON Schemas of a case and an assessment, made from the instruments so that they cannot drift."""

from __future__ import annotations

from ..load.instruments import instrument_ids, load_instrument
from ..load.read_case import CASE_SCHEMA, CONTEXT_KEYS, LEVELS, MARKS
from ..model import Answer, Instrument, Pathway, Reads, Recency, Status
from .to_json import ASSESSMENT_SCHEMA

Schema = dict[str, object]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
ANSWER: Schema = {"enum": [answer.value for answer in Answer], "default": Answer.NOT_KNOWN.value}
LEVEL: Schema = {"enum": list(LEVELS)}
LEVEL_OR_NULL: Schema = {"enum": [*LEVELS, None]}
MARK_OR_NULL: Schema = {"enum": [*MARKS, None]}
PATHWAYS = [pathway.word for pathway in Pathway]
OUTCOME_OR_NULL: Schema = {"enum": [*LEVELS, *PATHWAYS, None]}
COUNT: Schema = {"type": "integer", "minimum": 0}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
DATE_OR_NULL: Schema = {"anyOf": [DATE, {"type": "null"}]}
TEXTS: Schema = {"type": "array", "items": TEXT}


def case_schema() -> Schema:
    """The schema of `cse-case/1`, one branch for each instrument."""
    branches = [_case_branch(load_instrument(id_)) for id_ in instrument_ids()]
    return {"$schema": DRAFT, "title": "A case for cse-core", "oneOf": branches}


def assessment_schema() -> Schema:
    """The schema of `cse-assessment/1`. Keys may be added in later versions; none of these may go."""
    required: dict[str, Schema] = {
        "schema": {"const": ASSESSMENT_SCHEMA},
        "instrument": {"enum": list(instrument_ids())},
        "edition": TEXT,
        "core_version": TEXT,
        "assessed_on": DATE,
        "status": {"enum": [status.value for status in Status]},
        "reading": TEXT,
        "indicated_level": LEVEL_OR_NULL,
        "level": LEVEL_OR_NULL,
        "could_be": LEVEL_OR_NULL,
        "professional_level": LEVEL_OR_NULL,
        "pathway": {"enum": [*PATHWAYS, None]},
        "marks": _or_null(_open(dict.fromkeys((*MARKS, "unmarked"), COUNT))),
        "domains": _or_null(
            {"type": "object", "additionalProperties": _open(dict.fromkeys(("recorded", "suspected", "of"), COUNT))}
        ),
        "unmarked": _or_null(TEXTS),
        "evidence_missing": _or_null(TEXTS),
        "recurring": _or_null(TEXTS),
        "counts": _counts(),
        "flags": _list({"id": TEXT, "text": TEXT, "cites": TEXTS}),
        "actions": _list(
            {
                "id": TEXT,
                "text": TEXT,
                "who": TEXT,
                "when": {"enum": ["now", "today", "dated", "ongoing"]},
                "due_on": DATE_OR_NULL,
                "condition": {"enum": ["if_sign_found", None]},
                "cites": TEXTS,
            }
        ),
        "review": _or_null(_review()),
        "unknowns": _list({"fact": TEXT, "could_raise_to": LEVEL_OR_NULL, "could_add": TEXTS, "cites": TEXTS}),
        "trace": _list(
            {
                "rule": TEXT,
                "from": OUTCOME_OR_NULL,
                "to": OUTCOME_OR_NULL,
                "because": TEXTS,
                "cites": TEXTS,
                "text": TEXT,
            }
        ),
    }
    return {"$schema": DRAFT, "title": "An assessment by cse-core", **_open(required)}


def _case_branch(instrument: Instrument) -> Schema:
    by_level = instrument.reads is Reads.LEVEL
    asked: dict[str, Schema] = {"answer": ANSWER, "evidence": TEXT, "recency": {"enum": [w.value for w in Recency]}}
    if instrument.marking:
        asked |= {"level": MARK_OR_NULL, "recurring": {"type": "boolean"}}
    answer = _closed(asked)
    concern = _closed(
        {
            "description": {"type": "string", "pattern": "\\S"},
            "level": LEVEL if by_level else MARK_OR_NULL,
            "answer": ANSWER,
        },
        ("description", "level") if by_level else ("description",),
    )
    age = {"type": ["integer", "null"], "minimum": 0, "maximum": 17}
    judgement = _closed({"significant_harm": ANSWER, "reasons": TEXT})
    if by_level:
        judgement = _closed({"level": LEVEL_OR_NULL, "significant_harm": ANSWER, "reasons": TEXT})
        judgement["if"] = {"properties": {"level": LEVEL}, "required": ["level"]}
        judgement["then"] = {"properties": {"reasons": {"pattern": "\\S"}}, "required": ["reasons"]}
    return _closed(
        {
            "schema": {"const": CASE_SCHEMA},
            "instrument": {"const": instrument.id},
            "assessed_on": DATE,
            "reference": {"type": "string", "description": "A local reference. Never a name."},
            "child": _closed({"age": age, **{fact.id: ANSWER for fact in instrument.facts}}),
            "answers": _closed({item.id: answer for item in instrument.indicators}),
            "other_concerns": {"type": "array", "items": concern},
            "context": _closed(dict.fromkeys(CONTEXT_KEYS, TEXT)),
            "child_view": TEXT,
            "family_view": TEXT,
            "judgement": judgement,
        },
        ("schema", "instrument", "assessed_on"),
    )


def _counts() -> Schema:
    by_level: Schema = {"type": ["integer", "null"], "minimum": 0}
    others = dict.fromkeys(("signs", "vulnerabilities", "suspected", "other"), COUNT)
    return _open({**dict.fromkeys(LEVELS, by_level), **others})


def _review() -> Schema:
    dates = dict.fromkeys(("weekly_from", "reassess_from", "reassess_by", "first_review_by"), DATE)
    return _open({**dates, "then_within_months": {"type": "integer"}})


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(properties: dict[str, Schema]) -> Schema:
    return {"type": "array", "items": _open(properties)}


def _open(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _closed(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema
