"""Pathways: each item, mark, fact and age of the Lambeth checklist, just below, at and above what decides. Never a level."""

from __future__ import annotations

import json
import re

import pytest

from cse_core import assess, case_from, case_schema, instrument_to_json, load_instrument, to_dict, to_text
from tests.cases import LAMBETH, LAMBETH_BY_NUMBER, LEVELS, MARKS, checklist_case

# The printed checklist, typed here a second time: its domains with their first and last item, and which items are
# what the child lives with and not a sign.
DOMAINS = {
    "health": (1, 7),
    "education": (8, 9),
    "emotional-and-behavioural-development": (10, 19),
    "identity": (20, 20),
    "family-and-social-relationships": (21, 35),
    "social-presentation": (36, 38),
    "family-history": (39, 44),
    "family-culture-and-religious-beliefs": (45, 46),
    "housing": (47, 48),
    "income": (49, 54),
}
NUMBERS = [f"{number:02}" for number in range(1, 55)]
VULNERABILITY = [f"{number:02}" for number in range(39, 48)]
# The five items that may mean sexual activity: under 13 each is an automatic referral.
SEXUAL = ("04", "05", "06", "27", "28")
# Every fact asked for besides age. One of them alone starts section 47 enquiries; the others are each a referral.
SECTION_47_FACTS = ("disclosure",)
REFERRED_FACTS = (
    "missing_now", "missing_before", "not_at_school", "pregnant", "sexual_activity_for_gain",
    "regular_substance_misuse", "homeless_or_unsuitable_housing", "sexual_health_presentation", "power_imbalance",
    "position_of_trust_or_family", "trafficked", "familial_abuse", "may_have_harmed_others",
    "youth_offending_medium_or_high", "gang_links", "online_harm", "disability",
    "belief_based_harm_or_forced_marriage", "placed_by_another_authority", "looked_after",
)  # fmt: skip
FACTS = (*SECTION_47_FACTS, *REFERRED_FACTS)
RECORDED = ("present", "suspected")
NOT_RECORDED = ("absent", "not_known")
AGES = (None, 0, 12, 13, 15, 16, 17)


def result(given):
    return to_dict(assess(case_from(given)))


def one(number, answer, **told):
    """A case with one item, and what was told about it."""
    given = checklist_case()
    given["answers"] = {LAMBETH_BY_NUMBER[number]: {"answer": answer, **told}}
    return given


def domain_of(number):
    (found,) = [domain for domain, (first, last) in DOMAINS.items() if first <= int(number) <= last]
    return found


@pytest.mark.parametrize("mark", [None, *MARKS])
@pytest.mark.parametrize("number", NUMBERS)
def test_one_item_alone(number, mark):
    item, kind = LAMBETH_BY_NUMBER[number], "vulnerabilities" if number in VULNERABILITY else "signs"
    for answer in RECORDED:
        for evidence in ("", "what was seen"):
            made = result(one(number, answer, level=mark, evidence=evidence))
            assert made["pathway"] == ("section_47_now" if mark == "red" else "refer_now")
            assert made["status"] == "final"
            assert made["marks"] == {"red": 0, "amber": 0, "green": 0, "unmarked": 0, mark or "unmarked": 1}
            assert made["unmarked"] == ([] if mark else [item])
            assert made["evidence_missing"] == ([] if evidence else [item])
            suspected = int(answer == "suspected")
            assert {key: value for key, value in made["counts"].items() if value} == (
                {kind: 1, "suspected": 1} if suspected else {kind: 1}
            )
            recorded = {domain: n["recorded"] for domain, n in made["domains"].items() if n["recorded"]}
            assert recorded == {domain_of(number): 1}
            assert made["domains"][domain_of(number)]["suspected"] == suspected


@pytest.mark.parametrize("answer", NOT_RECORDED)
@pytest.mark.parametrize("number", NUMBERS)
def test_an_item_not_recorded_gives_nothing_whatever_stands_beside_it(number, answer):
    for told in ({}, {"level": "red", "evidence": "what was seen", "recurring": True}):
        made = result(one(number, answer, **told))
        assert (made["pathway"], made["status"]) == ("nothing_recorded", "nothing_recorded")
        assert set(made["marks"].values()) == {0}
        assert (made["unmarked"], made["evidence_missing"], made["recurring"], made["flags"]) == ([], [], [], [])


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (checklist_case(marks={"34": "red"}), "You wrote something beside 1 item still at “Not known”."),
        (checklist_case(recurring=("34",)), "You wrote something beside 1 item still at “Not known”."),
        (checklist_case("11", marks={"34": "red", "35": "green"}), "beside 2 items still at “Not known”."),
        (checklist_case(absent=("34",), marks={"34": "red"}), "1 answer of “Absent” has a mark"),
        (checklist_case(absent=("34",), recurring=("34",)), "1 answer of “Absent” has a mark"),
        (checklist_case(absent=("34", "35"), marks={"34": "red", "35": "red"}), "2 answers of “Absent” have a mark"),
        (checklist_case(other=(("red", "absent"),)), "1 answer of “Absent” has a mark"),
        (checklist_case(other=(("red", "not_known"),)), "You described 1 other concern and left the answer"),
    ],
)
def test_a_mark_beside_what_is_not_recorded_is_said_in_the_reading(given, says):
    checked = case_from(given)
    assert says in " ".join(to_text(assess(checked), checked).split())


