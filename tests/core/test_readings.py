"""Readings of unclear places in the sources: a case for each, and what must come out.

Each row's id is the address of the entry on the page "Where the sources differ" (docs/_data/differences.toml),
which names it as its proof.
"""

from __future__ import annotations

import re

import pytest

from cse_core import CaseError, Mark, assess, case_from, instrument_to_json, load_instrument, to_dict
from cse_core.engine.assess import assess_case
from tests.cases import BY_REF, INSTRUMENT, LAMBETH, LAMBETH_BY_NUMBER, STATUSES, case, checklist_case

CHECKLIST = load_instrument(LAMBETH)
NOT_KNOWN = dict.fromkeys(STATUSES, "not_known")
FIVE_LOW = ("LOW-02", "LOW-04", "LOW-06", "LOW-10", "LOW-18")
JUDGED_LOW = {"level": "low", "reasons": "what was seen"}
# Actions of the printed form, by the number this project gave them.
LOW, MED, HIGH = "PB-A3-LOW-ACT-", "PB-A3-MED-ACT-", "PB-A3-HIGH-ACT-"
PROTECT_NOW = f"{MED}01"


def recent(ref, recency):
    """A case with one item, last seen then."""
    given = case()
    given["answers"] = {BY_REF[ref]: {"answer": "present", "recency": recency}}
    return given


# --- Pan-Bedfordshire: what comes out ---
# `flags`, `actions` and `held` must be among those that come out; `no_...` must not. `held` actions wait for a sign,
# `free` ones do not. `first` is how the actions begin, `when` says how soon, `says` what an action's text contains.

