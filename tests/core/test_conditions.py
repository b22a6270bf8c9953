"""Conditions: each one a rule may name, where it holds, just beside where it does not, and where nobody knows."""

from __future__ import annotations

import pytest

from cse_core import case_from, load_instrument
from cse_core.engine.because import NAMES, because_of
from cse_core.engine.conditions import CONDITIONS, applies
from cse_core.engine.recorded import read_recorded
from cse_core.model import Level, Mark, When
from tests.cases import BY_REF, LAMBETH_BY_NUMBER, case, checklist_case

GIFTS, CARS = LAMBETH_BY_NUMBER["50"], LAMBETH_BY_NUMBER["19"]
LOOKED_AFTER = BY_REF["LOW-11"]
JUDGED_LOW = {"level": "low", "reasons": "what was seen"}

# The condition and its value; a case where it holds; the nearest cases where it does not.
TABLE = [
    ("age_under", 13, case(age=12), [case(age=13), case(age=None)]),
    ("age_from", 13, case(age=13), [case(age=12), case(age=None)]),
    ("age_not_known", True, case(age=None), [case(age=0), case(age=17)]),
    ("any_fact", ["looked_after", "care_leaver"], case(care_leaver="suspected"),
     [case(disclosure="present"), case(looked_after="absent"), case(looked_after="not_known")]),
    ("any_fact_not_known", ["looked_after", "care_leaver"], case(looked_after="not_known"),
     [case(), case(looked_after="suspected"), case(disclosure="not_known")]),
    ("all_facts_absent", ["looked_after", "care_leaver"], case(),
     [case(looked_after="not_known"), case(care_leaver="suspected"), case(looked_after="present")]),
    ("every_fact_in", ["looked_after", "disability"], checklist_case(disability="suspected"),
     [checklist_case(), checklist_case(disability="absent"), checklist_case(disability="present", gang_links="suspected")]),
    ("any_item", [GIFTS, CARS], checklist_case("01", suspected=("19",)),
     [checklist_case("01"), checklist_case(absent=("19",)), checklist_case(marks={"19": "red"})]),
    ("every_item_in", [GIFTS, CARS], checklist_case("50"), [checklist_case("50", "01"), checklist_case(absent=("50",)), checklist_case()]),
    ("any_item_at", ["medium", "high"], case("LOW-01", suspected=("MED-07",)),
     [case("LOW-01"), case(absent=("HIGH-09",)), case(other=(("high", "present"),))]),
    ("any_other_concern", True, checklist_case(other=((None, "suspected"),)),
     [checklist_case("01"), checklist_case(other=(("red", "absent"),)), checklist_case(other=(("red", "not_known"),))]),
    ("anything_recorded", True, case(other=(("low", "suspected"),)), [case(), case(absent=("LOW-01",)), case(disclosure="present")]),
    ("anything_recorded", True, case(suspected=("LOW-01",)), [case(other=(("low", "absent"),))]),
    ("no_item", True, checklist_case(disclosure="present"),
     [checklist_case(suspected=("01",)), checklist_case(other=((None, "suspected"),))]),
    ("low_at_least", 2, case("LOW-02", other=(("low", "suspected"),)), [case("LOW-02"), case("LOW-02", "MED-07")]),
    ("every_item_kind", "vulnerability", checklist_case("39"), [checklist_case("39", "48"), checklist_case(), checklist_case(absent=("39",))]),
    ("every_item_kind", "sign", checklist_case("48"), [checklist_case("48", "47")]),
    ("everything_suspected", True, checklist_case(suspected=("01",), other=((None, "suspected"),)),
     [checklist_case("02", suspected=("01",)), checklist_case(suspected=("01",), other=((None, "present"),)), checklist_case()]),
    ("answers_disagree", True, case("LOW-11", looked_after="absent"),
     [case("LOW-11", looked_after="present"), case("LOW-11", looked_after="not_known")]),
    ("significant_harm_judged", True, checklist_case(harm="suspected"), [checklist_case(harm="absent"), checklist_case()]),
    ("judgement_below_level", True, case("MED-07", judgement=JUDGED_LOW), [case("LOW-04", judgement=JUDGED_LOW), case("MED-07")]),
    ("any_mark", ["red"], checklist_case(suspected=("01",), marks={"01": "red"}),
     [checklist_case("01", marks={"01": "amber"}), checklist_case("01", marks={"02": "red"}), checklist_case("01"),
      checklist_case("01", absent=("02",), marks={"02": "red"}), case("HIGH-09", other=(("high", "present"),))]),
    ("any_mark", ["green", "amber"], checklist_case(other=(("amber", "suspected"),)),
     [checklist_case(other=(("red", "suspected"),)), checklist_case(other=(("amber", "not_known"),))]),
    ("any_unmarked", True, checklist_case("01", "02", marks={"01": "red"}),
     [checklist_case("01", marks={"01": "green"}), checklist_case(absent=("01",)), checklist_case(other=((None, "present"),))]),
    ("any_without_evidence", True, checklist_case("01", "02", evidence=("01",)),
     [checklist_case("01", evidence=("01",)), checklist_case(absent=("01",)), checklist_case()]),
    ("any_recurring", True, checklist_case(suspected=("01",), recurring=("01",)),
     [checklist_case("01"), checklist_case("01", recurring=("02",)), checklist_case("01", absent=("02",), recurring=("02",))]),
]  # fmt: skip


