"""Every form as it stands in its file: it loads, it rests on something, and nothing of 2014 came with it by accident."""

from __future__ import annotations

import copy
import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from cse_core import load_units
from cse_core.language import all_clear_phrases_in
from cse_core.load.check_forms import texts_of
from cse_core.load.errors import InstrumentError
from cse_core.load.files import data_folder, read_toml
from cse_core.paperwork import CASE_FACTS, FORMS, FieldKind, forms_from, load_forms
from site_widgets.build.page_blocks import Block, words_of
from tests.guidance.test_language import blaming
from tests.guidance.test_own_words import copied
from tests.guidance.test_personal import personal

ROOT = Path(__file__).parents[2]
LOADED = load_forms()
REGISTER = {entry["id"] for entry in tomllib.loads((ROOT / "docs/_data/law.toml").read_text("utf-8"))["entry"]}
TOOLKIT = tomllib.loads((ROOT / "docs/_data/disruption.toml").read_text("utf-8"))
# Fingerprints of the names of officers and workers in the two documents, which the project does not hold.
NAMED = {
    "007439663caf",
    "44cd5481b452",
    "5514360f1810",
    "5670010fe671",
    "59555b2f840d",
    "ae27c76a00c5",
    "b63919c08c6a",
    "bf32c432e06e",
    "c61c5c7715d8",
    "d31b52e312bb",
    "f9f4eb928388",
}
every_form = pytest.mark.parametrize("id_", FORMS)


def texts(id_):
    return [(f"{id_}: {place}", text) for place, text in texts_of(LOADED[id_])]


def print_of(word):
    return hashlib.blake2b(word.encode(), digest_size=6, salt=b"named in sources").hexdigest()


def test_every_form_loads_and_no_file_is_left_over():
    assert tuple(LOADED) == FORMS
    assert {file.name for file in data_folder("forms").iterdir()} == {f"{id_}.toml" for id_ in FORMS}
    assert len(FORMS) == 11


@every_form
def test_every_field_cites_or_is_ours(id_):
    for field in LOADED[id_].fields:
        assert bool(field.cites) != field.ours, field.id
        assert set(field.cites) <= set(load_units())
    for condition in LOADED[id_].conditions:
        assert bool(condition.cites) != condition.ours, condition.id
    for left_out in LOADED[id_].left_out:
        assert left_out.cites, left_out.was


@every_form
def test_every_law_is_in_the_register(id_):
    form = LOADED[id_]
    named = [form.law, *(each.law for each in (*form.fields, *form.left_out, *form.conditions))]
    assert {law for laws in named for law in laws} - REGISTER == set()


@every_form
def test_what_must_be_done_first_is_said(id_):
    form = LOADED[id_]
    before = " ".join(form.before)
    assert re.search(r"999|now", before)
    assert "social care" in " ".join((before, *form.not_when))
    assert form.use_when
    assert form.not_when
    assert form.purpose
    assert "Your own procedure says" in form.send_to
    assert form.confidential, "every form holds something of a child"


@every_form
def test_nothing_copies_a_sentence(id_):
    assert copied(texts(id_)) == []


@every_form
def test_no_mailbox_no_number_and_nobody_named(id_):
    assert list(personal(texts(id_))) == []
    found = {word for _, text in texts(id_) for word in words_of(text) if print_of(word) in NAMED}
    assert found == set()


def test_a_name_would_be_noticed():
    assert len(NAMED) >= 5
    assert print_of("somebody") not in NAMED


@every_form
def test_nothing_sounds_like_an_all_clear_and_nothing_blames_a_child(id_):
    said = [(place, phrase) for place, text in texts(id_) for phrase in all_clear_phrases_in(text)]
    assert said == []
    blocks = [Block(place, text, frozenset(), frozenset(), 0) for place, text in texts(id_)]
    assert list(blaming(blocks)) == []


@every_form
def test_it_is_easy_to_read(id_):
    pytest.importorskip("textstat")
    from site_widgets.build.reading_ease import ease_of

    ease = ease_of(id_, "practitioner", [text for _, text in texts(id_) if text])
    assert ease.grade <= 6
    assert ease.sentence <= 12


@every_form
def test_no_form_asks_for_a_name_without_saying_why(id_):
    for field in LOADED[id_].fields:
        if field.id.startswith("child-name"):
            assert field.sensitive
            assert "without" in field.hint.lower() or "cannot" in field.hint
            assert "subject" in field.hint, "a name never goes into the subject of a mail"
        if field.id in ("child-reference", "reference"):
            assert field.same_as == "child.reference"
    names = [field for field in LOADED[id_].fields if field.id == "child-name"]
    assert bool(names) == (id_ in ("panel-referral", "early-help-assessment", "abduction-warning-notice-request"))


@every_form
def test_nobody_is_asked_for_faith_ethnicity_or_sexuality(id_):
    for field in LOADED[id_].fields:
        assert not re.search(r"religion|faith|ethnic|sexual orientation|sexuality|gay|consensual", field.ask.lower())


@every_form
def test_a_child_is_under_18(id_):
    ages = [field for field in LOADED[id_].fields if field.same_as == "child.age"]
    assert [field.most for field in ages] == [17] * len(ages)


@every_form
def test_what_is_told_of_a_person_is_marked(id_):
    for field in LOADED[id_].fields:
        told = field.kind is FieldKind.TEXT or field.same_as.startswith(("child", "context.", "judgement."))
        assert field.sensitive or not told, field.id


