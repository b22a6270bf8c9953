"""A filled form: what is right comes through whole, what is wrong is refused whole, and nothing is half read."""

from __future__ import annotations

import copy
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core import Answer, CaseError
from cse_core.paperwork import FORMS, FilledError, filled_from, filled_to_text, load_forms, read_filled
from tests.forms.fillings import JUNK, fillings, made, text_of, whole

FORM = load_forms()
every_form = pytest.mark.parametrize("id_", FORMS)
generated = settings(deadline=None, max_examples=40, derandomize=True)
# Eleven forms: a thousand fillings.
many = settings(deadline=None, max_examples=91, derandomize=True)


def problems(data):
    with pytest.raises(FilledError) as raised:
        read_filled(data if isinstance(data, str | bytes) else text_of(data))
    return {problem.place: f"{problem.problem} {problem.allowed}" for problem in raised.value.problems}


def read_or_wrong(data):
    """What was read and nothing wrong, or nothing read and what is wrong."""
    try:
        return filled_from(data), ()
    except FilledError as error:
        return None, error.problems


@every_form
def test_a_form_with_every_field_comes_back_the_same(id_):
    data = whole(FORM[id_])
    read = read_filled(text_of(data))
    assert read.to_dict() == data
    assert read_filled(text_of(read.to_dict())) == read
    assert set(read.answers) == {field.id for field in FORM[id_].once}
    assert read.open_conditions == ()


@every_form
def test_a_blank_form_is_a_form(id_):
    read = read_filled(text_of(made(FORM[id_], {})))
    assert (read.answers, read.groups, read.conditions) == ({}, {}, {})
    assert len(read.open_conditions) == len(FORM[id_].conditions)


@every_form
@many
@given(data=st.data())
def test_any_filling_comes_back_the_same(id_, data):
    read = read_filled(text_of(data.draw(fillings(id_))))
    again = read_filled(text_of(read.to_dict()))
    assert again == read
    assert again.to_dict() == read.to_dict()
    assert filled_to_text(again) == filled_to_text(read)


@every_form
@generated
@given(data=st.data())
def test_a_spoilt_filling_is_refused_or_read_whole(id_, data):
    spoilt = data.draw(fillings(id_))
    where = data.draw(st.sampled_from(["schema", "form", "written_on", "answers", "conditions", "field", "more"]))
    junk = data.draw(JUNK)
    if where == "field":
        field = data.draw(st.sampled_from(FORM[id_].fields))
        spoilt["answers"][field.id] = junk
    elif where == "more":
        spoilt[data.draw(st.text(max_size=5))] = junk
    else:
        spoilt[where] = junk
    read, wrong = read_or_wrong(spoilt)
    if read is None:
        assert wrong
        assert all(problem.place and problem.problem for problem in wrong)
    else:
        # Whatever was let through is right: it is written, read and shown as it stands.
        assert filled_from(read.to_dict()) == read
        assert filled_to_text(read)


@every_form
@generated
@given(data=st.data())
def test_a_cut_off_file_is_refused(id_, data):
    text = text_of(whole(FORM[id_]))
    cut = data.draw(st.integers(0, len(text) - 1))
    assert set(problems(text[:cut])) == {"the form"}


@generated
@given(st.text() | st.binary())
def test_what_is_no_form_is_refused_in_the_words_of_a_form(text):
    with pytest.raises(FilledError) as raised:
        read_filled(text)
    assert "case" not in str(raised.value).replace("uppercase", "")


def test_one_error_names_everything():
    data = made(
        FORM["missing-episode"],
        {
            "child-age": 18,
            "looked-after": "yes",
            "seen-on": "2026-02-30",
            "seen-at": "24:00",
            "talk-result": "maybe",
            "others-told": ["school", "nobody", "school"],
            "child-reference": "two\nlines",
            "why-worried": 3,
            "nickname": "x",
            "actions": [{"action": "Ring", "action-by": "soon"}, "not an object", {"who": "me"}],
            "while-away": {},
        },
    )
    found = problems(data | {"schema": "cse-form/2", "written_on": "21-11-2026", "sent_to": "x", "conditions": {}})
    assert {place: words[:24] for place, words in found.items()}.keys() == {
        "schema", "written_on", "sent_to", "conditions",
        "answers.child-age", "answers.looked-after", "answers.seen-on", "answers.seen-at", "answers.talk-result",
        "answers.others-told.1", "answers.others-told.2", "answers.child-reference", "answers.why-worried",
        "answers.nickname", "answers.actions.0.action-by", "answers.actions.1", "answers.actions.2.who",
        "answers.while-away",
    }  # fmt: skip
    assert "0 to 17" in found["answers.child-age"]
    assert "one of present, suspected, absent, not_known" in found["answers.looked-after"]
    assert "HH:MM" in found["answers.seen-at"]
    assert "one line" in found["answers.child-reference"]