def seen_in(given):
    return read_recorded(load_instrument(given["instrument"]), case_from(given))


def level_of(given):
    """The level reached so far, where a rule asks for it."""
    return Level.MEDIUM if "MED-07" in {ref for ref, id_ in BY_REF.items() if id_ in given["answers"]} else Level.LOW


@pytest.mark.parametrize(
    ("name", "value", "holds", "beside"), TABLE, ids=[f"{row[0]} {n}" for n, row in enumerate(TABLE)]
)
def test_condition(name, value, holds, beside):
    clause = When({name: value})
    assert applies([clause], seen_in(holds), level_of(holds))
    assert [given for given in beside if applies([clause], seen_in(given), level_of(given))] == []


def test_a_printed_colour_holds_for_a_recorded_item_only():
    seen = seen_in(checklist_case(suspected=("01",)))
    (item,) = seen.items
    clause = When({"any_printed": ["red"]})
    assert applies([clause], seen._replace(items=(item._replace(printed=Mark.RED),)))
    for items in ((item._replace(printed=Mark.AMBER),), (item,), ()):
        assert not applies([clause], seen._replace(items=items))


def test_every_condition_has_a_row_here():
    assert {row[0] for row in TABLE} | {"any_printed"} == set(CONDITIONS)
    assert set(NAMES) <= set(CONDITIONS)


def test_in_a_clause_every_condition_must_hold_and_of_clauses_one_is_enough():
    seen = seen_in(case("LOW-01", age=12))
    young, old, item = When({"age_under": 13}), When({"age_from": 13}), {"any_item": [BY_REF["LOW-01"]]}
    assert applies([When({**young.conditions, **item})], seen)
    assert not applies([When({**old.conditions, **item})], seen)
    assert applies([old, young], seen)
    assert not applies([], seen)


@pytest.mark.parametrize(
    ("conditions", "given", "because"),
    [
        ({"any_fact": ["looked_after", "care_leaver"]}, case(looked_after="suspected"), ("looked_after",)),
        ({"any_item": [GIFTS, CARS]}, checklist_case("50", "19"), (CARS, GIFTS)),
        ({"any_mark": ["red"]}, checklist_case("50", "19", marks={"19": "red"}, other=(("red", "present"),)), (CARS, "other_concerns")),
        ({"anything_recorded": True}, case("LOW-11", other=(("low", "present"),)), (LOOKED_AFTER, "other_concerns")),
        ({"any_other_concern": True}, checklist_case("50", other=((None, "present"),)), ("other_concerns",)),
        ({"significant_harm_judged": True}, checklist_case(harm="present"), ("judgement.significant_harm",)),
        ({"age_under": 13, "any_item": [GIFTS]}, checklist_case("50", age=12), ("age", GIFTS)),
        ({"age_under": 13, "any_item": [GIFTS]}, checklist_case("50", age=13), ()),
        ({"age_not_known": True}, checklist_case(age=None), ()),
    ],
)  # fmt: skip
def test_what_a_clause_rests_on_is_named(conditions, given, because):
    assert because_of([When(conditions)], seen_in(given)) == because
