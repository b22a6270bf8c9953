"""Duties: which actions each pathway, fact, item and age of the Lambeth checklist brings. Exactly those, once, in order.

The tables are typed from the policy's rules, not from the data. Each row is compared whole: an action too many fails too.
"""

from __future__ import annotations

import pytest

from cse_core import assess, case_from, load_instrument, to_dict
from tests.cases import LAMBETH, LAMBETH_BY_NUMBER, checklist_case

AGES = (None, 0, 12, 13, 15, 16, 17)
RECORDED = ("present", "suspected")

BOTH_PATHWAYS = {
    "tell-your-safeguarding-lead", "explain-what-you-are-sharing", "record-the-evidence", "send-the-referral-form",
    "share-what-others-need", "ask-for-the-exploitation-panel", "plan-protection", "pass-on-what-you-learn",
    "refer-again-at-once", "count-the-referral",
}  # fmt: skip
REFER = BOTH_PATHWAYS | {"refer-today", "ask-for-strategy-discussion"}
SECTION_47 = BOTH_PATHWAYS | {"call-social-care-and-police", "ask-for-strategy-discussion-now"}
# Asked of an item with neither a mark nor evidence.
BARE = {"mark-what-has-no-mark", "add-missing-evidence"}

# What the policy asks after any time that a child was missing.
AFTER_MISSING = {"tell-the-social-worker-first", "offer-a-return-interview", "report-every-absence"}
UNDER_13 = {"under-13-tell-social-care-and-police"}
AS_UNDER_13 = {"age-not-known-act-as-under-13"}
ADVISER = {"talk-about-sexual-activity-13-to-15"}
PREGNANT_UNDER_16, PREGNANT_16_OR_17 = {"pregnant-under-16-refer"}, {"pregnant-16-or-17-assess"}
HOMELESS, HOMELESS_16_OR_17 = {"homeless-refer"}, {"homeless-16-or-17-accommodate"}
FAMILY_LAST = {"do-not-contact-the-family-first"}
NO_SIGN = {"talk-about-what-is-recorded"}


def by_age(under_13=frozenset(), aged_13_to_15=frozenset(), aged_16_or_17=frozenset(), not_known=frozenset()):
    """What is added at each age."""

    def added(age):
        if age is None:
            return set(not_known)
        return set(under_13 if age < 13 else aged_13_to_15 if age < 16 else aged_16_or_17)

    return added


def always(*actions):
    return by_age(*[set(actions)] * 4)


# Under 13 means social care and police, always; not known is not "13 or over".
SEXUAL = by_age(UNDER_13, ADVISER, not_known=AS_UNDER_13)
PREGNANT = by_age(PREGNANT_UNDER_16, PREGNANT_UNDER_16, PREGNANT_16_OR_17, PREGNANT_UNDER_16 | PREGNANT_16_OR_17)
HOUSED = by_age(HOMELESS, HOMELESS, HOMELESS | HOMELESS_16_OR_17, HOMELESS | HOMELESS_16_OR_17)

FACT_DUTIES = {
    "missing_now": [always("report-missing-now", "tell-social-care-child-is-missing", *AFTER_MISSING)],
    "missing_before": [always(*AFTER_MISSING)],
    "disclosure": [always("believe-the-child", "report-what-the-child-said")],
    "looked_after": [always("tell-social-worker-and-manager", "a-move-is-never-the-default", *NO_SIGN)],
    "placed_by_another_authority": [always("protect-here-then-tell-home-authority", "escalate-a-poor-reply", *NO_SIGN)],
    "disability": [always("make-sure-the-child-can-be-heard", *NO_SIGN)],
    "pregnant": [PREGNANT, SEXUAL],
    "sexual_activity_for_gain": [
        always("for-gain-tell-social-care-and-police", "find-out-who-gains", "support-child-and-family"),
        SEXUAL,
    ],
    "power_imbalance": [always("imbalance-refer-for-each-child")],
    "position_of_trust_or_family": [
        always("position-of-trust-tell-social-care-and-police", "position-of-trust-allegations-procedure"),
        # Social care and the police are told at once already, at every age.
        by_age(aged_13_to_15=ADVISER),
    ],
    "familial_abuse": [always("familial-protect-every-child")],
    "belief_based_harm_or_forced_marriage": [always(*FAMILY_LAST)],
    "trafficked": [always("trafficked-tell-police-and-social-care", "trafficked-national-referral")],
    "gang_links": [always("gang-refer-today")],
    "online_harm": [always("online-leave-images-alone", "online-report-and-remove")],
    "sexual_health_presentation": [
        always("health-ask-every-time", "health-explain-then-share", "health-keep-a-record"),
        SEXUAL,
    ],
    "regular_substance_misuse": [always("substances-refer")],
    "not_at_school": [
        always(
            "school-calls-home-today", "school-listens-on-return", "school-persistent-absence", "school-tells-carers"
        )
    ],
    "homeless_or_unsuitable_housing": [HOUSED],
    "youth_offending_medium_or_high": [
        always("youth-justice-refer-whatever-the-risk", "youth-justice-ask-who-is-behind-it")
    ],
    "may_have_harmed_others": [always("harmed-others-protect-every-child", "harmed-others-specialist-assessment")],
}