WRONG = {
    "an unknown form": ({"form": "police-raid"}, "form", "one of missing-episode"),
    "no form": ({"form": None}, "form", "one of missing-episode"),
    "no day": ({"written_on": ""}, "written_on", "YYYY-MM-DD"),
    "a day too late": ({"written_on": "9999-01-01"}, "written_on", "9998"),
    "a day in other digits": ({"written_on": "٢٠٢٦-١١-٢١"}, "written_on", "YYYY-MM-DD"),
    "answers as a list": ({"answers": []}, "answers", "an object"),
    "an age that is yes": ({"answers": {"child-age": True}}, "answers.child-age", "0 to 17"),
    "an age below 0": ({"answers": {"child-age": -1}}, "answers.child-age", "0 to 17"),
    "an age as text": ({"answers": {"child-age": "14"}}, "answers.child-age", "0 to 17"),
    "an age as null": ({"answers": {"child-age": None}}, "answers.child-age", "left out if not known"),
    "half a character": ({"answers": {"patterns": "\ud800"}}, "answers.patterns", "text"),
    "a text as null": ({"answers": {"patterns": None}}, "answers.patterns", "text"),
    "too many entries": ({"answers": {"entries": [{"what": "x"}] * 201}}, "answers.entries", "at most 200: entry"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_input_says_where_and_what_is_allowed(name):
    changes, place, allowed = WRONG[name]
    data = json.dumps(made(FORM["chronology"], {}) | changes)
    found = problems(data)
    assert allowed in found[place]


def test_a_left_out_schema_and_a_list_are_refused():
    data = made(FORM["chronology"], {})
    del data["schema"]
    assert "missing" in problems(data)["schema"]
    assert set(problems("[]")) == {"the form"}


def test_a_key_twice_is_refused():
    text = text_of(made(FORM["chronology"], {"child-age": 14})).replace('"child-age"', '"child-age": 15, "child-age"')
    assert "twice" in problems(text)["the form"]


def test_what_was_left_empty_is_left_out():
    blank = {"patterns": " \n", "child-reference": "", "looked-again-on": "", "worse": "", "entries": [{}, {"at": ""}]}
    read = read_filled(text_of(made(FORM["chronology"], blank)))
    assert (read.answers, read.groups) == ({}, {})
    told = read_filled(text_of(made(FORM["missing-episode"], {"others-told": []})))
    assert told.answers == {}


def test_what_is_read_is_what_was_written():
    entries = [{"on": "2026-11-20", "at": "23:05", "how-known": "told", "what": "  He came.\n"}]
    read = read_filled(text_of(made(FORM["chronology"], {"worse": "suspected", "child-age": 0, "entries": entries})))
    assert read.written_on == date(2026, 11, 21)
    assert read.answers == {"worse": Answer.SUSPECTED, "child-age": 0}
    (entry,) = read.groups["entries"]
    assert entry == {"on": date(2026, 11, 20), "at": "23:05", "how-known": "told", "what": "  He came.\n"}


def test_the_order_of_what_is_chosen_is_the_forms():
    read = read_filled(text_of(made(FORM["missing-episode"], {"others-told": ["school", "carers"]})))
    assert read.answers["others-told"] == ("carers", "school")


def test_the_error_is_a_case_error_with_a_heading_of_its_own():
    with pytest.raises(CaseError, match="The form was not read"):
        read_filled("{}")


LETTER = FORM["disruption-letter-2014"]


@pytest.mark.parametrize("condition", LETTER.conditions, ids=lambda each: each.id)
@pytest.mark.parametrize("answer", ["suspected", "absent", "not_known", None])
def test_one_open_condition_is_enough_for_no_draft(condition, answer):
    data = whole(LETTER)
    if answer:
        data["conditions"][condition.id] = answer
    else:
        del data["conditions"][condition.id]
    assert read_filled(text_of(data)).open_conditions == (condition,)


@pytest.mark.parametrize("field", sorted({id_ for each in LETTER.conditions for id_ in each.needs}))
def test_a_condition_without_what_it_needs_is_open(field):
    data = copy.deepcopy(whole(LETTER))
    del data["answers"][field]
    left = read_filled(text_of(data)).open_conditions
    assert [each.id for each in left] == [each.id for each in LETTER.conditions if field in each.needs]


@pytest.mark.parametrize("age", [16, 17])
def test_nobody_of_16_or_17_gets_a_draft(age):
    data = whole(LETTER)
    data["answers"]["child-age"] = age
    assert [each.id for each in read_filled(text_of(data)).open_conditions] == ["under-16"]