READINGS = {
    "signs-and-background": [
        (case("LOW-18"), {"level": "low", "flags": ["vulnerability_only"], "first": ["talk-about-what-is-recorded"]}),
        (case("LOW-18", "LOW-04"), {"level": "low", "no_flags": ["vulnerability_only"], "no_actions": ["talk-about-what-is-recorded"]}),
    ],
    "nothing-ticked": [
        (case(), {"status": "nothing_recorded", "level": None, "indicated_level": None, "could_be": None, "review": None}),
        (case(missing_now="present"), {"level": None, "first": ["report-missing-now"]}),
    ],
    "two-gaps-at-once": [
        (case(age=None, judgement=JUDGED_LOW), {"status": "final", "level": "low", "could_be": "low", "unknowns": []}),
        (case(looked_after="not_known", judgement=JUDGED_LOW), {"could_be": "medium", "unknowns": ["looked_after"]}),
        (case(age=None, looked_after="not_known", judgement=JUDGED_LOW),
         {"status": "provisional", "level": "low", "could_be": "high", "unknowns": ["age", "looked_after"]}),
    ],
    "item-left-off-the-form": [
        (case("7.3-08"), {"level": "high", "flags": ["section_7_only_item"]}),
        (case(suspected=("7.3-08",)), {"level": "high", "flags": ["section_7_only_item"]}),
    ],
    "same-sign-on-two-lists": [
        (case("LOW-04"), {"level": "low"}),
        (case("MED-10"), {"level": "medium", "counts": {"low": 0}}),
        (case("LOW-04", "MED-10"), {"level": "medium"}),
        (case("LOW-07", "MED-11"), {"level": "medium"}),
        (case("HIGH-12"), {"level": "high", "counts": {"low": 0, "medium": 0}}),
    ],
    "lists-without-weights": [
        (case(judgement={"significant_harm": "suspected"}), {"indicated_level": None, "level": "high"}),
        (case("LOW-04", judgement={"significant_harm": "absent"}), {"level": "low"}),
    ],
    "special-needs": [
        (case("LOW-15", age=17), {"level": "low", "flags": ["special_needs_discussion"], "when": {"discuss-special-needs": "today"}}),
        (case("LOW-15", age=17, mental_health_concern="not_known"), {"level": "high", "no_flags": ["special_needs_discussion"]}),
    ],
    "under-13-with-nothing-recorded": [
        (case(age=12), {"level": None, "flags": ["under_13"]}),
        (case(age=12, disclosure="suspected"), {"level": None, "when": {"report-what-the-child-said": "now"}}),
        (case(age=12, judgement={"significant_harm": "suspected"}), {"level": "high"}),
        (case(age=12, other=(("low", "suspected"),)), {"level": "high"}),
    ],
    "under-13-social-care-or-police": [
        (case(suspected=("LOW-07",), age=12), {
            "flags": ["sexual_activity_under_13"],
            "first": ["under-13-tell-social-care-and-police"],
            "when": {"under-13-tell-social-care-and-police": "now"},
            "says": {"under-13-tell-social-care-and-police": "social care and the police now. Do both"},
        }),
    ],
    "the-other-protocol": [
        (case("LOW-07", age=12), {"level": "high", "actions": ["under-13-tell-social-care-and-police", f"{HIGH}02"]}),
        (case("LOW-07", age=16), {"level": "low", "actions": ["ask-if-harm-is-happening", f"{LOW}02"]}),
        (case("MED-11", age=17), {"level": "medium", "actions": [f"{MED}02"]}),
    ],
    "under-13-item-and-age": [
        (case("HIGH-01", age=None), {"level": "high", "flags": ["sexual_activity_under_13"]}),
        (case("HIGH-01", age=14), {"level": "high", "flags": ["answers_disagree"], "actions": ["check-answers-that-disagree"]}),
        (case("HIGH-01", age=12), {"level": "high", "no_flags": ["answers_disagree"]}),
    ],
    "ages-13-to-15": [
        (case("LOW-04", age=age), {"level": "low", "flags": ["aged_13_to_15"]}) for age in (13, 14, 15)
    ],
    "ages-16-and-17": [
        *((case("LOW-04", age=age), {"level": "low", "flags": ["aged_16_or_17"]}) for age in (16, 17)),
        *((case("HIGH-05", age=age), {"level": "high"}) for age in (15, 16, 17)),
        (case("LOW-04", age=15), {"no_flags": ["aged_16_or_17"]}),
    ],
    "under-16-item-at-16": [
        (case("HIGH-03", age=age), {"level": "high", "flags": ["answers_disagree"], "says": {"check-answers-that-disagree": "Never take an item out only because of age"}})
        for age in (16, 17)
    ],
    "how-long-is-missing": [
        (case(missing_now="suspected"), {
            "flags": ["missing_now"],
            "first": ["report-missing-now"],
            "when": {"report-missing-now": "now"},
            "says": {"report-missing-now": "There is no waiting period"},
        }),
    ],
    "mailbox-or-phone": [
        (case(missing_now="present"), {"says": {"report-missing-now": "by phone. Call 999 if the child may be in danger, otherwise 101"}}),
        (case("LOW-04"), {"says": {f"{LOW}07": "by phone at once. Call 999 if they may be in danger, otherwise 101"}}),
        (case("MED-07"), {"says": {f"{MED}08": "by phone at once. Call 999 if they may be in danger, otherwise 101"}}),
    ],
    "missing-from-where": [
        (case(missing_now="present"), {"level": None, "actions": ["report-missing-now"]}),
        (case("LOW-04"), {"actions": [f"{LOW}07"]}),
        (case("MED-07"), {"actions": [f"{MED}08"]}),
        (case("HIGH-09"), {"actions": [f"{MED}08"], "free": [f"{MED}08"]}),
    ],
    "who-is-told-of-a-missing-child": [
        (case(missing_now="present"), {
            "first": ["report-missing-now", "tell-social-care-child-is-missing"],
            "who": {"report-missing-now": "Whoever knows the child is missing"},
            "says": {"tell-social-care-child-is-missing": "the child's social worker or their manager if there is one"},
        }),
    ],
    "talk-after-coming-back": [
        (case(missing_now="present"), {
            "says": {"offer-a-return-interview": "someone independent, after every episode"},
            "source_says": {"offer-a-return-interview": "72 hours"},
        }),
    ],
    "how-soon-after-a-disclosure": [
        (case(disclosure="suspected"), {
            "level": None,
            "first": ["believe-the-child", "report-what-the-child-said"],
            "when": {"report-what-the-child-said": "now"},
            "says": {"report-what-the-child-said": "Call 999 if this child or another child is in danger now"},
        }),
    ],
    "how-much-to-ask": [
        (case(disclosure="present"), {"says": {"believe-the-child": "Do not press for detail"}}),
    ],
    "telling-the-parents": [
        (case("LOW-04"), {"says": {f"{LOW}02": "with the family unless that could put the child in danger"}}),
    ],
    "facts-or-impressions": [
        (case(suspected=("LOW-04",)), {"level": "low", "flags": ["suspected_only"], "flag_says": {"suspected_only": "You do not need proof to refer"}}),
        (case("LOW-04"), {"says": {f"{LOW}09": "It never replaces a referral"}}),
        (case("MED-07"), {"says": {f"{MED}02": "You do not have to be sure first"}}),
    ],
    "one-item-and-social-care": [
        (case("LOW-04"), {
            "when": {f"{LOW}02": "today"},
            "says": {f"{LOW}02": "whether to refer to children's social care as well"},
            "source_says": {f"{LOW}02": "Do not use that as a reason not to refer"},
        }),
        (case("MED-07"), {"when": {f"{MED}02": "today"}, "says": {f"{MED}02": "Refer to children's social care today"}}),
    ],
    "low-assessment-or-referral": [
        (case("LOW-04"), {"says": {f"{LOW}02": "Start an early help assessment"}, "no_actions": ["decide-and-record-five-low"]}),
        (case(*FIVE_LOW), {"level": "low", "actions": [f"{LOW}02"], "says": {"decide-and-record-five-low": "Write down what you decided and why"}}),
    ],
    "medium-and-section-47": [
        (case("MED-07"), {
            "when": {f"{MED}02": "today"},
            "says": {f"{MED}02": "They decide whether to start a section 47 enquiry", f"{MED}05": "If social care decides on no section 47 enquiry"},
            "no_held": [f"{MED}02"],
        }),
    ],
    "strategy-meeting": [
        (case(ref), {"says": {f"{MED}04": "At Medium and High a discussion must be held"}, "free": [f"{MED}04"]})
        for ref in ("MED-07", "HIGH-09")
    ],
    "conference-or-panel": [
        (case("HIGH-09"), {"says": {f"{HIGH}03": "conference, and for the exploitation panel as well"}, "actions": [f"{MED}12"]}),
        (case("LOW-04"), {"actions": [f"{LOW}06"]}),
        (case("MED-07"), {"actions": [f"{MED}12"]}),
    ],
    "what-comes-first": [
        (case("HIGH-09"), {"first": ["ask-if-harm-is-happening"], "when": {f"{HIGH}02": "now", f"{HIGH}04": "now"}}),
        (case("HIGH-09", missing_now="present"), {"first": ["report-missing-now", "ask-if-harm-is-happening"]}),
        (case("LOW-07", age=12), {"first": ["under-13-tell-social-care-and-police", "ask-if-harm-is-happening"]}),
    ],
    "steps-that-wait-for-a-sign": [
        (case(learning_disability="present"), {
            "level": "high",
            "flags": ["status_only", "vulnerability_only"],
            "first": ["talk-about-what-is-recorded"],
            "held": [PROTECT_NOW, f"{HIGH}03", f"{HIGH}04", f"{HIGH}06", f"{HIGH}07", f"{MED}12"],
            "free": [f"{HIGH}02", f"{MED}04", f"{MED}08", f"{HIGH}08"],
        }),
        (case(learning_disability="present", disclosure="present"), {"held": [], "free": [f"{HIGH}04"]}),
    ],
    "own-concern-ends-the-wait": [
        (case("LOW-10"), {"held": [f"{LOW}06"]}),
        (case("LOW-10", other=(("low", "suspected"),)), {"free": [f"{LOW}06"], "no_actions": ["talk-about-what-is-recorded"]}),
    ],
    "one-sentence-two-duties": [
        (case("LOW-10"), {"free": [f"{LOW}00"], "held": ["ask-for-exploitation-meeting"]}),
        (case("LOW-04"), {"free": [f"{LOW}00", "ask-for-exploitation-meeting"]}),
    ],
    "disruption-with-the-police": [
        (case("MED-07"), {"says": {f"{MED}13": "Do not approach or warn anyone yourself"}, "who": {f"{MED}13": "Police and partners, with you"}}),
        (case("HIGH-09"), {"says": {f"{HIGH}07": "Agree with the police"}, "who": {f"{HIGH}07": "Police and partners, with you"}, "no_actions": [f"{MED}13"]}),
    ],
    "controlling-the-child": [
        (case("MED-07"), {"says": {PROTECT_NOW: "A move needs assessment, and must not feel like a punishment"}}),
        (case("HIGH-09"), {"says": {f"{HIGH}07": "Look at the people and places first"}}),
    ],
    "until-when": [
        (case("MED-07"), {"says": {f"{MED}12": "until the child is protected."}}),
        (case("HIGH-09"), {"says": {f"{MED}12": "until the child is protected.", f"{HIGH}05": "until the child is protected from abuse"}}),
    ],
    "three-clocks": [
        (case(ref), {"says": {f"{LOW}04": "Assess again every four to six weeks until the child is protected, and at once if anything changes"}})
        for ref in ("LOW-04", "MED-07", "HIGH-09")
    ],
    "past-harm": [
        (recent(ref, recency), {"level": level})
        for ref, level in (("LOW-04", "low"), ("MED-07", "medium"), ("HIGH-09", "high"))
        for recency in ("current", "past_6_months", "earlier", "not_known")
    ],
    "five-low-items": [
        (case(*FIVE_LOW), {"level": "low", "flags": ["five_or_more_low"], "counts": {"low": 5}}),
        (case(*FIVE_LOW[:4]), {"level": "low", "no_flags": ["five_or_more_low"]}),
        (case(*FIVE_LOW[:4], other=(("low", "present"),)), {"level": "low", "flags": ["five_or_more_low"]}),
    ],
    "asked-twice": [
        (case("LOW-11", looked_after="absent"), {"level": "medium", "flags": ["answers_disagree"], "counts": {"low": 1}}),
        (case("LOW-11", looked_after="suspected"), {"level": "medium", "flags": ["answers_disagree"], "counts": {"low": 1, "suspected": 0}}),
        (case(absent=("LOW-15",), learning_disability="suspected"), {"level": "high", "flags": ["answers_disagree"]}),
    ],
    "one-form-many-names": [
        (case("LOW-04"), {"says": {f"{LOW}09": "never replaces a referral"}}),
        (case("MED-07"), {"says": {f"{MED}15": "never replaces a referral"}}),
        (case("HIGH-09"), {"says": {f"{HIGH}09": "never replaces a referral"}}),
    ],
    "cut-and-garbled": [
        (case("HIGH-09"), {"when": {f"{HIGH}04": "now"}, "says": {f"{HIGH}04": "an immediate joint section 47 investigation"}}),
    ],
    "rules-printed-as-examples": [
        (case("LOW-07", age=12), {"level": "high", "first": ["under-13-tell-social-care-and-police"]}),
        (case("MED-07"), {"actions": [f"{MED}02"]}),
        (case("LOW-04"), {"actions": ["ask-for-exploitation-meeting"]}),
        (case(missing_now="present"), {"first": ["report-missing-now"]}),
    ],
}  # fmt: skip


