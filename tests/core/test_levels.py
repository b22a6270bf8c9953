"""Levels, floors and judgement: each boundary just below, at and above."""

from __future__ import annotations

import pytest

from cse_core import assess, case_from, to_dict
from tests.cases import INSTRUMENT, STATUSES, case

NOT_KNOWN = dict.fromkeys(STATUSES, "not_known")


def level(given):
    return to_dict(assess(case_from(given)))["level"]


def steps(given):
    return {step["rule"]: step for step in to_dict(assess(case_from(given)))["trace"]}


@pytest.mark.parametrize("answer", ["present", "suspected"])
@pytest.mark.parametrize("item", INSTRUMENT.indicators, ids=lambda item: item.source_ref)
def test_one_item_alone_gives_its_list_level(item, answer):
    given = case(age=17)
    given["answers"] = {item.id: {"answer": answer}}
    assert to_dict(assess(case_from(given)))["indicated_level"] == item.level.word


@pytest.mark.parametrize("answer", ["absent", "not_known"])
@pytest.mark.parametrize("item", INSTRUMENT.indicators, ids=lambda item: item.source_ref)
def test_an_item_not_recorded_gives_nothing(item, answer):
    given = case(age=12, **NOT_KNOWN)
    given["answers"] = {item.id: {"answer": answer}}
    assert level(given) is None


LEVEL_TABLE = [
    ("highest list wins, not the longest", case("LOW-01", "LOW-02", "LOW-04", "HIGH-09"), "high"),
    ("Medium with Low is Medium", case("LOW-01", "MED-07"), "medium"),
    ("nine Low signs stay Low", case(*(f"LOW-0{n}" for n in range(1, 10)), age=17), "low"),
    ("an other concern counts where it was placed", case(other=(("medium", "present"),)), "medium"),
    ("a suspected other concern counts the same", case(other=(("high", "suspected"),)), "high"),
    ("an absent other concern counts for nothing", case(other=(("high", "absent"),)), None),
    ("an other concern not known counts for nothing", case(other=(("high", "not_known"),)), None),
    # under 13
    ("12 with one item is High", case("LOW-04", age=12), "high"),
    ("13 with one item stays", case("LOW-04", age=13), "low"),
    ("0 with one factor is High", case("LOW-18", age=0), "high"),
    ("12 with nothing is nothing", case(age=12), None),
    ("12 with one other concern is High", case(age=12, other=(("low", "suspected"),)), "high"),
    ("12 with looked after alone is High", case(age=12, looked_after="present"), "high"),
    ("12 with only a disclosure has no level", case(age=12, disclosure="present"), None),
    ("12 with only missing has no level", case(age=12, missing_now="present"), None),
    ("12 and a care leaver has no level", case(age=12, care_leaver="present"), None),
    # learning disability and mental health
    ("learning disability alone is High", case(learning_disability="present"), "high"),
    ("suspected learning disability alone is High", case(learning_disability="suspected"), "high"),
    ("mental health concern alone is High", case(mental_health_concern="suspected"), "high"),
    ("item 15 with both facts not known is High", case("LOW-15", **NOT_KNOWN), "high"),
    ("item 15 with one fact not known is High", case("LOW-15", mental_health_concern="not_known"), "high"),
    ("item 15 with both facts absent stays Low", case("LOW-15"), "low"),
    ("item 15 absent makes both facts absent", case("LOW-01", absent=("LOW-15",), **NOT_KNOWN), "low"),
    ("item 15 absent against a recorded fact: the fact holds",
     case(absent=("LOW-15",), learning_disability="suspected"), "high"),
    # looked after and care leavers
    ("looked after alone is Medium", case(looked_after="present"), "medium"),
    ("suspected looked after is Medium", case(looked_after="suspected"), "medium"),
    ("item 11 alone is Medium", case("LOW-11", looked_after="not_known"), "medium"),
    ("item 11 absent, fact present: the more serious holds", case(absent=("LOW-11",), looked_after="present"), "medium"),
    ("looked after with a High item is High", case("HIGH-07", looked_after="present"), "high"),
    ("a care leaver alone records nothing", case(care_leaver="present"), None),
    ("a care leaver with one Low item is Medium", case("LOW-04", care_leaver="suspected"), "medium"),
    ("a care leaver with one other concern is Medium", case(care_leaver="present", other=(("low", "present"),)), "medium"),
    # significant harm and judgement
    ("significant harm present is High", case(judgement={"significant_harm": "present"}), "high"),
    ("significant harm suspected is High", case("LOW-01", judgement={"significant_harm": "suspected"}), "high"),
    ("significant harm absent changes nothing", case("LOW-01", judgement={"significant_harm": "absent"}), "low"),
    ("significant harm not known changes nothing", case("MED-07", judgement={"significant_harm": "not_known"}), "medium"),
    ("judgement alone sets a level", case(judgement={"level": "medium", "reasons": "seen"}), "medium"),
    ("judgement equal changes nothing", case("MED-07", judgement={"level": "medium", "reasons": "seen"}), "medium"),
    ("judgement below changes nothing", case("MED-07", judgement={"level": "low", "reasons": "seen"}), "medium"),
    ("judgement above raises", case("MED-07", judgement={"level": "high", "reasons": "seen"}), "high"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), [row[1:] for row in LEVEL_TABLE], ids=[row[0] for row in LEVEL_TABLE])
