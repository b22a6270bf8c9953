"""Bad input is refused whole: exit 2, one message naming every problem and what is allowed, nothing on standard output."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cse_core import CaseError, assess, case_from, instrument_ids, read_case
from tests.cases import case, checklist_case

WORDS = "one of present, suspected, absent, not_known"
MARK_WORDS = "one of red, amber, green, or null"
LEVEL_WORDS = "one of low, medium, high"


def changed(**changes):
    return case("LOW-01") | changes


def checklist(**changes):
    return checklist_case("11", "34", marks={"34": "amber"}) | changes


def of_any(changed, item):
    """What every instrument refuses."""
    return [
        ("age 18", changed(child={"age": 18}), "child.age", "0 to 17"),
        ("age 45", changed(child={"age": 45}), "child.age", "0 to 17"),
        ("age below 0", changed(child={"age": -1}), "child.age", "0 to 17"),
        ("age as text", changed(child={"age": "14"}), "child.age", "0 to 17"),
        ("age with a fraction", changed(child={"age": 14.5}), "child.age", "0 to 17"),
        ("age as a yes", changed(child={"age": True}), "child.age", "0 to 17"),
        ("a fact that is not asked", changed(child={"age": 14, "ethnicity": "x"}), "child.ethnicity", "looked_after"),
        ("a fact in other words", changed(child={"looked_after": "yes"}), "child.looked_after", WORDS),
        ("a fact as null", changed(child={"looked_after": None}), "child.looked_after", WORDS),
        ("an unknown item", changed(answers={"nope": {"answer": "present"}}), "answers.nope", "an item id"),
        ("an answer in other words", changed(answers={item: {"answer": "maybe"}}), f"answers.{item}.answer", WORDS),
        ("an answer not in an object", changed(answers={item: "present"}), f"answers.{item}", "an object"),
        ("an answer with a score", changed(answers={item: {"answer": "present", "points": 3}}),
         f"answers.{item}.points", "one of answer, evidence, recency"),
        ("a recency in other words", changed(answers={item: {"recency": "today"}}),
         f"answers.{item}.recency", "one of current, past_6_months, earlier, not_known"),
        ("evidence that is not text", changed(answers={item: {"evidence": 3}}), f"answers.{item}.evidence", "text"),
        ("answers as a list", changed(answers=[]), "answers", "an object"),
        ("an unknown key", changed(name="a name"), "name", "one of schema"),
        ("the wrong schema", changed(schema="cse-case/2"), "schema", "'cse-case/1'"),
        ("an unknown instrument", changed(instrument="another"), "instrument", ", ".join(instrument_ids())),
        ("a day that is not in the month", changed(assessed_on="2026-02-29"), "assessed_on", "a real date"),
        ("a date the other way round", changed(assessed_on="21-11-2026"), "assessed_on", "YYYY-MM-DD"),
        ("a date without dashes", changed(assessed_on="20261121"), "assessed_on", "YYYY-MM-DD"),
        ("a date with a time", changed(assessed_on="2026-11-21T10:00"), "assessed_on", "YYYY-MM-DD"),
        ("a date as a number", changed(assessed_on=20261121), "assessed_on", "YYYY-MM-DD"),
        ("a date with no room for a review", changed(assessed_on="9999-12-31"), "assessed_on", "up to the year 9998"),
        ("an unknown judgement key", changed(judgement={"colour": "red"}), "judgement.colour", "significant_harm"),
        ("harm judged in other words", changed(judgement={"significant_harm": "yes"}), "judgement.significant_harm", WORDS),
        ("another concern without words", changed(other_concerns=[{"description": " ", "level": LEVEL_OF[changed]}]),
         "other_concerns.0.description", "a few words"),
        ("another concern in other words", changed(other_concerns=[{"description": "x", "level": LEVEL_OF[changed], "answer": "yes"}]),
         "other_concerns.0.answer", WORDS),
        ("other concerns as an object", changed(other_concerns={}), "other_concerns", "a list"),
        ("an unknown context", changed(context={"school": "x"}), "context.school", "one of people_of_concern"),
        ("half a character", changed(child_view="\ud800"), "child_view", "text"),
    ]  # fmt: skip


LEVEL_OF = {changed: "low", checklist: "green"}
OF_LEVELS = [
    ("a mark", changed(answers={"out-overnight": {"answer": "present", "level": "red"}}),
     "answers.out-overnight.level", "one of answer, evidence, recency"),
    ("a pattern", changed(answers={"out-overnight": {"answer": "present", "recurring": True}}),
     "answers.out-overnight.recurring", "one of answer, evidence, recency"),
    ("another concern in colours", changed(other_concerns=[{"description": "x", "level": "red"}]), "other_concerns.0.level", LEVEL_WORDS),
    ("another concern without a level", changed(other_concerns=[{"description": "x"}]), "other_concerns.0.level", LEVEL_WORDS),
    ("a judgement without reasons", changed(judgement={"level": "high"}), "judgement.reasons", "your reasons"),
    ("a judgement with blank reasons", changed(judgement={"level": "high", "reasons": " \n"}), "judgement.reasons", "your reasons"),
    ("a judgement in colours", changed(judgement={"level": "red", "reasons": "x"}), "judgement.level", LEVEL_WORDS),
    ("a fact of the checklist", changed(child={"gang_links": "present"}), "child.gang_links", "care_leaver"),
    ("an item of the checklist", changed(answers={"secretive": {"answer": "present"}}), "answers.secretive", "pan-bedfordshire"),
]  # fmt: skip
OF_MARKS = [
    *[
        (f"a mark of {word!r}", checklist(answers={"secretive": {"answer": "present", "level": word}}), "answers.secretive.level", MARK_WORDS)
        for word in ("low", "medium", "high", "Red", "yellow", "", 3, True, ["red"])
    ],
    *[
        (f"another concern marked {word!r}", checklist(other_concerns=[{"description": "x", "level": word}]), "other_concerns.0.level", MARK_WORDS)
        for word in ("low", "high", "purple", 1)
    ],
    *[
        (f"a pattern of {word!r}", checklist(answers={"secretive": {"answer": "present", "recurring": word}}),
         "answers.secretive.recurring", "true or false")
        for word in ("yes", "true", 1, None)
    ],
    ("a judged level", checklist(judgement={"level": "high", "reasons": "x"}), "judgement.level", "one of significant_harm, reasons"),
    ("a judged level of null", checklist(judgement={"level": None}), "judgement.level", "one of significant_harm, reasons"),
    ("a judged colour", checklist(judgement={"level": "red", "reasons": "x"}), "judgement.level", "one of significant_harm"),
    ("a mark on a fact", checklist(child={"gang_links": {"answer": "present", "level": "red"}}), "child.gang_links", WORDS),
    ("a fact of the other tool", checklist(child={"care_leaver": "present"}), "child.care_leaver", "looked_after"),
    ("an item of the other tool", checklist(answers={"out-overnight": {"answer": "present"}}), "answers.out-overnight", "lambeth"),
    ("a printed number", checklist(answers={"LA-A4-34": {"answer": "present"}}), "answers.LA-A4-34", "an item id"),
    ("consent", checklist(child={"consent": "absent"}), "child.consent", "looked_after"),
]  # fmt: skip
BAD = [
    *of_any(changed, "out-overnight"),
    *OF_LEVELS,
    *((f"checklist: {name}", *row) for name, *row in (*of_any(checklist, "secretive"), *OF_MARKS)),
]

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


@pytest.mark.parametrize(("made", "source"), [(changed, r"PB 1\.1"), (checklist, "LA strategy 6")])
def test_18_is_refused_with_the_reason_and_where_to_go(made, source):
    with pytest.raises(CaseError, match=rf"{source}.*adult safeguarding.*transition"):
        case_from(made(child={"age": 18}))


@pytest.mark.parametrize("made", [changed, checklist])
@pytest.mark.parametrize("key", ["schema", "instrument", "assessed_on"])
def test_a_required_key_left_out(key, made):
    given = made()
    del given[key]
    with pytest.raises(CaseError) as refused:
        case_from(given)
    assert [(problem.place, problem.problem) for problem in refused.value.problems] == [(key, "is missing.")]


@pytest.mark.parametrize("made", [changed, checklist])
def test_only_the_three_required_keys_are_required(made):
    required = {key: made()[key] for key in ("schema", "instrument", "assessed_on")}
    assert assess(case_from(required)).status.value == "nothing_recorded"


@pytest.mark.parametrize("given", [checklist(answers={"secretive": {"answer": "present", "level": None}}),
                                   checklist(other_concerns=[{"description": "x", "level": None}]),
                                   checklist(other_concerns=[{"description": "x"}])])  # fmt: skip
def test_a_mark_may_be_null_or_left_out(given):
    assert case_from(given).instrument == "lambeth"


@pytest.mark.parametrize(("made", "judged"), [(changed, "judgement.reasons"), (checklist, "judgement.level")])
def test_every_problem_is_named_at_once_in_the_command_line(made, judged):
    given = made(child={"age": 18, "looked_after": "yes"}, judgement={"level": "low"}, assessed_on="2026-13-01", x=1)
    done = subprocess.run(
        [sys.executable, "-m", "cse_core", "assess", "-"],
        input=json.dumps(given), capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    for place in ("child.age", "child.looked_after", judged, "assessed_on", "x:"):
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