def test_facts_typed_once_fit_where_they_go():
    used = {field.same_as for form in LOADED.values() for field in form.fields if field.same_as}
    assert used <= set(CASE_FACTS)
    assert {"child.age", "child.reference", "context.places", "writer.name"} <= used


def test_every_kind_of_field_is_used():
    assert {field.kind for form in LOADED.values() for field in form.fields} == set(FieldKind)


def test_a_judgement_aid_never_speaks_of_points():
    aids = [form for form in LOADED.values() if form.judgement_aid]
    assert {form.id for form in aids} == {"sexual-activity-considerations", "health-minimum-assessment"}
    for form in aids:
        # The ages of children are the only numbers.
        assert {field.same_as for field in form.fields if field.kind is FieldKind.NUMBER} == {"child.age"}


def test_the_plan_has_the_aims_of_the_toolkit():
    aim = next(field for field in LOADED["disruption-plan"].fields if field.id == "aim")
    assert [tuple(choice) for choice in aim.choices] == [(each["id"], each["title"]) for each in TOOLKIT["aim"]]


def test_the_effect_on_the_child_is_asked_before_any_step():
    ids = [field.id for field in LOADED["disruption-plan"].fields]
    assert ids.index("effect") < ids.index("step")


def test_the_fourteen_considerations_and_the_seven_questions_are_there():
    weighed = [field for field in LOADED["sexual-activity-considerations"].fields if "PB-3.12" in field.cites]
    assert len(weighed) == 15, "fourteen, and whether a strategy discussion is needed"
    asked = [field for field in LOADED["information-sharing-decision"].fields if "PB-5.7" in field.cites]
    assert len(asked) == 7


def test_the_four_replies_say_what_each_means_now():
    replies = next(field for field in LOADED["police-information-request"].fields if field.id == "reply-kinds")
    assert len(replies.choices) == 4
    assert all(" Now: " in choice.words for choice in replies.choices)


def test_only_the_letter_has_conditions():
    assert [form.id for form in LOADED.values() if form.conditions] == ["disruption-letter-2014"]
    ids = {condition.id for condition in LOADED["disruption-letter-2014"].conditions}
    assert {"police-agree", "legal-advice", "nobody-warned", "effect-on-child", "under-16"} <= ids


def broken(id_, change):
    data = copy.deepcopy(read_toml(data_folder("forms").joinpath(f"{id_}.toml"), id_))
    change(data)
    with pytest.raises(InstrumentError) as raised:
        forms_from({id_: data})
    return str(raised.value)


def first(key, **changes):
    return lambda data: data[key][0].update(changes)


def choosing(data):
    return next(row for row in data["field"] if row["kind"] == "one_of")


BROKEN = {
    "a field that rests on nothing": ("chronology", lambda data: data["field"][0].pop("ours"), "does not say what it rests on"),
    "a field that is ours and cites": ("chronology", first("field", cites=["PB-8.2"]), "is ours and cites"),
    "a unit that no source has": ("chronology", first("left_out", cites=["PB-99"]), "PB-99"),
    "a form that cites an unknown unit": ("chronology", lambda data: data.update(cites=["PB-99"]), "PB-99"),
    "a field of no section": ("chronology", first("field", section="elsewhere"), "elsewhere"),
    "a section without a field": ("chronology", first("section", id="empty"), "has no field"),
    "two fields of one id": ("chronology", lambda data: data["field"].append(data["field"][0]), "twice"),
    "a field named as a repeated section": ("chronology", first("field", id="entries"), "twice"),
    "an id that is no slug": ("chronology", first("field", id="Child Reference"), "a slug"),
    "an unknown kind": ("chronology", first("field", kind="signature"), "one of line, text"),
    "a choice without words": ("chronology", lambda data: choosing(data).update(choices=[["a", "A"], ["b", " "]]), "pairs"),
    "one choice only": ("chronology", lambda data: choosing(data).update(choices=[["a", "A"]]), "pairs"),
    "a choice twice": ("chronology", lambda data: choosing(data).update(choices=[["a", "A"], ["a", "B"]]), "twice"),
    "a choice with a value of many words": ("chronology", lambda data: choosing(data).update(choices=[["a b", "A"], ["b", "B"]]), "a b"),
    "choices where nothing is chosen": ("chronology", first("field", choices=[["a", "A"], ["b", "B"]]), "choices"),
    "a fact that no case holds": ("chronology", first("field", same_as="child.name"), "child.name"),
    "a fact of another kind": ("chronology", first("field", same_as="child.age"), "in a field of kind line"),
    "a repeated section without a number": ("chronology", lambda data: data["section"][1].pop("at_most"), "at_most"),
    "nothing to do before": ("chronology", lambda data: data.update(before=[]), "what must be done first"),
    "an all-clear": ("chronology", first("field", hint="Then there is no risk."), "no risk"),
    "an unknown key": ("chronology", first("field", colour="red"), "colour"),
    "a condition that rests on nothing": ("disruption-letter-2014", lambda data: data["condition"][0].pop("ours"), "does not say what it rests on"),
    "a condition of a field that is not there": ("disruption-letter-2014", first("condition", needs=["nobody"]), "nobody"),
    "a condition under something that is no number": ("disruption-letter-2014", first("condition", under={"met-on": 3}), "the id of a number"),
    "a condition under a word": ("disruption-letter-2014", first("condition", under={"child-age": "x"}), "whole numbers"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_faulty_data_is_refused_with_its_place(fault):
    id_, change, words = BROKEN[fault]
    said = broken(id_, change)
    assert words in said
    assert f"forms/{id_}.toml" in said
