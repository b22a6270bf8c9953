"""Actions: the right ones for each level and flag, in order, once, and held back only when nothing but status is recorded."""

from __future__ import annotations

import pytest

from cse_core import assess, case_from, to_dict
from tests.cases import INSTRUMENT, case

LOW = {f"LOW-ACT-0{n}" for n in range(10)}
MEDIUM = {f"MED-ACT-{n:02}" for n in range(1, 16)} | {"LOW-ACT-01", "LOW-ACT-04"}
HIGH = MEDIUM - {"MED-ACT-02", "MED-ACT-13", "MED-ACT-14", "MED-ACT-15"} | {f"HIGH-ACT-{n:02}" for n in range(2, 10)}


def actions(given):
    return to_dict(assess(case_from(given)))["actions"]


def of_the_tool(given):
    ids = [action["id"].removeprefix("PB-A3-") for action in actions(given)]
    return [id_ for id_ in ids if "-ACT-" in id_]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (case("LOW-04"), LOW),
        (case("MED-07"), MEDIUM),
        (case("HIGH-09"), HIGH),
        (case("LOW-04", age=12), HIGH),
        (case(judgement={"significant_harm": "present"}), HIGH),
        (case("LOW-04", judgement={"level": "medium", "reasons": "seen"}), MEDIUM),
        (case(), set()),
    ],
)
def test_each_level_brings_its_own_actions_once(given, expected):
    found = of_the_tool(given)
    assert len(found) == len(set(found))
    assert set(found) == expected


@pytest.mark.parametrize(
    ("flag", "given", "action", "when"),
    [
        ("missing_now", case(missing_now="present"), "report-missing-now", "now"),
        ("missing_now", case(missing_now="present"), "tell-social-care-child-is-missing", "now"),
        ("disclosure", case(disclosure="suspected"), "believe-the-child", "now"),
        ("disclosure", case(disclosure="suspected"), "report-what-the-child-said", "now"),
        ("sexual_activity_under_13", case("LOW-07", age=12), "under-13-tell-social-care-and-police", "now"),
        ("may_be_harm_already", case("LOW-01"), "ask-if-harm-is-happening", "now"),
        ("five_or_more_low", case("LOW-02", "LOW-04", "LOW-06", "LOW-08", "LOW-09"), "decide-and-record-five-low", "today"),
        ("special_needs_discussion", case("LOW-15"), "discuss-special-needs", "today"),
        ("answers_disagree", case("LOW-11", looked_after="absent"), "check-answers-that-disagree", "today"),
        ("judgement_below_calculated", case("HIGH-09", judgement={"level": "low", "reasons": "x"}),
         "discuss-lower-judgement", "today"),
        ("vulnerability_only", case("LOW-10"), "talk-about-what-is-recorded", "now"),
    ],
)  # fmt: skip
def test_flags_bring_their_actions(flag, given, action, when):
    found = {made["id"]: made for made in actions(given)}
    assert found[action]["when"] == when


@pytest.mark.parametrize(
    "given", [case("LOW-01"), case("HIGH-09", "LOW-10"), case("LOW-07", age=12, missing_now="present")]
)
def test_actions_come_now_today_dated_ongoing(given):
    order = [("now", "today", "dated", "ongoing").index(action["when"]) for action in actions(given)]
    assert order == sorted(order)


@pytest.mark.parametrize("given", [case("LOW-01"), case("MED-07"), case("HIGH-09")])
def test_asking_about_harm_comes_first(given):
    assert actions(given)[0]["id"] == "ask-if-harm-is-happening"


def test_only_a_missing_child_a_child_under_13_and_a_disclosure_come_before_it():
    made = actions(case("HIGH-01", age=12, missing_now="present", disclosure="present"))
    assert [action["id"] for action in made[:5]] == [
        "report-missing-now",
        "under-13-tell-social-care-and-police",
        "believe-the-child",
        "report-what-the-child-said",
        "ask-if-harm-is-happening",
    ]


@pytest.mark.parametrize(
    "given", [case("LOW-10"), case(looked_after="present"), case(learning_disability="present"), case("LOW-10", age=12)]
)
def test_only_vulnerability_recorded_holds_back_police_disruption_court_and_panel(given):
    made = actions(given)
    assert made[0]["id"] == "talk-about-what-is-recorded"
    held = {action["id"] for action in made if action["condition"] == "if_sign_found"}
    assert held == {rule.id for rule in INSTRUMENT.actions if rule.if_sign_found} & {action["id"] for action in made}
    assert held


@pytest.mark.parametrize(
    "given",
    [
        case("LOW-10", "LOW-06"),
        case("LOW-10", disclosure="present"),
        case("LOW-10", missing_now="suspected"),
        case("LOW-10", judgement={"significant_harm": "suspected"}),
        case("LOW-10", other=(("low", "suspected"),)),
    ],
)
def test_a_sign_a_disclosure_missing_or_harm_holds_nothing_back(given):
    made = actions(given)
    assert {action["condition"] for action in made} == {None}
    assert "talk-about-what-is-recorded" not in [action["id"] for action in made]


def test_reporting_a_missing_child_is_never_held_back():
    for rule in INSTRUMENT.actions:
        if "missing" in rule.text:
            assert not rule.if_sign_found, rule.id


@pytest.mark.parametrize("given", [case("MED-07"), case("HIGH-09")])
def test_the_early_help_assessment_is_dated_and_says_it_delays_nothing(given):
    (dated,) = [action for action in actions(given) if action["when"] == "dated"]
    assert dated["due_on"] == "2026-12-04"
    assert "Refer today; this date never delays it." in dated["text"]
