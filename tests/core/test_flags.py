"""Flags: for each, a case where it is raised and the nearest case where it is not."""

from __future__ import annotations

import pytest

from cse_core import assess, case_from, instrument_ids, load_instrument, to_dict
from tests.cases import INSTRUMENT, LAMBETH_BY_NUMBER, case, checklist_case

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

MARKED = {"12": "amber"}
RAISED_BY_CHECKLIST = [
    ("missing_now", checklist_case(missing_now="present"), checklist_case(missing_before="present")),
    ("missing_now", checklist_case(missing_now="suspected"), checklist_case(missing_now="not_known")),
    ("disclosure", checklist_case(disclosure="suspected"), checklist_case(disclosure="absent")),
    ("under_13_automatic_referral", checklist_case(suspected=("27",), age=12), checklist_case("27", age=13)),
    ("under_13_automatic_referral", checklist_case("04", age=0), checklist_case("04", age=None)),
    ("under_13_automatic_referral", checklist_case("06", age=12), checklist_case(absent=("06",), age=12)),
    ("red_mark", checklist_case("12", marks={"12": "red"}), checklist_case("12", marks=MARKED)),
    ("red_mark", checklist_case(suspected=("12",), marks={"12": "red"}), checklist_case(absent=("12",), marks={"12": "red"})),
    ("red_mark", checklist_case(other=(("red", "suspected"),)), checklist_case(other=(("red", "absent"),))),
    ("red_mark", checklist_case(other=(("red", "present"),)), checklist_case(other=((None, "present"),), harm="present")),
    ("under_13", checklist_case(age=12), checklist_case(age=13)),
    ("under_13", checklist_case(age=0), checklist_case(age=None)),
    ("aged_13_to_15", checklist_case("05", age=13), checklist_case("05", age=12)),
    ("aged_13_to_15", checklist_case("28", age=15), checklist_case("28", age=16)),
    ("aged_13_to_15", checklist_case("27", age=14), checklist_case("26", age=14)),
    ("aged_13_to_15", checklist_case(sexual_health_presentation="suspected"), checklist_case()),
    ("aged_13_to_15", checklist_case(pregnant="present"), checklist_case(pregnant="absent")),
    ("aged_13_to_15", checklist_case(sexual_activity_for_gain="present"), checklist_case(power_imbalance="present")),
    ("aged_13_to_15", checklist_case(position_of_trust_or_family="present"), checklist_case(familial_abuse="present")),
    ("aged_16_or_17", checklist_case(age=16), checklist_case(age=15)),
    ("aged_16_or_17", checklist_case(age=17), checklist_case(age=None)),
    ("suspected_only", checklist_case(suspected=("11", "12")), checklist_case("11", suspected=("12",))),
    ("suspected_only", checklist_case(other=((None, "suspected"),)), checklist_case(other=((None, "present"),))),
    ("suspected_only", checklist_case(suspected=("11",), looked_after="present"), checklist_case(looked_after="suspected")),
    ("vulnerability_only", checklist_case("39", suspected=("47",)), checklist_case("39", suspected=("48",))),
    ("vulnerability_only", checklist_case("45"), checklist_case()),
    ("no_sign_recorded", checklist_case(looked_after="present"), checklist_case()),
    ("no_sign_recorded", checklist_case(disability="suspected", placed_by_another_authority="present"),
     checklist_case(disability="suspected", gang_links="suspected")),
    ("no_sign_recorded", checklist_case(disability="present", absent=("12",)), checklist_case("39", disability="present")),
    ("no_sign_recorded", checklist_case(looked_after="present"), checklist_case(looked_after="present", other=((None, "suspected"),))),
    ("unmarked", checklist_case("12"), checklist_case("12", marks=MARKED)),
    ("unmarked", checklist_case("11", "12", marks=MARKED), checklist_case("12", absent=("11",), marks=MARKED)),
    ("unmarked", checklist_case("12"), checklist_case(other=((None, "present"),))),
    ("evidence_missing", checklist_case("12"), checklist_case("12", evidence=("12",))),
    ("evidence_missing", checklist_case("11", "12", evidence=("12",)), checklist_case("12", absent=("11",), evidence=("12",))),
    ("recurring", checklist_case(suspected=("12",), recurring=("12",)), checklist_case("12")),
    ("recurring", checklist_case("12", recurring=("12",)), checklist_case("12", absent=("11",), recurring=("11",))),
]  # fmt: skip

SEXUAL = ("LOW-07", "MED-02", "MED-03", "MED-11", "HIGH-01", "HIGH-03", "HIGH-05", "HIGH-10", "7.3-08")


def flags(given):
    return [flag["id"] for flag in to_dict(assess(case_from(given)))["flags"]]


@pytest.mark.parametrize(("flag", "raised", "not_raised"), [*RAISED, *RAISED_BY_CHECKLIST])
def test_flag_is_raised_and_not_raised(flag, raised, not_raised):
    assert flag in flags(raised)
    assert flag not in flags(not_raised)


@pytest.mark.parametrize("item", INSTRUMENT.indicators, ids=lambda item: item.source_ref)
def test_sexual_activity_under_13_by_item(item):
    ref = item.source_ref.removeprefix("PB-A3-").removeprefix("PB-")
    assert ("sexual_activity_under_13" in flags(case(suspected=(ref,), age=12))) == (ref in SEXUAL)
    assert "sexual_activity_under_13" not in flags(case(ref, age=13))
    assert ("sexual_activity_under_13" in flags(case(ref, age=None))) == (ref == "HIGH-01")


@pytest.mark.parametrize("number", sorted(LAMBETH_BY_NUMBER))
def test_automatic_referral_under_13_by_item(number):
    for age in (None, 0, 12, 13, 17):
        for marks in ({}, {number: "green"}, {number: "red"}):
            found = flags(checklist_case(suspected=(number,), age=age, marks=marks))
            expected = number in ("04", "05", "06", "27", "28") and age is not None and age < 13
            assert ("under_13_automatic_referral" in found) == expected, (age, marks)


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

    made = to_dict(assess(case_from(checklist_case(age=None, missing_now="present"))))
    assert [flag["id"] for flag in made["flags"]] == ["missing_now"]


@pytest.mark.parametrize("id_", instrument_ids())
def test_every_flag_is_raised_by_some_case_here(id_):
    rows = [row for row in (*RAISED, *RAISED_BY_CHECKLIST) if row[1]["instrument"] == id_]
    raised = {flag for row in rows for flag in flags(row[1])}
    raised |= {"sexual_activity_under_13"} if id_ == INSTRUMENT.id else set()
    assert raised == {flag.id for flag in load_instrument(id_).flags}
    # One row at least is about each flag, and not only raises it by the way.
    assert raised - {"sexual_activity_under_13"} == {row[0] for row in rows}


def test_flags_of_the_checklist_come_most_urgent_first():
    given = checklist_case(
        "27", "39", age=12, marks={"27": "red"}, recurring=("39",), missing_now="present", disclosure="present"
    )
    assert flags(given) == [
        "missing_now", "disclosure", "under_13_automatic_referral", "red_mark", "under_13", "unmarked",
        "evidence_missing", "recurring",
    ]  # fmt: skip
