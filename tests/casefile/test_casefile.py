"""A case file: nothing is lost, nothing half opens, what it knows fills the next form, and requests never raise."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core.paperwork import (
    FORMS,
    CaseFileError,
    answer,
    casefile_from,
    casefile_to_dict,
    casefile_to_json,
    contents,
    facts,
    joined_files,
    load_forms,
    read_casefile,
)
from tests.casefile.files import casefile, casefile_stream, casefiles
from tests.cases import case, checklist_case
from tests.forms.fillings import JUNK, made, text_of, whole

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node", path=str(ROOT / ".venv/bin")) or shutil.which("node")
FORM = load_forms()


def ask(**request):
    return json.loads(answer(json.dumps(request)))


def told(**request):
    found = ask(**request)
    assert found["ok"], found
    return found


# --- nothing is lost ---------------------------------------------------------


@settings(max_examples=1000, deadline=None)
@given(casefiles())
def test_what_is_written_is_read_again_whole(data):
    once = read_casefile(text_of(data))
    text = casefile_to_json(once)
    again = read_casefile(text)
    assert again == once
    assert casefile_to_json(again) == text
    assert len(again.assessments) == len(data["assessments"])
    assert len(again.forms) == len(data["forms"])


def test_every_form_with_every_field_comes_back(tmp_path):
    data = casefile([case("LOW-01"), checklist_case("34")], [whole(form) for form in FORM.values()])
    written = casefile_to_dict(read_casefile(text_of(data)))
    assert written["forms"] == data["forms"]


def test_a_thousand_files_go_through_a_lock_whole(tmp_path):
    texts = [casefile_to_json(casefile_from(data)) for data in casefile_stream(1000)]
    # Each lock takes a moment on purpose, so each holds many files.
    packs = [json.dumps(texts[at : at + 100], ensure_ascii=False) for at in range(0, 1000, 100)]
    (tmp_path / "packs.json").write_text(json.dumps(packs), "utf-8")
    (tmp_path / "lock.mjs").write_text((ROOT / "site_widgets/browser/casefile/lock.js").read_text("utf-8"), "utf-8")
    done = subprocess.run(
        [NODE, ROOT / "tests/casefile/many.mjs", tmp_path / "lock.mjs", tmp_path / "packs.json"],
        check=True, capture_output=True,
    )  # fmt: skip
    opened = [text for pack in json.loads(done.stdout) for text in json.loads(pack)]
    assert opened == texts
    for text in opened:
        assert casefile_to_json(read_casefile(text)) == text


# --- nothing half opens ------------------------------------------------------


def test_a_cut_or_changed_file_is_whole_or_refused():
    chance = random.Random(7)
    for data in casefile_stream(40, 3):
        text = casefile_to_json(casefile_from(data))
        for _ in range(25):
            at = chance.randrange(len(text))
            spoilt = chance.choice((text[:at], text[:at] + chance.choice('{}[]",:0aé\x00') + text[at + 1 :]))
            told_ = ask(do="open", text=spoilt)
            if told_["ok"]:
                assert ask(do="open", text=told_["text"]) == told_
            else:
                assert told_["problems"]


@settings(max_examples=300, deadline=None)
@given(JUNK, st.sampled_from(["file", "other", "part", "text", "at", "today", "do"]))
def test_a_request_that_is_wrong_is_answered(junk, key):
    for do in ("open", "put", "take_out", "join", "check", "document", "dates", "draft", "plan", "over_time"):
        answered = json.loads(answer(text_of({"do": do, key: junk})))
        assert answered["ok"] or answered["problems"]
    assert answer(text_of(junk))


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ({"schema": "cse-casefile/2"}, "schema", "cse-casefile/1"),
        ({"schema": "cse-casefile/1", "notes": []}, "notes", "not a key of a case file"),
        (casefile([{**case("LOW-01"), "child": {"age": 40}}]), "assessments.0.child.age", "40"),
        (casefile([], [made(FORM["chronology"], {"child-age": "x"})]), "forms.0.answers.child-age", "'x'"),
        (casefile([], ["x"]), "forms.0", "'x'"),
        (casefile([], [made(FORM["chronology"], {})] * 201), "forms", "201"),
        ({"schema": "cse-casefile/1", "forms": 3}, "forms", "is 3"),
    ],
)
def test_each_fault_is_named_at_its_place(data, place, words):
    with pytest.raises(CaseFileError) as caught:
        read_casefile(text_of(data))
    assert [problem.place for problem in caught.value.problems] == [place]
    assert words in str(caught.value)


def test_every_fault_of_every_part_is_named_at_once():
    bad = casefile([{**case("LOW-01"), "assessed_on": "soon"}], [made(FORM["chronology"], {"child-age": -1, "x": 1})])
    with pytest.raises(CaseFileError) as caught:
        read_casefile(text_of(bad))
    places = [problem.place for problem in caught.value.problems]
    assert places == ["assessments.0.assessed_on", "forms.0.answers.x", "forms.0.answers.child-age"]


# --- what it knows -----------------------------------------------------------


def test_the_newest_part_that_knows_a_fact_gives_it():
    old = {**case("LOW-01", age=13, on="2026-01-05"), "reference": "T-1", "context": {"places": "the car park"}}
    new = {**case("MED-01", age=None, on="2026-03-05"), "reference": "", "context": {"places": "the bus stop"}}
    form = {**made(FORM["chronology"], {"child-age": 14}), "written_on": "2026-02-05"}
    known = facts(casefile_from(casefile([new, old], [form])))
    assert known["child.reference"] == "T-1"
    assert known["child.age"] == 14
    assert known["context.places"] == "the bus stop"
    assert known["assessment.reading"].endswith("5 March 2026")


def test_what_is_not_known_takes_nothing_away():
    first = case("LOW-01", on="2026-01-05", disclosure="present")
    later = case("LOW-01", on="2026-02-05", disclosure="not_known")
    assert facts(casefile_from(casefile([first, later])))["child.disclosure"] == "present"
    unsure = {**made(FORM["missing-episode"], {"looked-after": "not_known"}), "written_on": "2026-03-01"}
    cared_for = case("LOW-01", on="2026-02-01", looked_after="suspected")
    assert facts(casefile_from(casefile([cared_for], [unsure])))["child.looked_after"] == "suspected"


def test_a_no_of_another_day_answers_no_question_of_today():
    said_no = case("LOW-01", on="2026-02-01", disclosure="absent", looked_after="absent")
    known = facts(casefile_from(casefile([said_no], [made(FORM["missing-episode"], {"looked-after": "absent"})])))
    assert "child.disclosure" not in known
    assert "child.looked_after" not in known


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("panel-referral", "missing-now"),
        ("abduction-warning-notice-request", "child-missing"),
        ("early-help-assessment", "harm"),
        ("information-sharing-decision", "significant-harm"),
    ],
)
def test_what_cannot_wait_is_asked_anew_in_every_form(form, field):
    assert {each.id: each.same_as for each in FORM[form].fields}[field] == ""


def test_of_several_children_the_first_is_the_files_own():
    two = made(FORM["panel-referral"], {"children": [{"child-age": 15}, {"child-age": 9}]})
    assert facts(casefile_from(casefile([], [two])))["child.age"] == 15


@pytest.mark.parametrize("id_", FORMS)
def test_every_form_knows_again_what_it_was_told(id_):
    known = facts(casefile_from(casefile([], [whole(FORM[id_])])))
    asked = {field.same_as: field for field in FORM[id_].fields if field.same_as}
    assert set(known) <= set(asked)
    # What was answered with "not known" is the one thing that is told and is no fact.
    assert {asked[fact].kind.value for fact in set(asked) - set(known)} <= {"yes_no"}


# --- parts -------------------------------------------------------------------


def test_a_part_is_added_or_takes_its_own_place():
    part = made(FORM["chronology"], {"kept-by": "the school"})
    first = told(do="put", file=None, part=part)
    assert first["place"] == "forms.0"
    second = told(do="put", file=first["file"], part=case("LOW-01"))
    assert second["place"] == "assessments.0"
    changed = made(FORM["chronology"], {"kept-by": "the college"})
    third = told(do="put", file=second["file"], part=changed, at="forms.0")
    assert third["file"]["forms"] == [changed]
    assert len(third["file"]["assessments"]) == 1
    assert json.loads(third["text"]) == third["file"]


@pytest.mark.parametrize("at", ["forms.1", "assessments.0", "forms", "", "forms.0 "])
def test_a_part_never_takes_the_place_of_another_kind(at):
    file = casefile([case("LOW-01")], [made(FORM["chronology"], {})])
    found = ask(do="put", file=file, part=made(FORM["panel-referral"], {}), at=at)
    assert [problem["place"] for problem in found["problems"]] == ["at"]


def test_faults_of_the_file_are_told_from_faults_of_the_part():
    bad_file = {**casefile(), "notes": 1}
    found = ask(do="put", file=bad_file, part=made(FORM["chronology"], {}))
    assert [problem["place"] for problem in found["problems"]] == ["file.notes"]
    found = ask(do="put", file=casefile(), part=made(FORM["chronology"], {"child-age": 99}))
    assert [problem["place"] for problem in found["problems"]] == ["answers.child-age"]


def test_a_single_case_or_form_is_a_file_with_one_part():
    assert len(read_casefile(text_of(case("LOW-01"))).assessments) == 1
    assert len(read_casefile(text_of(made(FORM["chronology"], {}))).forms) == 1


def test_two_files_become_one_and_nothing_is_there_twice():
    one = casefile_from(casefile([case("LOW-01")], [made(FORM["chronology"], {"kept-by": "x"})]))
    two = casefile_from(casefile([case("LOW-01"), case("MED-01")], [made(FORM["chronology"], {"kept-by": "y"})]))
    joined = joined_files(one, two)
    assert (len(joined.assessments), len(joined.forms)) == (2, 2)
    assert joined_files(joined, two) == joined


def test_a_part_taken_out_leaves_the_others():
    file = casefile([case("LOW-01"), case("MED-01")], [made(FORM["chronology"], {})])
    left = told(do="take_out", file=file, at="assessments.0")["file"]
    assert [list(each["answers"]) for each in left["assessments"]] == [list(case("MED-01")["answers"])]
    assert len(left["forms"]) == 1
    assert not ask(do="take_out", file=file, at="assessments.2")["ok"]


def test_contents_say_what_is_there_newest_first():
    old, new = case("HIGH-01", on="2026-01-05"), case("LOW-01", on="2026-05-05")
    form = {**made(FORM["panel-referral"], {"writer-role": "x", "children": [{}, {"child-age": 3}]}), "written_on": "2026-03-01"}
    listed = contents(casefile_from(casefile([old, new], [form])))
    assert [each["place"] for each in listed] == ["assessments.1", "forms.0", "assessments.0"]
    assert listed[2]["words"] == "This reads as High"
    assert listed[1]["words"] == "1 of 17 answered and 1 child"
