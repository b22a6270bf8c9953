"""Properties of every case of every instrument: nothing lowers, order never matters, suspected counts, no all-clear."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core import (
    assess,
    case_from,
    case_to_dict,
    changes_to_html,
    instrument_ids,
    load_instrument,
    read_case,
    to_dict,
    to_html,
    to_json,
    to_markdown,
    to_text,
    what_would_change,
)
from cse_core.language import all_clear_phrases_in
from tests.cases import AT_MOST, LEVELS, MARKS, case_strategy

RANK = {None: 0, "nothing_recorded": 0, "low": 1, "medium": 2, "high": 3, "refer_now": 1, "section_47_now": 2}
SERIOUS = {"not_known": 0, "absent": 0, "suspected": 1, "present": 1}
WORDS = {"level": LEVELS, "pathway": MARKS}
RECORDED = st.sampled_from(("suspected", "present"))

settings.register_profile("steady", deadline=None, max_examples=AT_MOST, derandomize=True)
settings.load_profile("steady")

every_instrument = pytest.mark.parametrize("id_", instrument_ids())


def result(case):
    return to_dict(assess(case_from(case)))


def ranks(case):
    made = result(case)
    return RANK[made["level"] or made["pathway"]], RANK[made["could_be"]]


def assert_not_lower(before, after):
    (reading, could_be), (new_reading, new_could_be) = ranks(before), ranks(after)
    assert new_reading >= reading
    assert new_could_be >= could_be


@cache
def items(id_):
    return st.sampled_from([item.id for item in load_instrument(id_).indicators])


@cache
def facts(id_):
    return st.sampled_from([fact.id for fact in load_instrument(id_).facts])


@cache
def words(id_):
    """The words this instrument's other concerns are placed at or marked with."""
    return st.sampled_from(WORDS[load_instrument(id_).reads.value])


@every_instrument
@given(data=st.data())
def test_adding_or_strengthening_a_sign_never_lowers(id_, data):
    case, item, answer = data.draw(case_strategy(id_)), data.draw(items(id_)), data.draw(RECORDED)
    after = deepcopy(case)
    if after["answers"].get(item, {}).get("answer") != "present":
        after["answers"][item] = after["answers"].get(item, {}) | {"answer": answer}
    assert_not_lower(case, after)


@every_instrument
@given(data=st.data())
def test_adding_or_strengthening_a_fact_never_lowers(id_, data):
    case, fact, answer = data.draw(case_strategy(id_)), data.draw(facts(id_)), data.draw(RECORDED)
    after = deepcopy(case)
    if after["child"].get(fact) != "present":
        after["child"][fact] = answer
    assert_not_lower(case, after)


@every_instrument
@given(data=st.data())
def test_adding_another_concern_never_lowers(id_, data):
    case, word, answer = data.draw(case_strategy(id_)), data.draw(words(id_)), data.draw(RECORDED)
    after = deepcopy(case)
    after["other_concerns"].append({"description": "more", "level": word, "answer": answer})
    assert_not_lower(case, after)


@every_instrument
@given(data=st.data())
def test_judging_significant_harm_never_lowers(id_, data):
    case, answer = data.draw(case_strategy(id_)), data.draw(RECORDED)
    after = deepcopy(case)
    after["judgement"]["significant_harm"] = answer
    assert_not_lower(case, after)


@given(case_strategy(), st.sampled_from(LEVELS))
def test_judgement_never_lowers(case, level):
    before, after = deepcopy(case), deepcopy(case)
    before["judgement"].pop("level", None)
    after["judgement"] |= {"level": level, "reasons": "what was seen"}
    assert_not_lower(before, after)


@given(case_strategy("lambeth"), st.data())
def test_a_mark_never_lowers_and_only_red_goes_further(case, data):
    before, after = deepcopy(case), deepcopy(case)
    if not case["answers"]:
        return
    item = data.draw(st.sampled_from(sorted(case["answers"])))
    mark = data.draw(st.sampled_from(MARKS))
    before["answers"][item].pop("level", None)
    after["answers"][item]["level"] = mark
    assert_not_lower(before, after)
    if mark != "red":
        assert ranks(before) == ranks(after)


@given(case_strategy("lambeth"), st.data())
def test_evidence_patterns_and_words_never_change_the_pathway(case, data):
    after = deepcopy(case) | {"child_view": "words", "context": {"places": "elsewhere"}}
    for answer in after["answers"].values():
        answer["evidence"] = data.draw(st.sampled_from(("", "seen")))
        answer["recurring"] = data.draw(st.booleans())
    assert result(case)["pathway"] == result(after)["pathway"]


@every_instrument
@given(data=st.data(), age=st.integers(0, 17))
def test_a_younger_child_never_gets_a_lower_reading(id_, data, age):
    older = data.draw(case_strategy(id_))
    younger = deepcopy(older)
    older["child"]["age"] = age
    younger["child"]["age"] = max(0, age - 1)
    assert_not_lower(older, younger)