def check(result, expected):
    """Every expectation, by its name."""
    actions = {action["id"]: action for action in result["actions"]}
    flags = {flag["id"]: flag for flag in result["flags"]}
    held = {id_ for id_, action in actions.items() if action["condition"] == "if_sign_found"}
    checks = {
        "flags": lambda ids: set(ids) <= set(flags),
        "no_flags": lambda ids: not set(ids) & set(flags),
        "actions": lambda ids: set(ids) <= set(actions),
        "no_actions": lambda ids: not set(ids) & set(actions),
        "held": lambda ids: set(ids) <= held and bool(ids) == bool(held),
        "no_held": lambda ids: set(ids) <= set(actions) and not set(ids) & held,
        "free": lambda ids: set(ids) <= set(actions) - held,
        "first": lambda ids: list(actions)[: len(ids)] == ids,
        "when": lambda by_id: all(actions[id_]["when"] == when for id_, when in by_id.items()),
        "who": lambda by_id: all(actions[id_]["who"] == who for id_, who in by_id.items()),
        "says": lambda by_id: all(words in actions[id_]["text"] for id_, words in by_id.items()),
        "source_says": lambda by_id: all(words in actions[id_]["source_says"] for id_, words in by_id.items()),
        "flag_says": lambda by_id: all(words in flags[id_]["text"] for id_, words in by_id.items()),
        "unknowns": lambda facts: [unknown["fact"] for unknown in result["unknowns"]] == facts,
        "counts": lambda counts: counts.items() <= result["counts"].items(),
    }
    for name, value in expected.items():
        if name in checks:
            assert checks[name](value), f"{name}: {value}"
        else:
            assert result[name] == value, name