@pytest.mark.parametrize(
    "given", [checklist_case("34", marks={"34": "red"}), checklist_case(absent=("34",)), checklist_case()]
)
def test_nothing_is_said_of_a_mark_that_counts_or_is_not_there(given):
    checked = case_from(given)
    text = " ".join(to_text(assess(checked), checked).split())
    assert "has a mark" not in text
    assert "You wrote something" not in text


@pytest.mark.parametrize("mark", [None, *MARKS])
@pytest.mark.parametrize("answer", [*RECORDED, *NOT_RECORDED])
def test_another_concern_alone(answer, mark):
    made = result(checklist_case(other=((mark, answer),)))
    expected = "section_47_now" if mark == "red" else "refer_now"
    assert made["pathway"] == (expected if answer in RECORDED else "nothing_recorded")
    assert made["counts"]["other"] == int(answer in RECORDED)
    # Marks and domains count the checklist's own items.
    assert set(made["marks"].values()) == {0}
    assert {n["recorded"] for n in made["domains"].values()} == {0}


@pytest.mark.parametrize("fact", FACTS)
def test_one_fact_alone(fact):
    for age in AGES:
        for answer in RECORDED:
            made = result(checklist_case(age=age, **{fact: answer}))
            assert made["pathway"] == ("section_47_now" if fact in SECTION_47_FACTS else "refer_now"), age
            assert made["status"] == "final"
        for answer in NOT_RECORDED:
            assert result(checklist_case(age=age, **{fact: answer}))["pathway"] == "nothing_recorded", age


def test_no_other_fact_is_asked():
    assert sorted(fact.id for fact in load_instrument(LAMBETH).facts) == sorted(FACTS)


@pytest.mark.parametrize(
    ("answer", "pathway"),
    [
        ("present", "section_47_now"),
        ("suspected", "section_47_now"),
        ("absent", "nothing_recorded"),
        ("not_known", "nothing_recorded"),
    ],
)
def test_significant_harm_alone(answer, pathway):
    assert result(checklist_case(harm=answer))["pathway"] == pathway


PATHWAY_TABLE = [
    ("nothing at all", checklist_case(), "nothing_recorded"),
    ("nothing at all, under 13", checklist_case(age=12), "nothing_recorded"),
    ("every item but red ones stays a referral", checklist_case(*NUMBERS, marks=dict.fromkeys(NUMBERS, "amber")), "refer_now"),
    ("every fact but a disclosure stays a referral", checklist_case(**dict.fromkeys(REFERRED_FACTS, "present")), "refer_now"),
    ("one red among greens", checklist_case("11", "12", marks={"11": "green", "12": "red"}), "section_47_now"),
    ("red on what is suspected", checklist_case(suspected=("12",), marks={"12": "red"}), "section_47_now"),
    ("red on what is absent, beside what is present", checklist_case("11", absent=("12",), marks={"12": "red"}), "refer_now"),
    ("red on a vulnerability factor", checklist_case("44", marks={"44": "red"}), "section_47_now"),
    ("a disclosure beside greens", checklist_case("11", marks={"11": "green"}, disclosure="suspected"), "section_47_now"),
    ("a disclosure that was asked about and is absent", checklist_case("11", disclosure="absent"), "refer_now"),
    ("harm judged absent lowers nothing", checklist_case("12", marks={"12": "red"}, harm="absent"), "section_47_now"),
    ("everything absent", checklist_case(absent=tuple(NUMBERS), **dict.fromkeys(FACTS, "absent")), "nothing_recorded"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "pathway"), [row[1:] for row in PATHWAY_TABLE], ids=[row[0] for row in PATHWAY_TABLE]
)
def test_pathway(given, pathway):
    made = result(given)
    assert made["pathway"] == pathway
    assert made["status"] == ("nothing_recorded" if pathway == "nothing_recorded" else "final")


