"""A comparison and a vignette as plain values and as JSON text."""

from __future__ import annotations

import json

from ..load.crosswalk import load_crosswalk
from ..load.read_vignette import VIGNETTE_SCHEMA, asked_once
from ..model import Answer
from ..model_comparison import Carried, Comparison, Difference, Said, Taken, Told, Vignette
from ..version import __version__
from .to_json import case_to_dict, to_dict

COMPARISON_SCHEMA = "cse-comparison/1"


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON text ending in a newline: the same bytes for the same vignette, on any machine."""
    return json.dumps(comparison_to_dict(comparison), ensure_ascii=False, indent=2) + "\n"


def comparison_to_dict(comparison: Comparison) -> dict[str, object]:
    """The comparison as plain values. Both assessments are whole, as `to_dict` gives them."""
    vignette = comparison.vignette
    return {
        "schema": COMPARISON_SCHEMA,
        "core_version": __version__,
        "assessed_on": vignette.assessed_on.isoformat(),
        "same": list(vignette.confirmed),
        "carried": [_carried(carried) for carried in vignette.carried],
        "assessments": {id_: to_dict(made) for id_, made in comparison.assessments.items()},
        "answers": [_told(told) for told in comparison.told],
        "differences": [_difference(difference) for difference in comparison.differences],
    }


def vignette_to_dict(vignette: Vignette) -> dict[str, object]:
    """The vignette as plain values, every key filled in: what "Save to this device" writes."""
    second = vignette.between[1]
    cases = {id_: case_to_dict(case) for id_, case in vignette.entered.items()}
    parts = {id_: {part: case[part] for part in ("child", "answers", "judgement")} for id_, case in cases.items()}
    for part, key in asked_once(load_crosswalk()):
        inside = parts[second][part]
        if isinstance(inside, dict):
            inside.pop(key, None)
    return {
        "schema": VIGNETTE_SCHEMA,
        "assessed_on": vignette.assessed_on.isoformat(),
        "reference": vignette.reference,
        "same": list(vignette.confirmed),
        "cases": parts,
    }


def _carried(carried: Carried) -> dict[str, object]:
    return {
        "row": carried.row,
        "asks": dict(carried.asks),
        "answer": _said(carried.said),
        "confirmed": carried.confirmed,
    }


def _told(told: Told) -> dict[str, object]:
    return {
        "instrument": told.instrument,
        "question": told.question,
        "answer": _said(told.said),
        "taken": {id_: _taken(taken) for id_, taken in told.taken.items()},
    }


def _taken(taken: Taken) -> dict[str, object]:
    return {
        "how": taken.how.value,
        "question": taken.question,
        "rests": list(taken.rests),
        "near": [
            {
                "question": near.question,
                "relation": near.relation.value,
                "answer": _said(near.said),
                "reason": near.reason,
            }
            for near in taken.near
        ],
        "reason": taken.reason,
    }


def _difference(difference: Difference) -> dict[str, object]:
    clause = difference.clause
    return {
        "id": clause.id,
        "topic": clause.topic,
        "always": clause.always,
        "because": {id_: list(ids) for id_, ids in difference.because.items()},
        "says": {
            id_: {"text": says.text, "cites": list(says.cites), "ours": says.ours} for id_, says in clause.says.items()
        },
        "why": clause.why,
    }


def _said(said: Said) -> str | int:
    return said.value if isinstance(said, Answer) else said
