"""The document as plain text: all that was written is in it, in any script, and what was left empty says so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core.language import all_clear_phrases_in
from cse_core.paperwork import FORMS, FieldKind, filled_to_text, load_forms, read_filled
from tests.forms.fillings import NAMES, fillings, made, text_of, whole

FORM = load_forms()
every_form = pytest.mark.parametrize("id_", FORMS)


def document(data):
    return filled_to_text(read_filled(text_of(data)))


def flat(text):
    """The words of a text, however it is wrapped."""
    return " ".join(text.split())


@every_form
def test_a_blank_form_says_not_provided_for_every_field(id_):
    form = FORM[id_]
    empty = document(made(form, {}))
    repeated = [section for section in form.sections if section.repeats]
    assert empty.count("  Not provided\n") == len(form.once) + len(repeated) + len(form.conditions)
    for field in form.once:
        assert flat(field.ask) in flat(empty)


@every_form
def test_every_question_and_every_answer_is_in_it(id_):
    form, data = FORM[id_], whole(FORM[id_])
    made_ = flat(document(data))
    assert "Not provided" not in made_
    for field in form.fields:
        assert flat(field.ask) in made_
    texts = [field for field in form.once if field.kind in (FieldKind.LINE, FieldKind.TEXT)]
    for field in texts:
        assert flat(data["answers"][field.id]) in made_
    for section in form.sections:
        for number, entry in enumerate(data["answers"][section.id] if section.repeats else [], 1):
            assert f"{section.one_is.upper()} {number} OF 2" in made_
            for field in form.fields_of(section):
                if field.kind in (FieldKind.LINE, FieldKind.TEXT):
                    assert flat(entry[field.id]) in made_


@every_form
def test_it_is_marked_and_says_that_it_replaces_no_call(id_):
    text = document(made(FORM[id_], {}))
    assert text.startswith("CONFIDENTIAL\n")
    assert text.endswith("CONFIDENTIAL\n")
    assert "never takes the place of a call" in flat(text)
    assert "Written on 21 November 2026" in text
    assert ("gives no score" in flat(text)) == FORM[id_].judgement_aid


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_comes_through(name):
    data = made(FORM["panel-referral"], {"writer-name": name, "people": [{"person-name": name}], "background": name})
    lines = document(data).splitlines()
    # Each on a line of its own, so that no other script decides its direction.
    assert lines.count(f"  {name}") == 3


def test_answers_are_in_words():
    data = made(
        FORM["missing-episode"],
        {
            "looked-after": "suspected",
            "crime": "not_known",
            "seen-on": "2026-11-20",
            "seen-at": "23:05",
            "child-age": 0,
            "talk-result": "child-said-no",
            "others-told": ["school", "carers"],
        },
    )
    lines = document(data).splitlines()
    for words in (
        "Suspected",
        "Not known",
        "20 November 2026",
        "23:05",
        "0",
        "- Parents or carers",
        "- School or college",
    ):
        assert f"  {words}" in lines
    assert "  The child said no, and it will be offered again" in lines


def test_lines_of_a_text_stay_apart_and_long_ones_are_wrapped():
    data = made(FORM["chronology"], {"patterns": "one\n\ntwo\x00three\x0bfour\n" + "word " * 60})
    lines = document(data).splitlines()
    start = lines.index("  one")
    assert lines[start + 1] == ""
    assert lines[start + 2] == "  two three"
    assert lines[start + 3] == "  four"
    assert max(map(len, lines)) <= 80


def test_the_letter_says_that_no_draft_may_be_shown():
    letter = FORM["disruption-letter-2014"]
    data = whole(letter)
    assert "It is not to be sent." in flat(document(data))
    assert "No draft may be shown" not in document(data)
    data["conditions"]["legal-advice"] = "suspected"
    assert "1 condition is not recorded yet. No draft may be shown." in flat(document(data))


def test_a_yes_that_lacks_what_it_needs_says_so():
    data = whole(FORM["disruption-letter-2014"])
    data["answers"]["child-age"] = 16
    assert "Yes, but not recorded while this is open: How old is the child?" in flat(document(data))


@every_form
@settings(deadline=None, max_examples=20, derandomize=True)
@given(data=st.data())
def test_any_filling_makes_a_document_without_an_all_clear_of_ours(id_, data):
    text = document(data.draw(fillings(id_)))
    assert text.endswith("\n")
    assert not any(letter in text for letter in "\x00\x07\x1b")


@every_form
def test_a_document_of_ours_holds_no_all_clear(id_):
    assert all_clear_phrases_in(document(made(FORM[id_], {}))) == ()
    assert all_clear_phrases_in(document(whole(FORM[id_]))) == ()
