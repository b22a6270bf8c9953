"""Flags: for each, a case where it is raised and the nearest case where it is not."""

from __future__ import annotations

import pytest

from cse_core import assess, case_from, to_dict
from tests.cases import INSTRUMENT, case

FIVE_LOW = ("LOW-02", "LOW-04", "LOW-06", "LOW-08", "LOW-09")
JUDGED_LOW = {"level": "low", "reasons": "seen"}

RAISED = [
    ("five_or_more_low", case(*FIVE_LOW), case(*FIVE_LOW[:4])),
    ("five_or_more_low", case(*FIVE_LOW[:3], "LOW-10", "LOW-18"), case(*FIVE_LOW[:3], "LOW-10", "MED-07")),
    ("five_or_more_low", case(*FIVE_LOW[:4], other=(("low", "suspected"),)),
     case(*FIVE_LOW[:4], other=(("medium", "present"),))),
    ("vulnerability_only", case("LOW-10"), case("LOW-10", suspected=("LOW-01",))),
    ("vulnerability_only", case(looked_after="present"), case()),
    ("status_only", case("LOW-15"), case("LOW-15", "LOW-10")),
    ("status_only", case(mental_health_concern="suspected"), case(care_leaver="present")),
    ("suspected_only", case(suspected=("LOW-01", "MED-07")), case("LOW-04", suspected=("LOW-01",))),
    ("suspected_only", case(other=(("low", "suspected"),)), case()),
    ("suspected_only", case(looked_after="suspected"), case(looked_after="present")),
    ("under_13", case(age=12), case(age=13)),
    ("aged_13_to_15", case(age=13), case(age=12)),
    ("aged_13_to_15", case(age=15), case(age=16)),
    ("aged_16_or_17", case(age=16), case(age=15)),
    ("aged_16_or_17", case(age=17), case(age=None)),
    ("special_needs_discussion", case("LOW-15"), case("LOW-15", mental_health_concern="not_known")),
    ("special_needs_discussion", case(suspected=("LOW-15",)), case("LOW-15", learning_disability="present")),
    ("answers_disagree", case("LOW-11", looked_after="absent"), case("LOW-11", looked_after="present")),
    ("answers_disagree", case(absent=("LOW-11",), looked_after="suspected"), case(absent=("LOW-11",), looked_after="absent")),
    ("answers_disagree", case(absent=("LOW-15",), learning_disability="present"), case("LOW-15", learning_disability="present")),
    ("answers_disagree", case("HIGH-01", age=13), case("HIGH-01", age=12)),
    ("answers_disagree", case("HIGH-03", age=16), case("HIGH-03", age=15)),
    ("may_be_harm_already", case("LOW-03"), case("LOW-04")),
    ("may_be_harm_already", case("LOW-05"), case("LOW-10")),
    ("may_be_harm_already", case("LOW-07"), case("LOW-09")),
    ("missing_now", case(missing_now="suspected"), case(missing_now="not_known")),
    ("disclosure", case(disclosure="suspected"), case(disclosure="absent")),
    ("judgement_below_calculated", case("MED-07", judgement=JUDGED_LOW), case("LOW-04", judgement=JUDGED_LOW)),
    ("judgement_below_calculated", case("LOW-04", age=12, judgement=JUDGED_LOW), case(judgement=JUDGED_LOW)),
    ("section_7_only_item", case("7.3-08"), case("HIGH-09")),
]  # fmt: skip

SEXUAL = ("LOW-07", "MED-02", "MED-03", "MED-11", "HIGH-01", "HIGH-03", "HIGH-05", "HIGH-10", "7.3-08")


def flags(given):
    return [flag["id"] for flag in to_dict(assess(case_from(given)))["flags"]]


@pytest.mark.parametrize(("flag", "raised", "not_raised"), RAISED)
def test_flag_is_raised_and_not_raised(flag, raised, not_raised):
    assert flag in flags(raised)
    assert flag not in flags(not_raised)


@pytest.mark.parametrize("item", INSTRUMENT.indicators, ids=lambda item: item.source_ref)
def test_sexual_activity_under_13_by_item(item):
    ref = item.source_ref.removeprefix("PB-A3-").removeprefix("PB-")
    assert ("sexual_activity_under_13" in flags(case(suspected=(ref,), age=12))) == (ref in SEXUAL)
    assert "sexual_activity_under_13" not in flags(case(ref, age=13))
    assert ("sexual_activity_under_13" in flags(case(ref, age=None))) == (ref == "HIGH-01")


@pytest.mark.parametrize("item", INSTRUMENT.indicators, ids=lambda item: item.source_ref)
def test_may_be_harm_already_by_item(item):
    given = case(age=16)
    given["answers"] = {item.id: {"answer": "present"}}
    ref = item.source_ref.removeprefix("PB-A3-")
    expected = item.level.word != "low" or ref in ("LOW-01", "LOW-03", "LOW-05", "LOW-07")
    assert ("may_be_harm_already" in flags(given)) == expected


def test_urgent_flags_do_not_wait_for_a_level():
    result = to_dict(assess(case_from(case(age=None, missing_now="present", disclosure="present"))))
    assert result["status"] == "nothing_recorded"
    assert [flag["id"] for flag in result["flags"]] == ["missing_now", "disclosure"]
    assert [action["when"] for action in result["actions"]][:3] == ["now", "now", "now"]


def test_every_flag_is_raised_by_some_case_here():
    raised = {flag for row in RAISED for flag in flags(row[1])} | {"sexual_activity_under_13"}
    assert raised == {flag.id for flag in INSTRUMENT.flags}
