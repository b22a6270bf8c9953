"""The draft of the 2014 letter: only when nothing is open, marked, corrected in law, and with nothing of the child's life."""

from __future__ import annotations

import copy
import re
import tomllib
from pathlib import Path

import pytest

from cse_core.language import all_clear_phrases_in
from cse_core.load.errors import InstrumentError
from cse_core.load.files import data_folder, read_toml
from cse_core.load.letters import LETTERS, letters_from, load_letters
from cse_core.model_document import Text
from cse_core.paperwork import FORMS, document_to_text, filled_from, letter_draft, load_forms
from site_widgets.build.page_blocks import Block
from tests.forms.fillings import NAMES, whole
from tests.guidance.test_language import blaming
from tests.guidance.test_own_words import copied
from tests.guidance.test_personal import personal

ID = "disruption-letter-2014"
FORM = load_forms()[ID]
LETTER = load_letters()[ID]
MARK = "Draft for legal advice. Not to be sent."
LAW = Path(__file__).parents[2] / "docs/_data/law.toml"


def draft(change=lambda data: None):
    data = whole(FORM)
    change(data)
    return letter_draft(filled_from(data))


def body():
    """The words that a person would read, were it ever sent."""
    return " ".join(block.text for block in draft().blocks if isinstance(block, Text))


@pytest.mark.parametrize("condition", [each.id for each in FORM.conditions])
@pytest.mark.parametrize("answer", ["suspected", "absent", "not_known", None])
def test_there_is_no_draft_while_anything_is_open(condition, answer):
    def change(data):
        data["conditions"][condition] = answer
        if answer is None:
            del data["conditions"][condition]

    assert draft(change) is None


@pytest.mark.parametrize("field", sorted({id_ for each in FORM.conditions for id_ in (*each.needs, *each.under)}))
def test_there_is_no_draft_while_what_a_condition_needs_is_empty(field):
    assert draft(lambda data: data["answers"].pop(field)) is None


def test_there_is_no_draft_for_a_child_of_16():
    assert draft(lambda data: data["answers"].update({"child-age": 15})) is not None
    assert draft(lambda data: data["answers"].update({"child-age": 16})) is None


@pytest.mark.parametrize("id_", [each for each in FORMS if each != ID])
def test_no_other_form_has_a_draft(id_):
    assert letter_draft(filled_from(whole(load_forms()[id_]))) is None


def test_it_is_marked_in_its_title_and_on_every_page():
    made = draft()
    assert (made.title, made.footer, made.confidential) == (MARK, MARK, True)
    assert document_to_text(made).count(MARK) == 2


def test_it_holds_nothing_of_what_was_recorded():
    text = document_to_text(draft())
    assert not any(name in text for name in NAMES)
    assert "15" not in body()


def test_it_asks_and_names_only_the_law_that_fits():
    said = body()
    assert "We ask you" in said
    assert "This is a request." in said
    assert not re.search(r"\b(must|demand|order you|forbid|warn|require)\b", said)
    assert "section 2 of the Child Abduction Act 1984" in said
    assert "Children Act 2004" not in said
    assert "is under 16" in said


def test_it_has_blanks_for_names_and_says_nothing_of_the_childs_life():
    said = body()
    assert said.count("[name of the child]") >= 4
    assert "[name of the person]" in said
    assert not re.search(r"missing|run|social care|support|school|home|told us|worr|risk", said, re.IGNORECASE)


def test_it_neither_sends_the_child_away_nor_lets_the_person_judge():
    said = body()
    assert "call the police on 999 at once" in said
    assert not re.search(r"send|leave|turn .* away|refuse|if .* will not", said)


def test_every_statement_cites_or_is_ours_and_every_law_is_in_the_register():
    register = {entry["id"] for entry in tomllib.loads(LAW.read_text("utf-8"))["entry"]}
    assert {law for say in LETTER.says for law in say.law} <= register
    assert all(bool(say.cites) != say.ours for say in LETTER.says)


def test_its_words_are_ours_plain_and_blame_nobody():
    texts = [(f"letter: {number}", say.text) for number, say in enumerate(LETTER.says)]
    assert copied(texts) == []
    assert list(personal(texts)) == []
    assert not any(all_clear_phrases_in(text) for _, text in texts)
    assert list(blaming([Block(place, text, frozenset(), frozenset(), 0) for place, text in texts])) == []


def test_it_is_easy_to_read():
    pytest.importorskip("textstat")
    from site_widgets.build.reading_ease import ease_of

    ease = ease_of(ID, "practitioner", [say.text for say in LETTER.says])
    assert ease.grade <= 6
    assert ease.sentence <= 12


def test_no_file_is_left_over():
    assert {file.name for file in data_folder("letters").iterdir()} == {f"{id_}.toml" for id_ in LETTERS}


BROKEN = {
    "a statement that rests on nothing": (lambda data: data["say"][0].pop("ours"), "does not say what it rests on"),
    "a statement of no part": (lambda data: data["say"][0].update(part="elsewhere"), "elsewhere"),
    "a part without a statement": (lambda data: data["part"].append({"id": "x", "title": "X"}), "has nothing to say"),
    "a form that is not there": (lambda data: data.update(form="letter"), "one of missing-episode"),
    "an all-clear": (lambda data: data["say"][0].update(text="There is no risk."), "no risk"),
    "an unknown key": (lambda data: data.update(send_to="them"), "send_to"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_faulty_data_is_refused_with_its_place(fault):
    change, words = BROKEN[fault]
    data = copy.deepcopy(read_toml(data_folder("letters").joinpath(f"{ID}.toml"), ID))
    change(data)
    with pytest.raises(InstrumentError) as raised:
        letters_from({ID: data})
    assert words in str(raised.value)
    assert f"letters/{ID}.toml" in str(raised.value)