@pytest.mark.parametrize("rows", READINGS.values(), ids=READINGS)
def test_reading(rows):
    for given, expected in rows:
        check(to_dict(assess(case_from(given))), expected)


# --- Lambeth: what comes out ---

NO_MARK = {"red": 0, "amber": 0, "green": 0, "unmarked": 1}
REFER = {"pathway": "refer_now", "actions": ["refer-today"], "when": {"refer-today": "now"}}

CHECKLIST_READINGS = {
    "suspected-or-known": [
        (checklist_case("11"), REFER),
        (checklist_case(suspected=("11",)), {**REFER, "flags": ["suspected_only"]}),
        (checklist_case(suspected=("11",), marks={"11": "red"}), {"pathway": "section_47_now"}),
    ],
    "colours-lost": [
        (checklist_case(number), {"pathway": "refer_now", "level": None, "indicated_level": None, "marks": NO_MARK})
        for number in LAMBETH_BY_NUMBER
    ],
    "who-gives-the-colour": [
        (checklist_case("12", marks={"12": "red"}), {"pathway": "section_47_now", "flags": ["red_mark"]}),
        (checklist_case("12", "13", marks={"12": "red", "13": "green"}), {"pathway": "section_47_now"}),
        (checklist_case("12", marks={"12": "amber"}), {**REFER, "no_flags": ["red_mark", "unmarked"]}),
        (checklist_case("12"), {**REFER, "flags": ["unmarked"], "unmarked": ["secretive"], "no_flags": ["red_mark"]}),
        (checklist_case(other=(("red", "suspected"),)), {"pathway": "section_47_now"}),
    ],
    "green-and-amber": [
        (checklist_case("12", marks={"12": "green"}, evidence=("12",)), REFER),
        (checklist_case("12", "13", marks={"12": "amber", "13": "green"}), REFER),
        (checklist_case(other=(("green", "suspected"),)), REFER),
    ],
    "two-tools-two-scales": [
        (checklist_case("03", marks={"03": "amber"}), {"level": None, "indicated_level": None, "could_be": None, "professional_level": None}),
        (checklist_case("19", marks={"19": "red"}), {"level": None, "indicated_level": None, "review": None}),
    ],
    "lambeth-fact-without-an-item": [
        (checklist_case(**{fact.id: "suspected"}), {"pathway": "section_47_now" if fact.id == "disclosure" else "refer_now", "unmarked": []})
        for fact in CHECKLIST.facts
    ] + [
        (checklist_case(**{fact: "present"}), {"flags": ["no_sign_recorded"], "actions": ["talk-about-what-is-recorded", "refer-today"]})
        for fact in ("looked_after", "disability", "placed_by_another_authority")
    ],
    "evidence-first": [
        (checklist_case("30"), {**REFER, "evidence_missing": ["reliable-reports"], "flags": ["evidence_missing"]}),
        (checklist_case("30", evidence=("30",)), {**REFER, "evidence_missing": [], "no_flags": ["evidence_missing"]}),
        (checklist_case("30", marks={"30": "red"}), {"pathway": "section_47_now", "evidence_missing": ["reliable-reports"]}),
    ],
    "under-13-should-or-must": [
        (checklist_case(suspected=(number,), marks={number: "green"}, age=12), {
            "flags": ["under_13_automatic_referral"],
            "first": ["under-13-tell-social-care-and-police"],
            "when": {"under-13-tell-social-care-and-police": "now"},
            "says": {"under-13-tell-social-care-and-police": "social care and the police now. Do both, whatever the child or anyone else says"},
        })
        for number in ("04", "05", "06", "27", "28")
    ],
    "lambeth-age-not-known": [
        *((checklist_case(suspected=(number,), age=None), {**REFER, "first": ["age-not-known-act-as-under-13"], "unknowns": ["age"]})
          for number in ("04", "05", "06", "27", "28")),
        (checklist_case("12", age=None), {**REFER, "no_actions": ["age-not-known-act-as-under-13"]}),
    ],
    "lambeth-check-that-raises-nothing": [
        (checklist_case(age=12, sexual_health_presentation="present"), {"pathway": "refer_now", "actions": ["under-13-tell-social-care-and-police"]}),
        (checklist_case("27", age=12), {"flags": ["under_13_automatic_referral"]}),
        (checklist_case("27", age=17), {**REFER, "no_flags": ["under_13_automatic_referral"]}),
        (checklist_case(age=None, sexual_health_presentation="present"), {"actions": ["age-not-known-act-as-under-13"]}),
    ],
    "similar-age-or-imbalance": [
        *((checklist_case("27", marks={"27": "green"}, age=age), REFER) for age in (13, 14, 15, 16, 17)),
        *((checklist_case("27", age=age), {"actions": ["talk-about-sexual-activity-13-to-15"]}) for age in (13, 15)),
        *((checklist_case(age=age, power_imbalance="suspected"), {**REFER, "says": {"imbalance-refer-for-each-child": "refer for both"}})
          for age in (14, 17)),
    ],
    "particularly-under-16": [
        (checklist_case(age=age, sexual_activity_for_gain="suspected"),
         {"pathway": "refer_now", "when": {"for-gain-tell-social-care-and-police": "now"}, "says": {"for-gain-tell-social-care-and-police": "at any age under 18"}})
        for age in range(10, 18)
    ],
    "mother-exactly-16": [
        (checklist_case(age=15, pregnant="present"), {**REFER, "says": {"pregnant-under-16-refer": "today, always"}, "no_actions": ["pregnant-16-or-17-assess"]}),
        *((checklist_case(age=age, pregnant="suspected"), {**REFER, "says": {"pregnant-16-or-17-assess": "Refer on any worry at all"}, "no_actions": ["pregnant-under-16-refer"]})
          for age in (16, 17)),
        (checklist_case(age=None, pregnant="present"), {"says": {"pregnant-under-16-refer": "always", "pregnant-16-or-17-assess": "Assess today"}}),
    ],
    "homeless-under-18": [
        (checklist_case(age=15, homeless_or_unsuitable_housing="suspected"), {**REFER, "says": {"homeless-refer": "at any age under 18"}, "no_actions": ["homeless-16-or-17-accommodate"]}),
        *((checklist_case(age=age, homeless_or_unsuitable_housing="present"), {"pathway": "refer_now", "says": {"homeless-refer": "at any age under 18"}, "when": {"homeless-16-or-17-accommodate": "today"}})
          for age in (16, 17)),
    ],
    "how-long-is-missing": [
        (checklist_case(missing_now="suspected"), {
            "first": ["report-missing-now"],
            "when": {"report-missing-now": "now"},
            "says": {"report-missing-now": "There is no waiting period"},
            "source_says": {"report-missing-now": "None of these is a reason to wait"},
        }),
    ],
    "phone-contact-is-not-safety": [
        (checklist_case(missing_now="suspected"), {"says": {
            "report-missing-now": "A reply to a call or a message does not show where the child is, or who is with them",
            "report-every-absence": "every night away that nobody agreed to, however short",
        }}),
    ],
    "out-of-character": [
        (checklist_case(not_at_school="suspected"), {
            "pathway": "refer_now",
            "when": {"school-calls-home-today": "now"},
            "says": {"school-calls-home-today": "If nobody knows where the child is, report them missing to the police now"},
        }),
    ],
    "who-is-told-of-a-missing-child": [
        (checklist_case(missing_now="present"), {
            "first": ["report-missing-now", "tell-social-care-child-is-missing"],
            "who": {"report-missing-now": "Whoever knows the child is missing"},
            "says": {"tell-social-care-child-is-missing": "both, not one or the other", "report-every-absence": "Help parents and carers to report"},
        }),
    ],
    "talk-after-coming-back": [
        (checklist_case(**{fact: "present"}), {
            "says": {"offer-a-return-interview": "After every time the child has been missing"},
            "source_says": {"offer-a-return-interview": "72 hours"},
        })
        for fact in ("missing_now", "missing_before")
    ],
    "how-soon-after-a-disclosure": [
        (checklist_case(disclosure="suspected"), {
            "pathway": "section_47_now",
            "first": ["believe-the-child", "report-what-the-child-said"],
            "when": {"believe-the-child": "now", "report-what-the-child-said": "now"},
        }),
    ],
    "how-much-to-ask": [
        (checklist_case(disclosure="present"), {"says": {"believe-the-child": "Do not press for detail"}}),
    ],
    "parents-signature": [
        (checklist_case(suspected=("12",)), {**REFER, "says": {
            "explain-what-you-are-sharing": "Nobody's consent is needed, and a no does not stop the referral",
        }}),
        (checklist_case("12"), {"says": {"explain-what-you-are-sharing": "parents or carers too, unless that could put the child in danger"}}),
    ],
    "consent-first": [
        (checklist_case(sexual_health_presentation="present"), {**REFER, "says": {
            "health-explain-then-share": "If they say no, tell them that you will still refer, and do it",
            "explain-what-you-are-sharing": "a no does not stop the referral",
        }}),
    ],
    "everybody-has-to-agree": [
        (checklist_case(suspected=("02",)), {**REFER, "says": {"tell-your-safeguarding-lead": "or they disagree, refer all the same"}}),
    ],
    "form-or-any-route": [
        (checklist_case("12"), {**REFER, "says": {
            "refer-today": "by any route. A phone call is quickest, and it comes before any form",
            "send-the-referral-form": "After the call",
        }}),
        (checklist_case("12", marks={"12": "red"}), {"says": {"call-social-care-and-police": "Do not finish a form first"}}),
    ],
    "placed-by-another-authority": [
        (checklist_case(placed_by_another_authority="present"), {**REFER, "says": {"protect-here-then-tell-home-authority": "Protect the child where they are first"}}),
    ],
    "many-panels": [
        (checklist_case("12"), {"says": {"ask-for-the-exploitation-panel": "No panel's date delays anything"}}),
    ],
    "telling-the-parents": [
        (checklist_case(not_at_school="present"), {"says": {
            "school-calls-home-today": "unless one of them may be harming the child",
            "school-listens-on-return": "unless that could put the child in danger",
        }}),
        (checklist_case(familial_abuse="suspected"), {"says": {"familial-protect-every-child": "Do not speak to the family first"}}),
        (checklist_case(belief_based_harm_or_forced_marriage="suspected"), {"first": ["do-not-contact-the-family-first"]}),
    ],
    "no-route-for-trafficking": [
        (checklist_case(trafficked="suspected"), {
            "pathway": "refer_now",
            "first": ["trafficked-tell-police-and-social-care"],
            "when": {"trafficked-tell-police-and-social-care": "now"},
            "says": {"trafficked-national-referral": "National Referral Mechanism"},
        }),
    ],
    "allegation-against-a-worker": [
        (checklist_case(position_of_trust_or_family="suspected"), {
            "first": ["position-of-trust-tell-social-care-and-police"],
            "when": {"position-of-trust-allegations-procedure": "today"},
            "says": {"position-of-trust-allegations-procedure": "every other child they meet"},
        }),
    ],
    "youth-justice-scale": [
        (checklist_case(youth_offending_medium_or_high="present"), {**REFER, "says": {"youth-justice-refer-whatever-the-risk": "whatever the offending risk"}}),
        (checklist_case("16", youth_offending_medium_or_high="absent"), REFER),
    ],
    "young-person-who-harms": [
        (checklist_case(may_have_harmed_others="suspected"), {"pathway": "refer_now", "says": {
            "harmed-others-protect-every-child": "Refer this child now, as a child who may be harmed or forced. Refer every child",
        }}),
    ],
    "regularly-in-brackets": [
        (checklist_case(regular_substance_misuse="suspected"), {**REFER, "says": {"substances-refer": "on suspicion alone"}}),
        (checklist_case(suspected=("03",), regular_substance_misuse="absent"), REFER),
    ],
    "stepping-down": [
        (checklist_case("31", recurring=("31",)), {
            "review": None,
            "recurring": ["persistently-missing-or-late"],
            "flags": ["recurring"],
            "says": {"refer-again-at-once": "If anything new comes up, refer again at once, as child protection"},
        }),
    ],
    "own-picture": [
        (checklist_case(suspected=("18",)), REFER),
        (checklist_case(online_harm="suspected"), {"pathway": "refer_now", "when": {"online-leave-images-alone": "now"},
         "says": {"online-leave-images-alone": "Do not look for, copy, print or send on any image of a child"}}),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", CHECKLIST_READINGS.values(), ids=CHECKLIST_READINGS)
def test_lambeth_reading(rows):
    for given, expected in rows:
        check(to_dict(assess(case_from(given))), expected)


@pytest.mark.parametrize(
    ("printed", "pathway"), [(Mark.RED, "section_47_now"), (Mark.AMBER, "refer_now"), (None, "refer_now")]
)
def test_lambeth_printed_colour(printed, pathway):
    items = tuple(item._replace(printed=printed) for item in CHECKLIST.indicators)
    made = assess_case(CHECKLIST._replace(indicators=items), case_from(checklist_case("12", marks={"12": "green"})))
    assert made.checklist.pathway.word == pathway


def test_lambeth_domains():
    assert len(CHECKLIST.groups) == 10
    assert {item.source_ref for item in CHECKLIST.indicators} == {f"LA-A4-{n:02}" for n in range(1, 55)}
    assert [item.id for item in CHECKLIST.indicators if item.level or item.printed] == []


@pytest.mark.parametrize(
    "given",
    [
        checklist_case("12", marks={"12": "high"}),
        checklist_case(other=(("medium", "present"),)),
        checklist_case() | {"judgement": {"level": "red", "reasons": "seen"}},
        case(other=(("red", "present"),)),
        case(judgement={"level": "amber", "reasons": "seen"}),
    ],
)
def test_each_tool_refuses_the_words_of_the_other(given):
    with pytest.raises(CaseError):
        case_from(given)


# --- how an item is asked: words that `plain` and `note`, or `language_note`, must hold, and `plain` must not ---

ITEM_WORDS = {
    "two-lists-two-wordings": [
        ("LOW-06", ["or others who support them"], [], []),
        ("LOW-09", ["an eating disorder or some self-harm"], [], []),
        ("MED-04", ["or would not make a complaint"], [], []),
        ("MED-09", ["One or more placements"], [], ["residential"]),
        ("MED-12", ["medical help"], [], ["treatment"]),
        ("HIGH-04", ["or suspected exploitation", "Suspected exploitation is enough"], [], []),
        ("HIGH-06", ["a sexual assault"], [], ["serious"]),
        ("HIGH-07", ["abducted the child or held them"], [], []),
        ("HIGH-10", ["miscarriage or termination", "Either counts"], [], []),
        ("HIGH-13", ["rewards the child"], [], ["money"]),
    ],
    "cars-and-unknown-adults": [
        ("MED-01", ["or spends time with adults thought to exploit children", "Any unknown adult counts"], [], []),
    ],
    "same-sign-on-two-lists": [
        ("LOW-04", ["answer the next item too"], [], []),
        ("MED-10", ["record it here even if the item before it also fits"], [], []),
    ],
    "how-often-is-regularly": [
        ("LOW-01", ["even once", "Report every episode at once"], [], ["regularly"]),
        ("MED-08", ["One unexplained night is enough"], [], []),
        ("HIGH-08", ["report them missing to the police now"], [], []),
    ],
    "taken-back": [
        ("MED-04", ["No proof is needed before you refer"], ["never makes the child less believable"], ["evidence"]),
        ("HIGH-06", [], ["common when a child is threatened or afraid"], []),
    ],
    "young-person-who-harms": [
        ("HIGH-13", ["or makes the child do it"], ["is a victim"], ["recruit"]),
    ],
    "no-route-for-trafficking": [("HIGH-09", ["within one town, or one street to the next"], [], [])],
    "dress-and-looks": [("LOW-02", [], ["never invites abuse"], ["overt"])],
    "who-is-the-victim": [("MED-03", ["or somebody makes them offer it"], ["do not call the adult the victim"], ["clipping", "rob", "victim"])],
    "risk-put-on-the-child": [("LOW-03", ["put the child in danger"], ["puts the risk on the child"], ["risk"])],
    "culture-faith-and-ethnicity": [("LOW-23", [], ["not a risk the child carries"], [])],
    "labels-for-trouble": [
        ("MED-13", [], ["a result of exploitation"], ["offend"]),
        ("MED-14", ["linked with a gang, or a gang is using them"], ["hide that the gang is exploiting them"], ["member"]),
        ("MED-09", [], ["not the child's fault"], []),
    ],
    "older-boyfriend": [("MED-06", ["Someone older"], ["People of any gender can exploit a child"], ["years"])],
    "labels-for-families": [("LOW-21", [], ["what you have seen, not a verdict"], [])],
    "whose": [
        ("LOW-22", ["An adult around the child"], ["never describes the child"], []),
        ("LOW-16", ["from other people"], ["Do not ask about, or record, a child's sexuality"], []),
        ("LOW-17", ["Either reading counts"], [], []),
    ],
}  # fmt: skip

CHECKLIST_WORDS = {
    "dress-and-looks": [
        ("36", ["whatever the new look"], ["never invites abuse"], ["revealing"]),
        ("37", ["or being made"], ["never makes anyone else less responsible"], []),
    ],
    "risk-put-on-the-child": [("06", ["puts the child at risk of harm"], ["puts the risk on the child"], ["risky"])],
    "judging-sexual-history": [("20", ["Any one of these is enough"], ["Never write"], ["promiscu"])],
    "lgbt-places": [("35", ["a child of any gender"], ["sexuality is never a sign", "Do not ask about sexuality"], ["gay", "toilet"])],
    "culture-faith-and-ethnicity": [
        ("45", ["Somebody may force the child to marry"], ["not a culture"], ["cultur", "young women"]),
        ("46", ["Somebody may harm or accuse the child"], ["never a faith"], ["possessed"]),
        ("52", [], ["Never guess from where somebody works, or from their race or religion"], []),
    ],
    "labels-for-families": [("41", ["serious problems"], ["a verdict on a family"], ["dysfunctional"])],
    "own-picture": [("18", ["Do not look at, copy, send or delete them"], ["a victim first, even if they took it or sent it"], ["crime", "offence"])],
}  # fmt: skip


def check_item(item, asked, explained, never):
    told = f"{item.plain} {item.note}"
    assert [words for words in asked if words.lower() not in told.lower()] == []
    assert [words for words in explained if words.lower() not in item.language_note.lower()] == []
    assert [words for words in never if words.lower() in item.plain.lower()] == []


@pytest.mark.parametrize("rows", ITEM_WORDS.values(), ids=ITEM_WORDS)
def test_item_words(rows):
    for ref, *words in rows:
        check_item(INSTRUMENT.indicator(BY_REF[ref]), *words)


@pytest.mark.parametrize("rows", CHECKLIST_WORDS.values(), ids=CHECKLIST_WORDS)
def test_lambeth_item_words(rows):
    for number, *words in rows:
        check_item(CHECKLIST.indicator(LAMBETH_BY_NUMBER[number]), *words)


# --- words that neither tool uses, in what it asks or in what it tells the reader to do ---

ASKED = "asked"
DONE = "done"

NOT_SAID = {
    "how-long-is-missing": (DONE, r"\b\d+ hours\b|\bcurfew\b"),
    "share-or-ask": (DONE, r"(?<!age of )(?<!Nobody's )(?<!anyone's )\bconsent\b(?! is not needed)|\bpermission\b"),
    "agreement-of-the-child": (ASKED, r"\bconsen|\bwilling|\bagree[sd]?\b"),
    "many-panels": (DONE, r"\bC?SERAC\b|\bCSEP\b|\bMASE\b|risky behaviour panel|risk management panel"),
    "letter-to-a-suspect": (DONE, r"\bletter\b"),
    "controlling-the-child": (DONE, r"\b(screen calls|restrain|confiscat|bed ?time|curfew|penalt|monitor (their|the child))"),
    "until-when": (DONE, r"\bdesist|risk[- ]taking|until (the child|they) (stops?|changes?)"),
    "risk-put-on-the-child": (ASKED + DONE, r"\babscond|risky behaviour|risk[- ]taking|(putting|placing) themsel"),
    "judging-sexual-history": (ASKED + DONE, r"\bpromiscu|\bhow many partners|number of partners|\bmultiple partners"),
    "words-from-the-sex-trade": (ASKED + DONE, r"\bprostitut|\bsex work|\bpunter|\bcustomer|\bclients?\b|\bsolicit(s|ing)\b"),
    "older-boyfriend": (ASKED + DONE, r"\b(girl|boy|girls|boys|he|she|her|his)\b"),
    "bodies-that-are-gone": (ASKED + DONE, r"\bLSCB\b|\bCAF\b|\bASSET\b|\bConnexions\b|youth offending|safeguarding children board"),
    "one-form-many-names": (DONE, r"(information|intelligence) (report|sharing) ?form|reporting form|risk indicator checklist"),
    "law-as-printed": (ASKED + DONE, r"statutory rape|Crime and Disorder Act|Data Protection Act|Fraser|Sexual Offences Act"),
    "a-duty-on-everyone": (ASKED + DONE, r"section 11\b|statutory duty|UK law|legal duty|by law"),
}  # fmt: skip


def asked(instrument):
    """What the form asks: each fact and item in today's words."""
    for part in (*instrument.facts, *instrument.indicators):
        yield part.plain


def done(instrument):
    """What the result tells the reader to do or notice. What the source printed stands apart and is not ours."""
    for action in instrument.actions:
        yield f"{action.text} {action.who}"
    yield from (flag.text for flag in instrument.flags)
    yield instrument.call.text


@pytest.mark.parametrize(("where", "pattern"), NOT_SAID.values(), ids=NOT_SAID)
def test_not_said(where, pattern):
    for instrument in (INSTRUMENT, CHECKLIST):
        told = [*(asked(instrument) if ASKED in where else ()), *(done(instrument) if DONE in where else ())]
        assert [text for text in told if re.search(pattern, text, re.IGNORECASE)] == []


# --- paragraphs that no item, rule or action rests on ---

NOT_CITED = {
    "lists-without-weights": ("PB-3.12", "PB-3.5"),
    "definition-of-exploitation": ("PB-1.2", "LA-S-1-definition", "LA-P-1-definition"),
    "the-other-protocol": ("PB-6.1-d", "PB-6.1-f"),
    "letter-to-a-suspect": ("PB-12",),
    "culture-faith-and-ethnicity": ("LA-P-1-cases", "LA-P-4.15-culture"),
    "real-people": ("PB-A1-S2b-description", "PB-A1-routing", "LA-S-1-rochdale", "LA-S-1-oxford", "LA-P-1-cases",
                    "LA-S-front", "LA-P-front", "LA-S-3.13-support", "LA-A3-training"),
    "law-as-printed": ("PB-A5", "PB-A1-GN-levers", "PB-12.1-g", "PB-12.1-b", "PB-A1-S4-questions"),
    "unfinished-text": ("LA-A5-tool", "LA-P-4.1", "LA-S-3.9-neighbours"),
}  # fmt: skip


@pytest.mark.parametrize("units", NOT_CITED.values(), ids=NOT_CITED)
def test_not_cited(units):
    for instrument in (INSTRUMENT, CHECKLIST):
        cited = set(re.findall(r'"((?:PB|LA)-[\w.-]+)"', instrument_to_json(instrument)))
        assert cited
        assert {cite for cite in cited for unit in units if re.match(rf"{re.escape(unit)}($|[-.])", cite)} == set()


# --- nothing of a real person, no old number ---


@pytest.mark.parametrize("instrument", [INSTRUMENT, CHECKLIST], ids=lambda instrument: instrument.id)
def test_no_number_or_mailbox(instrument):
    text = instrument_to_json(instrument)
    assert re.findall(r"\b0\d[\d ]{8,}\b|[\w.]+@[\w.]+|https?://|www\.", text) == []


@pytest.mark.parametrize("given", [case(), checklist_case()], ids=lambda given: given["instrument"])
@pytest.mark.parametrize("key", ["name", "description", "ethnicity", "hair", "height", "clothing"])
def test_no_place_for_a_description(given, key):
    with pytest.raises(CaseError):
        case_from(given | {"child": {**given["child"], key: "x"}})
    with pytest.raises(CaseError):
        case_from(given | {key: "x"})