# Items that say what a fact says, or that the policy ties to the same duty. Every other item brings none of its own.
ITEM_DUTIES = {
    "03": [always("substances-refer")],
    "04": [SEXUAL, PREGNANT],
    "05": [SEXUAL],
    "06": [SEXUAL],
    "08": [always("school-persistent-absence", "school-tells-carers")],
    "13": [always("online-report-and-remove")],
    "16": [always("gang-refer-today")],
    "17": [always("online-report-and-remove")],
    "18": [always("online-leave-images-alone", "online-report-and-remove")],
    "23": [always("tell-social-worker-and-manager")],
    "25": [always("gang-refer-today")],
    "27": [SEXUAL],
    "28": [SEXUAL],
    "31": [always(*AFTER_MISSING)],
    "32": [always(*AFTER_MISSING)],
    "33": [always(*AFTER_MISSING)],
    "34": [always(*AFTER_MISSING)],
    "45": [always(*FAMILY_LAST)],
    "46": [always(*FAMILY_LAST)],
    "47": [HOUSED],
}
VULNERABILITY = [f"{number:02}" for number in range(39, 48)]


def actions(given):
    return to_dict(assess(case_from(given)))["actions"]


def ids(given):
    return [action["id"] for action in actions(given)]


def added(duties, age):
    return set().union(*(duty(age) for duty in duties))


def test_nothing_recorded_brings_no_action():
    for age in AGES:
        assert ids(checklist_case(age=age)) == []


@pytest.mark.parametrize("fact", FACT_DUTIES)
def test_each_fact_brings_its_duty(fact):
    for age in AGES:
        for answer in RECORDED:
            found = ids(checklist_case(age=age, **{fact: answer}))
            assert len(found) == len(set(found))
            assert set(found) == (SECTION_47 if fact == "disclosure" else REFER) | added(FACT_DUTIES[fact], age), age


@pytest.mark.parametrize("number", sorted(LAMBETH_BY_NUMBER))
def test_each_item_brings_its_duty_and_no_other(number):
    no_sign = NO_SIGN if number in VULNERABILITY else set()
    for age in AGES:
        expected = no_sign | added(ITEM_DUTIES.get(number, []), age)
        assert set(ids(checklist_case(number, age=age))) == REFER | BARE | expected, age
        told = {"marks": {number: "amber"}, "evidence": (number,)}
        assert set(ids(checklist_case(suspected=(number,), age=age, **told))) == REFER | expected, age
        marked_red = {"marks": {number: "red"}, "evidence": (number,)}
        expected |= {"say-what-is-red"}
        assert set(ids(checklist_case(number, age=age, **marked_red))) == SECTION_47 | expected, age


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (checklist_case("12", recurring=("12",)), REFER | BARE | {"say-what-keeps-happening"}),
        (checklist_case(other=((None, "present"),)), REFER),
        (checklist_case(other=(("amber", "suspected"),)), REFER),
        (checklist_case(other=(("red", "suspected"),)), SECTION_47 | {"say-what-is-red"}),
        (checklist_case(harm="suspected"), SECTION_47),
        (checklist_case("12", harm="present"), SECTION_47 | BARE),
    ],
)
def test_what_other_things_recorded_bring(given, expected):
    assert set(ids(given)) == expected


def test_every_action_is_brought_by_some_row_here():
    brought = REFER | SECTION_47 | BARE | {"say-what-is-red", "say-what-keeps-happening"}
    for duties in (*FACT_DUTIES.values(), *ITEM_DUTIES.values()):
        for age in AGES:
            brought |= added(duties, age)
    assert brought == {action.id for action in load_instrument(LAMBETH).actions}


# --- in order, and once ---

EVERYTHING = checklist_case(*LAMBETH_BY_NUMBER, age=None, harm="present", **dict.fromkeys(FACT_DUTIES, "present"))


