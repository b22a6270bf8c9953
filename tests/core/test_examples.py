"""Every worked example gives the result it states: through the package, and through the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cse_core import assess, case_from, instrument_ids, load_instrument, to_dict
from tests.cases import case, checklist_case

EXAMPLES = [
    pytest.param(id_, example, id=f"{id_}: {example['name']}")
    for id_ in instrument_ids()
    for example in load_instrument(id_).examples
]


def filled(instrument_id, example):
    return {"schema": "cse-case/1", "instrument": instrument_id, **example["case"]}


def check(result, expect):
    """Compare what the example states: plain values exactly, named flags, rules, unknowns and actions as contained."""
    stated = {key: None if value == "none" else value for key, value in expect.items()}
    lists = {
        "flags": [flag["id"] for flag in result["flags"]],
        "rules": [step["rule"] for step in result["trace"]],
        "unknowns": [unknown["fact"] for unknown in result["unknowns"]],
        "actions": [action["id"] for action in result["actions"]],
    }
    for key, value in stated.items():
        if key in lists:
            assert set(value) <= set(lists[key]), key
        else:
            assert value == result[key], key


@pytest.mark.parametrize(("instrument_id", "example"), EXAMPLES)
def test_example_in_the_package(instrument_id, example):
    check(to_dict(assess(case_from(filled(instrument_id, example)))), example["expect"])


@pytest.mark.parametrize(("instrument_id", "example"), EXAMPLES)
def test_example_in_the_command_line(instrument_id, example, tmp_path):
    file = tmp_path / "case.json"
    file.write_text(json.dumps(filled(instrument_id, example)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "cse_core", "assess", str(file)], capture_output=True, check=True, text=True
    )
    check(json.loads(done.stdout), example["expect"])


# The contract's own table, typed here a second time on purpose: the instrument's data must not be able to
# change the rule and its example together without a test noticing.
CONTRACT = [
    (case("LOW-01", age=15), "final", "low", "low"),
    (case("MED-06", age=15), "final", "medium", "medium"),
    (case(age=12, suspected=("LOW-06",)), "final", "low", "high"),
    (case("LOW-11", age=15, looked_after="not_known"), "final", "low", "medium"),
    (case("LOW-01", age=None), "provisional", "low", "low"),
    (case(age=14), "nothing_recorded", None, None),
    (case(age=14, disclosure="present"), "nothing_recorded", None, None),
    (case(age=14, judgement={"significant_harm": "suspected"}), "final", None, "high"),
    (case("LOW-01", age=16, judgement={"level": "medium", "reasons": "seen"}), "final", "low", "medium"),
    (case("HIGH-09", age=16, judgement={"level": "low", "reasons": "seen"}), "final", "high", "high"),
]


@pytest.mark.parametrize(("given", "status", "indicated", "level"), CONTRACT)
def test_contract(given, status, indicated, level):
    result = to_dict(assess(case_from(given)))
    assert (result["status"], result["indicated_level"], result["level"]) == (status, indicated, level)


CHECKLIST_CONTRACT = [
    (checklist_case(suspected=("11", "15")), "refer_now", {"red": 0, "amber": 0, "green": 0, "unmarked": 2}),
    (checklist_case("34", marks={"34": "red"}), "section_47_now", {"red": 1, "amber": 0, "green": 0, "unmarked": 0}),
    (checklist_case(sexual_activity_for_gain="suspected"), "refer_now", dict.fromkeys(("red", "amber", "green", "unmarked"), 0)),
]  # fmt: skip


@pytest.mark.parametrize(("given", "pathway", "marks"), CHECKLIST_CONTRACT)
def test_contract_of_the_checklist(given, pathway, marks):
    result = to_dict(assess(case_from(given)))
    assert (result["status"], result["pathway"], result["marks"]) == ("final", pathway, marks)
    assert [result[key] for key in ("indicated_level", "level", "could_be", "professional_level", "review")] == [
        None
    ] * 5


@pytest.mark.parametrize("id_", instrument_ids())
def test_every_outcome_has_a_worked_example(id_):
    results = [to_dict(assess(case_from(filled(id_, example)))) for example in load_instrument(id_).examples]
    outcomes = {
        "pan-bedfordshire": {None, "low", "medium", "high"},
        "lambeth": {"nothing_recorded", "refer_now", "section_47_now"},
    }
    assert {result["pathway"] or result["level"] for result in results} == outcomes[id_]