def test_every_domain_is_counted_apart():
    made = result(checklist_case(*NUMBERS[:40], suspected=tuple(NUMBERS[40:])))
    for domain, (first, last) in DOMAINS.items():
        suspected = sum(number > 40 for number in range(first, last + 1))
        of = last - first + 1
        assert made["domains"][domain] == {"recorded": of, "suspected": suspected, "of": of}
    assert list(made["domains"]) == list(DOMAINS)
    counts = made["counts"]
    assert (counts["signs"], counts["vulnerabilities"], counts["suspected"], counts["other"]) == (45, 9, 14, 0)


def test_marks_evidence_and_patterns_are_listed_in_the_order_of_the_form():
    given = checklist_case(
        "54", "01", "34", "20", marks={"34": "amber"}, evidence=("20",), recurring=("54", "01"), absent=("02",)
    )  # fmt: skip
    made = result(given)
    names = {key: [LAMBETH_BY_NUMBER[number] for number in numbers] for key, numbers in {
        "unmarked": ("01", "20", "54"), "evidence_missing": ("01", "34", "54"), "recurring": ("01", "54")}.items()}  # fmt: skip
    assert {key: made[key] for key in names} == names
    assert made["marks"] == {"red": 0, "amber": 1, "green": 0, "unmarked": 3}


@pytest.mark.parametrize("evidence", [" ", "\n\t "])
def test_blank_evidence_is_no_evidence(evidence):
    assert result(one("34", "present", evidence=evidence))["evidence_missing"] == [LAMBETH_BY_NUMBER["34"]]


@pytest.mark.parametrize("number", NUMBERS)
def test_age_not_known_is_asked_for_where_it_could_mean_an_automatic_referral(number):
    for answer in RECORDED:
        for age in AGES:
            given = one(number, answer) | {"child": {"age": age}}
            made = result(given)
            listed = [
                (unknown["fact"], unknown["could_raise_to"], unknown["could_add"]) for unknown in made["unknowns"]
            ]
            expected = [("age", None, ["under_13_automatic_referral"])] if age is None and number in SEXUAL else []
            assert listed == expected, age
            assert made["status"] == "final"


def test_the_trace_says_from_what_to_what_because_of_what_and_where():
    made = result(checklist_case("34", "11", marks={"34": "red"}, missing_now="suspected", other=((None, "present"),)))
    refer, section_47, status = made["trace"]
    assert (refer["rule"], refer["from"], refer["to"]) == ("refer_now", "nothing_recorded", "refer_now")
    assert refer["because"] == [LAMBETH_BY_NUMBER["11"], LAMBETH_BY_NUMBER["34"], "other_concerns", "missing_now"]
    assert (section_47["rule"], section_47["from"], section_47["to"]) == (
        "section_47_now",
        "refer_now",
        "section_47_now",
    )
    assert section_47["because"] == [LAMBETH_BY_NUMBER["34"]]
    assert "LA-S-6-high" in section_47["cites"]
    assert (status["rule"], status["ours"]) == ("status", True)


def test_no_level_and_no_colour_is_computed_or_held():
    instrument = load_instrument(LAMBETH)
    assert instrument.colours is None
    assert {(item.level, item.printed) for item in instrument.indicators} == {(None, None)}
    assert (instrument.floors, instrument.review, instrument.level_notes) == ((), None, ())
    for given in (checklist_case(), checklist_case(*NUMBERS, age=12, disclosure="present", harm="present")):
        made = result(given)
        assert [made[key] for key in ("indicated_level", "level", "could_be", "professional_level", "review")] == [
            None
        ] * 5
        assert [made["counts"][word] for word in LEVELS] == [None] * 3


def test_consent_is_never_asked_for_and_never_a_gate():
    """The case has no place for it, no condition names it, and every reading says that nothing waits for it."""
    branch = next(one for one in case_schema()["oneOf"] if one["properties"]["instrument"]["const"] == LAMBETH)
    assert not re.search(r"consent|agree", json.dumps(branch))
    instrument = load_instrument(LAMBETH)
    for asked in (*instrument.facts, *instrument.indicators):
        assert not re.search(r"\bconsent", asked.plain), asked.id
    whole = json.loads(instrument_to_json(instrument))
    clauses = [rule["when"] for rule in (*whole["routes"], *whole["flags"])]
    clauses += [action["called_when"] for action in whole["actions"]]
    assert not re.search(r"consent|agree", json.dumps(clauses))
    for given in (
        checklist_case("11"),
        checklist_case("11", marks={"11": "red"}),
        checklist_case(gang_links="suspected"),
    ):
        checked = case_from(given)
        text = " ".join(to_text(assess(checked), checked).split())
        assert "Nobody's consent is needed, and a no does not stop the referral." in text
    assert "anyone's consent" in instrument.call.text