@pytest.mark.parametrize("age", AGES)
def test_no_action_comes_twice_however_many_things_call_for_it(age):
    given = EVERYTHING | {"child": EVERYTHING["child"] | {"age": age}}
    found = ids(given)
    assert len(found) == len(set(found))
    whens = [("now", "today", "ongoing").index(action["when"]) for action in actions(given)]
    assert whens == sorted(whens)


@pytest.mark.parametrize(
    "given",
    [
        checklist_case(missing_now="present"),
        checklist_case(missing_now="suspected", age=12, disclosure="present", trafficked="present"),
        checklist_case("28", age=12, marks={"28": "red"}, missing_now="suspected"),
        checklist_case("39", missing_now="present", looked_after="present", placed_by_another_authority="present"),
        EVERYTHING,
    ],
)
def test_a_missing_child_is_reported_now_to_police_and_to_social_care_before_anything_else(given):
    first, second = actions(given)[:2]
    assert (first["id"], second["id"]) == ("report-missing-now", "tell-social-care-child-is-missing")
    assert (first["when"], second["when"]) == ("now", "now")
    assert "police now, by phone" in first["text"]
    assert "There is no waiting period" in first["text"]


# What a practitioner reads first under "What to do now".
FIRST = [
    (checklist_case(disclosure="suspected"), ["believe-the-child", "report-what-the-child-said"]),
    (checklist_case("27", age=12), ["under-13-tell-social-care-and-police"]),
    (checklist_case("27", age=None), ["age-not-known-act-as-under-13"]),
    (checklist_case("45"), ["do-not-contact-the-family-first"]),
    (checklist_case(belief_based_harm_or_forced_marriage="suspected"), ["do-not-contact-the-family-first"]),
    (checklist_case("12", familial_abuse="present"), ["familial-protect-every-child"]),
    (checklist_case("12", position_of_trust_or_family="present"), ["position-of-trust-tell-social-care-and-police"]),
    (checklist_case("12", trafficked="present"), ["trafficked-tell-police-and-social-care"]),
    (checklist_case("12"), ["refer-today"]),
    (checklist_case("12", marks={"12": "red"}), ["call-social-care-and-police", "say-what-is-red"]),
    (checklist_case(harm="suspected"), ["call-social-care-and-police", "ask-for-strategy-discussion-now"]),
    # A talk about what is recorded never stands before a call.
    (checklist_case("39"), ["refer-today"]),
    (checklist_case(looked_after="present"), ["refer-today"]),
    (checklist_case("39", marks={"39": "red"}), ["call-social-care-and-police", "say-what-is-red"]),
    (checklist_case(looked_after="present", harm="present"), ["call-social-care-and-police"]),
    (checklist_case("39", disclosure="present"), ["believe-the-child", "report-what-the-child-said"]),
]


@pytest.mark.parametrize(("given", "expected"), FIRST)
def test_what_comes_first(given, expected):
    assert ids(given)[: len(expected)] == expected


def test_what_comes_first_when_everything_is_recorded():
    assert ids(EVERYTHING)[:11] == [
        "report-missing-now",
        "tell-social-care-child-is-missing",
        "believe-the-child",
        "report-what-the-child-said",
        "age-not-known-act-as-under-13",
        "do-not-contact-the-family-first",
        "familial-protect-every-child",
        "position-of-trust-tell-social-care-and-police",
        "trafficked-tell-police-and-social-care",
        "call-social-care-and-police",
        "ask-for-strategy-discussion-now",
    ]


NOW = {
    "report-missing-now", "tell-social-care-child-is-missing", "believe-the-child", "report-what-the-child-said",
    "under-13-tell-social-care-and-police", "age-not-known-act-as-under-13", "do-not-contact-the-family-first",
    "familial-protect-every-child", "position-of-trust-tell-social-care-and-police",
    "trafficked-tell-police-and-social-care", "talk-about-what-is-recorded", "call-social-care-and-police",
    "say-what-is-red", "ask-for-strategy-discussion-now", "refer-today", "school-calls-home-today",
    "tell-social-worker-and-manager", "for-gain-tell-social-care-and-police", "online-leave-images-alone",
    "homeless-refer", "harmed-others-protect-every-child",
}  # fmt: skip


def test_what_is_for_now_is_for_now_and_nothing_waits_for_a_date():
    rules = load_instrument(LAMBETH).actions
    assert {rule.id for rule in rules if rule.when == "now"} == NOW
    assert {rule.when for rule in rules} == {"now", "today", "ongoing"}
    assert {rule.if_sign_found or rule.only_when_softened for rule in rules} == {False}