@every_instrument
@given(data=st.data(), shuffle=st.randoms(use_true_random=False))
def test_order_never_matters(id_, data, shuffle):
    case = data.draw(case_strategy(id_))

    def shuffled(table):
        keys = list(table)
        shuffle.shuffle(keys)
        return {key: table[key] for key in keys}

    other = shuffled(case) | {"answers": shuffled(case["answers"]), "child": shuffled(case["child"])}
    other["other_concerns"] = shuffle.sample(case["other_concerns"], len(case["other_concerns"]))
    assert to_json(assess(case_from(case))) == to_json(assess(case_from(other)))


@every_instrument
@given(data=st.data())
def test_suspected_never_differs_from_present_in_the_reading(id_, data):
    case = data.draw(case_strategy(id_))

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
    for key in ("level", "indicated_level", "could_be", "pathway", "marks", "unmarked", "status"):
        assert suspected[key] == present[key]


@every_instrument
@given(data=st.data())
def test_nothing_we_say_sounds_like_an_all_clear(id_, data):
    checked = case_from(data.draw(case_strategy(id_)))
    made = assess(checked)
    said = (to_json(made), to_text(made, checked), to_markdown(made, checked), to_html(made, checked))
    assert [all_clear_phrases_in(text) for text in said] == [(), (), (), ()]


@every_instrument
@given(data=st.data())
def test_parts_of_an_assessment_agree_with_each_other(id_, data):
    made = result(data.draw(case_strategy(id_)))
    assert RANK[made["indicated_level"]] <= RANK[made["level"]] <= RANK[made["could_be"]]
    counts = made["counts"]
    assert len({action["id"] for action in made["actions"]}) == len(made["actions"])
    if made["pathway"] is None:
        assert (made["level"] is None) == (made["status"] == "nothing_recorded")
        assert (made["review"] is None) == (made["level"] is None or load_instrument(id_).review is None)
        assert (made["status"] == "provisional") == (made["could_be"] != made["level"]) == bool(made["unknowns"])
        assert counts["low"] + counts["medium"] + counts["high"] == counts["signs"] + counts["vulnerabilities"]
    else:
        assert (made["pathway"] == "nothing_recorded") == (made["status"] == "nothing_recorded")
        recorded = counts["signs"] + counts["vulnerabilities"]
        assert sum(made["marks"].values()) == recorded == sum(n["recorded"] for n in made["domains"].values())
        assert len(made["unmarked"]) == made["marks"]["unmarked"]


@given(case_strategy("lambeth"))
def test_no_level_ever_comes_out_of_a_checklist(case):
    made = result(case)
    levels = ("level", "indicated_level", "could_be", "professional_level", "review")
    assert [made[key] for key in levels] == [None] * 5
    assert [made["counts"][key] for key in LEVELS] == [None] * 3
    assert not {step[key] for step in made["trace"] for key in ("from", "to")} & set(LEVELS)


@every_instrument
@given(data=st.data())
def test_a_case_saved_and_opened_again_is_scored_the_same(id_, data):
    checked = case_from(data.draw(case_strategy(id_)))
    again = read_case(json.dumps(case_to_dict(checked)))
    assert again == checked
    assert to_json(assess(again)) == to_json(assess(checked))


def applied(case, place, value):
    """The case with one answer changed, as a person would change it on the form."""
    after = deepcopy(case)
    if place == "other_concerns":
        after["other_concerns"].append({"description": "more", "level": value, "answer": "present"})
        return after
    *path, last = place.split(".")
    target = after
    for key in path:
        target = target.setdefault(key, {})
    target[last] = value
    return after


@every_instrument
@settings(max_examples=min(25, AT_MOST))
@given(data=st.data())
def test_each_single_change_named_really_changes_the_reading_so(id_, data):
    case = data.draw(case_strategy(id_))
    before = result(case)
    key = "level" if before["pathway"] is None else "pathway"
    changes = what_would_change(case_from(case))
    for change in changes:
        after = result(applied(case, change.place, change.value))[key]
        word = change.to.word if change.to is not None else None
        assert (after, after != before[key]) == (word, True), change
    assert all_clear_phrases_in(changes_to_html(case_from(case), changes)) == ()


@every_instrument
@settings(max_examples=min(25, AT_MOST))
@given(data=st.data())
def test_no_answer_that_would_raise_the_reading_is_left_out(id_, data):
    case = data.draw(case_strategy(id_))
    named = {change.place for change in what_would_change(case_from(case))}
    item, fact = data.draw(items(id_)), data.draw(facts(id_))
    for place in (f"answers.{item}.answer", f"child.{fact}", "judgement.significant_harm"):
        after = applied(case, place, "present")
        if ranks(after)[0] > ranks(case)[0]:
            assert place in named
