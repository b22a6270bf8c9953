"""Properties of every case: nothing lowers, order never matters, suspected counts, and no all-clear is ever said."""

from __future__ import annotations

import json
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core import assess, case_from, load_instrument, read_case, to_dict, to_html, to_json, to_markdown, to_text
from cse_core.language import all_clear_phrases_in
from tests.cases import LEVELS, case_strategy

INSTRUMENT = load_instrument("pan-bedfordshire")
ITEMS = [item.id for item in INSTRUMENT.indicators]
FACTS = [fact.id for fact in INSTRUMENT.facts]
RANK = {None: 0, "low": 1, "medium": 2, "high": 3}
SERIOUS = {"not_known": 0, "absent": 0, "suspected": 1, "present": 1}
CASES = case_strategy()

settings.register_profile("steady", deadline=None, max_examples=300, derandomize=True)
settings.load_profile("steady")


def result(case):
    return to_dict(assess(case_from(case)))


def ranks(case):
    made = result(case)
    return RANK[made["level"]], RANK[made["could_be"]]


def assert_not_lower(before, after):
    (level, could_be), (new_level, new_could_be) = ranks(before), ranks(after)
    assert new_level >= level
    assert new_could_be >= could_be


@given(CASES, st.sampled_from(ITEMS), st.sampled_from(("suspected", "present")))
def test_adding_or_strengthening_a_sign_never_lowers(case, item, answer):
    after = deepcopy(case)
    if after["answers"].get(item, {}).get("answer") != "present":
        after["answers"][item] = {"answer": answer}
    assert_not_lower(case, after)


@given(CASES, st.sampled_from(FACTS), st.sampled_from(("suspected", "present")))
def test_adding_or_strengthening_a_status_never_lowers(case, fact, answer):
    after = deepcopy(case)
    if after["child"].get(fact) != "present":
        after["child"][fact] = answer
    assert_not_lower(case, after)


@given(CASES, st.sampled_from(LEVELS), st.sampled_from(("suspected", "present")))
def test_adding_another_concern_never_lowers(case, level, answer):
    after = deepcopy(case)
    after["other_concerns"].append({"description": "more", "level": level, "answer": answer})
    assert_not_lower(case, after)


@given(CASES, st.sampled_from(("suspected", "present")))
def test_judging_significant_harm_never_lowers(case, answer):
    after = deepcopy(case)
    after["judgement"]["significant_harm"] = answer
    assert_not_lower(case, after)


@given(CASES, st.sampled_from(LEVELS))
def test_judgement_never_lowers(case, level):
    before, after = deepcopy(case), deepcopy(case)
    before["judgement"].pop("level", None)
    after["judgement"] |= {"level": level, "reasons": "what was seen"}
    assert_not_lower(before, after)


@given(CASES, st.integers(0, 17))
def test_a_younger_child_never_gets_a_lower_level(case, age):
    older, younger = deepcopy(case), deepcopy(case)
    older["child"]["age"] = age
    younger["child"]["age"] = max(0, age - 1)
    assert_not_lower(older, younger)


@given(CASES, st.randoms(use_true_random=False))
def test_order_never_matters(case, shuffle):
    def shuffled(table):
        keys = list(table)
        shuffle.shuffle(keys)
        return {key: table[key] for key in keys}

    other = shuffled(case) | {"answers": shuffled(case["answers"]), "child": shuffled(case["child"])}
    other["other_concerns"] = shuffle.sample(case["other_concerns"], len(case["other_concerns"]))
    assert to_json(assess(case_from(case))) == to_json(assess(case_from(other)))


@given(CASES)
def test_suspected_never_differs_from_present_in_level(case):
    def with_all(answer):
        changed = deepcopy(case)
        for place in (changed["answers"], changed["child"]):
            for key, value in place.items():
                found = value["answer"] if isinstance(value, dict) else value
                if found in ("suspected", "present"):
                    place[key] = value | {"answer": answer} if isinstance(value, dict) else answer
        for concern in changed["other_concerns"]:
            if SERIOUS[concern["answer"]]:
                concern["answer"] = answer
        return changed

    suspected, present = result(with_all("suspected")), result(with_all("present"))
    for key in ("level", "indicated_level", "could_be", "status"):
        assert suspected[key] == present[key]


@given(CASES)
def test_nothing_we_say_sounds_like_an_all_clear(case):
    checked = case_from(case)
    made = assess(checked)
    said = (to_json(made), to_text(made, checked), to_markdown(made, checked), to_html(made, checked))
    assert [all_clear_phrases_in(text) for text in said] == [(), (), (), ()]


@given(CASES)
def test_levels_agree_with_each_other(case):
    made = result(case)
    assert RANK[made["indicated_level"]] <= RANK[made["level"]] <= RANK[made["could_be"]]
    assert (made["level"] is None) == (made["status"] == "nothing_recorded") == (made["review"] is None)
    assert (made["status"] == "provisional") == (made["could_be"] != made["level"]) == bool(made["unknowns"])
    counts = made["counts"]
    assert counts["low"] + counts["medium"] + counts["high"] == counts["signs"] + counts["vulnerabilities"]
    assert len({action["id"] for action in made["actions"]}) == len(made["actions"])


@given(CASES)
def test_a_case_saved_and_opened_again_is_scored_the_same(case):
    from cse_core import case_to_dict

    checked = case_from(case)
    again = read_case(json.dumps(case_to_dict(checked)))
    assert again == checked
    assert to_json(assess(again)) == to_json(assess(checked))
