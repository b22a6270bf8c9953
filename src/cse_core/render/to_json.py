"""The contract: an assessment and a case as plain values and as JSON text."""

from __future__ import annotations

import json
from datetime import date

from ..load.instruments import load_instrument
from ..load.read_case import CASE_SCHEMA
from ..model import Action, Assessment, Case, Checklist, ItemAnswer, Mark, Outcome, Reads, Review, TraceStep
from ..version import __version__
from .words import reading_words

ASSESSMENT_SCHEMA = "cse-assessment/1"


def to_json(assessment: Assessment, compact: bool = False) -> str:
    """The assessment as JSON text ending in a newline: the same bytes for the same case, on any machine.

    With `compact`, one line, as `cse-core assess --jsonl` writes it.
    """
    if compact:
        return json.dumps(to_dict(assessment), ensure_ascii=False, separators=(",", ":")) + "\n"
    return json.dumps(to_dict(assessment), ensure_ascii=False, indent=2) + "\n"


def to_dict(assessment: Assessment) -> dict[str, object]:
    """The assessment as plain values, in the order of the published schema."""
    counts = assessment.counts
    return {
        "schema": ASSESSMENT_SCHEMA,
        "instrument": assessment.instrument,
        "edition": assessment.edition,
        "core_version": __version__,
        "assessed_on": _day(assessment.assessed_on),
        "status": assessment.status.value,
        "reading": reading_words(load_instrument(assessment.instrument), assessment),
        "indicated_level": _word(assessment.indicated_level),
        "level": _word(assessment.level),
        "could_be": _word(assessment.could_be),
        "professional_level": _word(assessment.professional_level),
        **_checklist(assessment.checklist),
        "counts": counts._asdict(),
        "flags": [
            {"id": flag.id, "text": flag.text, "cites": list(flag.cites), "ours": flag.ours}
            for flag in assessment.flags
        ],
        "actions": [_action(action) for action in assessment.actions],
        "review": _review(assessment.review),
        "unknowns": [
            {
                "fact": unknown.fact,
                "could_raise_to": _word(unknown.could_raise_to),
                "could_add": list(unknown.could_add),
                "cites": list(unknown.cites),
            }
            for unknown in assessment.unknowns
        ],
        "trace": [_step(step) for step in assessment.trace],
    }


def case_to_dict(case: Case) -> dict[str, object]:
    """The case as plain values, every key its instrument asks for filled in: what "Save to this device" writes."""
    instrument = load_instrument(case.instrument)
    by_level = instrument.reads is Reads.LEVEL
    return {
        "schema": CASE_SCHEMA,
        "instrument": case.instrument,
        "assessed_on": _day(case.assessed_on),
        "reference": case.reference,
        "child": {"age": case.age, **{fact: answer.value for fact, answer in case.facts.items()}},
        "answers": {id_: _answer(given, marked=not by_level) for id_, given in case.answers.items()},
        "other_concerns": [
            {
                "description": concern.description,
                "level": _word(concern.level),
                "answer": concern.answer.value,
            }
            for concern in case.other_concerns
        ],
        "context": dict(case.context),
        "child_view": case.child_view,
        "family_view": case.family_view,
        "judgement": {
            **({"level": _word(case.judgement.level)} if by_level else {}),
            "significant_harm": case.judgement.significant_harm.value,
            "reasons": case.judgement.reasons,
        },
    }


def _checklist(checklist: Checklist | None) -> dict[str, object]:
    """The keys of a pathway instrument; all null for one that reads a level."""
    if checklist is None:
        return dict.fromkeys(("pathway", "marks", "domains", "unmarked", "evidence_missing", "recurring"))
    return {
        "pathway": checklist.pathway.word,
        "marks": checklist.marks._asdict(),
        "domains": {id_: count._asdict() for id_, count in checklist.domains.items()},
        "unmarked": list(checklist.unmarked),
        "evidence_missing": list(checklist.evidence_missing),
        "recurring": list(checklist.recurring),
    }


def _answer(given: ItemAnswer, marked: bool) -> dict[str, object]:
    answer = {"answer": given.answer.value, "evidence": given.evidence, "recency": given.recency.value}
    return {**answer, "level": _word(given.mark), "recurring": given.recurring} if marked else dict(answer)


def _action(action: Action) -> dict[str, object]:
    return {
        "id": action.id,
        "text": action.text,
        "who": action.who,
        "when": action.when,
        "due_on": _day(action.due_on) if action.due_on else None,
        "condition": action.condition,
        "cites": list(action.cites),
        "ours": action.ours,
        "source_says": action.source_says,
    }


def _review(review: Review | None) -> dict[str, object] | None:
    if review is None:
        return None
    return {
        "weekly_from": _day(review.weekly_from),
        "reassess_from": _day(review.reassess_from),
        "reassess_by": _day(review.reassess_by),
        "first_review_by": _day(review.first_review_by),
        "then_within_months": review.then_within_months,
    }


def _step(step: TraceStep) -> dict[str, object]:
    return {
        "rule": step.rule,
        "from": _word(step.before),
        "to": _word(step.after),
        "because": list(step.because),
        "cites": list(step.cites),
        "ours": step.ours,
        "text": step.text,
    }


def _word(given: Outcome | Mark | None) -> str | None:
    if given is None:
        return None
    return given.value if isinstance(given, Mark) else given.word


def _day(day: date) -> str:
    return day.isoformat()
