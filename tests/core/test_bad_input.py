"""Bad input is refused whole: exit 2, one message naming every problem and what is allowed, nothing on standard output."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cse_core import CaseError, assess, case_from, read_case
from tests.cases import case


def changed(**changes):
    return case("LOW-01") | changes


WORDS = "one of present, suspected, absent, not_known"
BAD = [
    ("age 18", changed(child={"age": 18}), "child.age", "0 to 17"),
    ("age 45", changed(child={"age": 45}), "child.age", "0 to 17"),
    ("age below 0", changed(child={"age": -1}), "child.age", "0 to 17"),
    ("age as text", changed(child={"age": "14"}), "child.age", "0 to 17"),
    ("age with a fraction", changed(child={"age": 14.5}), "child.age", "0 to 17"),
    ("age as a yes", changed(child={"age": True}), "child.age", "0 to 17"),
    ("a fact that is not asked", changed(child={"age": 14, "ethnicity": "x"}), "child.ethnicity", "care_leaver"),
    ("a fact in other words", changed(child={"looked_after": "yes"}), "child.looked_after", WORDS),
    ("a fact as null", changed(child={"looked_after": None}), "child.looked_after", WORDS),
    ("an unknown item", changed(answers={"nope": {"answer": "present"}}), "answers.nope", "an item id"),
    ("an answer in other words", changed(answers={"out-overnight": {"answer": "maybe"}}),
     "answers.out-overnight.answer", WORDS),
    ("an answer not in an object", changed(answers={"out-overnight": "present"}), "answers.out-overnight", "an object"),
    ("an answer with a level", changed(answers={"out-overnight": {"answer": "present", "level": "red"}}),
     "answers.out-overnight.level", "one of answer, evidence, recency"),
    ("a recency in other words", changed(answers={"out-overnight": {"recency": "today"}}),
     "answers.out-overnight.recency", "one of current, past_6_months, earlier, not_known"),
    ("evidence that is not text", changed(answers={"out-overnight": {"evidence": 3}}),
     "answers.out-overnight.evidence", "text"),
    ("answers as a list", changed(answers=[]), "answers", "an object"),
    ("an unknown key", changed(name="a name"), "name", "one of schema"),
    ("the wrong schema", changed(schema="cse-case/2"), "schema", "'cse-case/1'"),
    ("an unknown instrument", changed(instrument="another"), "instrument", "pan-bedfordshire"),
    ("a day that is not in the month", changed(assessed_on="2026-02-29"), "assessed_on", "a real date"),
    ("a date the other way round", changed(assessed_on="21-11-2026"), "assessed_on", "YYYY-MM-DD"),
    ("a date without dashes", changed(assessed_on="20261121"), "assessed_on", "YYYY-MM-DD"),
    ("a date with a time", changed(assessed_on="2026-11-21T10:00"), "assessed_on", "YYYY-MM-DD"),
    ("a date as a number", changed(assessed_on=20261121), "assessed_on", "YYYY-MM-DD"),
    ("a date with no room for a review", changed(assessed_on="9999-12-31"), "assessed_on", "up to the year 9998"),
    ("a judgement without reasons", changed(judgement={"level": "high"}), "judgement.reasons", "your reasons"),
    ("a judgement with blank reasons", changed(judgement={"level": "high", "reasons": " \n"}),
     "judgement.reasons", "your reasons"),
    ("a judgement in colours", changed(judgement={"level": "red", "reasons": "x"}), "judgement.level", "low, medium, high"),
    ("an unknown judgement key", changed(judgement={"colour": "red"}), "judgement.colour", "one of level"),
    ("another concern without a level", changed(other_concerns=[{"description": "x"}]),
     "other_concerns.0.level", "low, medium, high"),
    ("another concern without words", changed(other_concerns=[{"description": " ", "level": "low"}]),
     "other_concerns.0.description", "a few words"),
    ("other concerns as an object", changed(other_concerns={}), "other_concerns", "a list"),
    ("an unknown context", changed(context={"school": "x"}), "context.school", "one of people_of_concern"),
    ("half a character", changed(child_view="\ud800"), "child_view", "text"),
]  # fmt: skip

BAD_TEXTS = [
    ("nothing", "", "is not JSON"),
    ("half a case", '{"schema": "cse-case/1",', "is not JSON"),
    ("a list", "[]", "is a list"),
    ("a key twice", '{"schema": "cse-case/1", "schema": "cse-case/1"}', "twice"),
    ("a number that is none", '{"child": {"age": NaN}}', "no case needs"),
    ("endless nesting", "[" * 100_000, "no case needs"),
    ("a number of 5000 digits", '{"child": {"age": ' + "9" * 5000 + "}}", "no case needs"),
    ("bytes that are not text", b"\xff\xfe\x00", "is not UTF-8"),
]


@pytest.mark.parametrize(("given", "place", "allowed"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_refused_with_its_place_and_what_is_allowed(given, place, allowed):
    with pytest.raises(CaseError) as refused:
        case_from(given)
    (problem,) = refused.value.problems
    assert problem.place == place
    assert allowed in problem.allowed


@pytest.mark.parametrize(("text", "says"), [row[1:] for row in BAD_TEXTS], ids=[row[0] for row in BAD_TEXTS])
def test_refused_text(text, says):
    with pytest.raises(CaseError, match=says):
        read_case(text)


def test_18_is_refused_with_the_reason_and_where_to_go():
    with pytest.raises(CaseError, match=r"PB 1\.1.*adult safeguarding.*transition"):
        case_from(changed(child={"age": 18}))


@pytest.mark.parametrize("key", ["schema", "instrument", "assessed_on"])
def test_a_required_key_left_out(key):
    given = case("LOW-01")
    del given[key]
    with pytest.raises(CaseError) as refused:
        case_from(given)
    assert [(problem.place, problem.problem) for problem in refused.value.problems] == [(key, "is missing.")]


def test_only_the_three_required_keys_are_required():
    required = {key: case()[key] for key in ("schema", "instrument", "assessed_on")}
    assert assess(case_from(required)).level is None


def test_every_problem_is_named_at_once_in_the_command_line():
    given = changed(child={"age": 18, "looked_after": "yes"}, judgement={"level": "low"}, assessed_on="2026-13-01", x=1)
    done = subprocess.run(
        [sys.executable, "-m", "cse_core", "assess", "-"],
        input=json.dumps(given), capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    for place in ("child.age", "child.looked_after", "judgement.reasons", "assessed_on", "x:"):
        assert place in done.stderr


def test_typed_text_is_not_repeated_in_an_error():
    told = "a long account of what a child said, which must not end up in a log"
    with pytest.raises(CaseError) as refused:
        case_from(changed(assessed_on=told))
    assert told not in str(refused.value)


@pytest.mark.parametrize("text", ["[" * 10_000 + "]" * 10_000, '{"a":' * 10_000 + "1" + "}" * 10_000])
def test_deep_but_whole_json_is_refused_before_it_is_parsed(text):
    with pytest.raises(CaseError, match="no case needs"):
        read_case(text)


def test_brackets_inside_typed_text_are_no_nesting():
    told = '[{"' * 200 + '\\" ]'
    assert read_case(json.dumps(case("LOW-01") | {"child_view": told})).child_view == told