def test_level(given, expected):
    assert level(given) == expected


def test_one_fact_said_twice_counts_once():
    once = to_dict(assess(case_from(case(looked_after="present"))))
    twice = to_dict(assess(case_from(case("LOW-11", looked_after="present"))))
    assert once["counts"] == twice["counts"] == {
        "low": 1, "medium": 0, "high": 0, "signs": 0, "vulnerabilities": 1, "suspected": 0, "other": 0
    }  # fmt: skip
    assert "one_fact_said_twice" in [step["rule"] for step in twice["trace"]]


def test_counts_keep_signs_and_vulnerabilities_apart():
    given = case("LOW-01", "MED-07", "HIGH-09", "LOW-10", "LOW-18", suspected=("LOW-04",), other=(("low", "present"),))
    assert to_dict(assess(case_from(given)))["counts"] == {
        "low": 4, "medium": 1, "high": 1, "signs": 4, "vulnerabilities": 2, "suspected": 1, "other": 1
    }  # fmt: skip


def test_the_trace_says_from_what_to_what_because_of_what_and_where():
    made = steps(case("LOW-11", age=12, looked_after="not_known"))
    assert made["indicated_level"]["to"] == "low"
    assert made["indicated_level"]["because"] == ["looked-after"]
    looked_after, under_13 = made["floor_looked_after"], made["floor_under_13"]
    assert (looked_after["from"], looked_after["to"]) == ("low", "medium")
    assert looked_after["because"] == ["looked-after"]
    assert looked_after["cites"] == ["PB-A3-LOW-exclusions"]
    assert (under_13["from"], under_13["to"], under_13["because"]) == ("medium", "high", ["age"])


@pytest.mark.parametrize(
    ("given", "status", "could_be", "unknowns"),
    [
        (case("LOW-01", age=None), "provisional", "high", ["age"]),
        (case("LOW-01", learning_disability="not_known"), "provisional", "high", ["learning_disability"]),
        (case("LOW-01", mental_health_concern="not_known"), "provisional", "high", ["mental_health_concern"]),
        (case("LOW-01", looked_after="not_known"), "provisional", "medium", ["looked_after"]),
        (case("LOW-01", care_leaver="not_known"), "provisional", "medium", ["care_leaver"]),
        (case("LOW-01", age=None, **NOT_KNOWN), "provisional", "high",
         ["age", "learning_disability", "mental_health_concern", "looked_after", "care_leaver"]),
        (case("MED-07", looked_after="not_known"), "final", "medium", []),
        (case("MED-07", care_leaver="not_known"), "final", "medium", []),
        (case("MED-07", age=None), "provisional", "high", ["age"]),
        (case("HIGH-09", age=None, **NOT_KNOWN), "final", "high", []),
        (case("LOW-01", age=12, **NOT_KNOWN), "final", "high", []),
        (case(age=None, **NOT_KNOWN), "nothing_recorded", None, []),
        (case("LOW-01"), "final", "low", []),
        # Judgement alone, with nothing recorded: being under 13 matters only once something is recorded.
        (case(age=None, judgement={"level": "low", "reasons": "seen"}), "final", "low", []),
        # ... so age and looked-after matter as a pair.
        (case(age=None, looked_after="not_known", judgement={"level": "low", "reasons": "seen"}),
         "provisional", "high", ["age", "looked_after"]),
    ],
)  # fmt: skip
def test_status_and_what_could_raise_it(given, status, could_be, unknowns):
    result = to_dict(assess(case_from(given)))
    assert (result["status"], result["could_be"]) == (status, could_be)
    assert [unknown["fact"] for unknown in result["unknowns"]] == unknowns


def test_items_not_answered_never_make_a_result_provisional():
    given = case("LOW-04")
    given["answers"] |= {item.id: {"answer": "not_known"} for item in INSTRUMENT.indicators[:9]}
    assert to_dict(assess(case_from(given)))["status"] == "final"
