"""One description of a document: text and HTML say the same in the same order; the draft letter only when nothing is open."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from cse_core import assess, case_from
from cse_core.language import all_clear_phrases_in
from cse_core.paperwork import (
    FORMS,
    answer,
    assessment_to_document,
    document_to_dict,
    document_to_html,
    document_to_text,
    due_dates,
    filled_from,
    filled_to_document,
    letter_draft,
    load_forms,
    load_letter,
)
from tests.cases import case, checklist_case
from tests.forms.fillings import made, whole

FORM = load_forms()
LETTER = FORM["disruption-letter-2014"]


def words(text):
    return re.findall(r"\w+", text.casefold())


def words_of_html(html):
    return words(unescape(re.sub(r"<[^>]+>", " ", html)))


def documents():
    for id_ in FORMS:
        yield pytest.param(filled_to_document(filled_from(whole(FORM[id_]))), id=id_)
    for each in (case("MED-01", "HIGH-02", age=12), checklist_case("34", marks={"34": "red"})):
        read = case_from({**each, "reference": "T-4711", "child_view": "two\nlines <b>"})
        yield pytest.param(assessment_to_document(assess(read), read), id=each["instrument"])


@pytest.mark.parametrize("document", list(documents()))
def test_text_and_page_say_the_same_in_the_same_order(document):
    text, html = words(document_to_text(document)), words_of_html(document_to_html(document))
    footer = words(document.footer)
    assert html[-len(footer) :] == footer
    # Plain text has no pages, and so no footer; it says at its end once more what it is. Lists are numbered in it.
    numbers = {str(number) for number in range(1, 60)}
    text = [word for word in text[: -1 if document.confidential else None] if word not in numbers]
    assert text == [word for word in html[: -len(footer)] if word not in numbers]


@pytest.mark.parametrize("document", list(documents()))
def test_the_data_holds_every_word_of_the_page(document):
    data = document_to_dict(document)
    assert json.loads(json.dumps(data)) == data
    assert {block["kind"] for block in data["blocks"]} <= {"heading", "text", "list", "answer"}
    said = " ".join(words(json.dumps(data, ensure_ascii=False)))
    for block in data["blocks"]:
        for each in (block.get("ask"), *block.get("items", ()), *block.get("lines", ())):
            assert " ".join(words(each or "")) in said


def test_what_is_typed_is_never_markup():
    filled = filled_from(made(FORM["chronology"], {"kept-by": "<script>x</script>", "patterns": "a\n<b>b</b>"}))
    html = document_to_html(filled_to_document(filled))
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;x&lt;/script&gt;" in html


def test_what_is_empty_says_so_and_is_marked():
    data = document_to_dict(filled_to_document(filled_from(made(FORM["chronology"], {"kept-by": "the school"}))))
    told = {block["ask"]: block for block in data["blocks"] if block["kind"] == "answer"}
    assert told["Who keeps this record?"] == {"kind": "answer", "ask": "Who keeps this record?", "lines": ["the school"], "empty": False}
    assert told["Entry"] == {"kind": "answer", "ask": "Entry", "lines": ["Not provided"], "empty": True}


# --- the draft letter --------------------------------------------------------


def recorded():
    return {**whole(LETTER), "answers": {**whole(LETTER)["answers"], "child-age": 15}}


def test_the_draft_is_there_only_when_every_condition_is_recorded():
    assert letter_draft(filled_from(recorded())) is not None
    for condition in LETTER.conditions:
        for other in ("suspected", "absent", "not_known"):
            data = recorded()
            data["conditions"] = {**data["conditions"], condition.id: other}
            assert letter_draft(filled_from(data)) is None
        for needed in condition.needs:
            data = recorded()
            data["answers"] = {key: value for key, value in data["answers"].items() if key != needed}
            assert letter_draft(filled_from(data)) is None


def test_the_draft_is_marked_and_holds_nothing_that_was_typed():
    draft = letter_draft(filled_from(recorded()))
    text = document_to_text(draft)
    assert draft.lines[0] == draft.footer.split(" Core")[0] == "Draft for legal advice. Not to be sent."
    for value in recorded()["answers"].values():
        if isinstance(value, str) and len(value) > 12:
            assert value not in text


def test_the_draft_says_only_what_may_be_said():
    draft = " ".join(load_letter().paragraphs)
    assert "999" in draft
    assert "Child Abduction Act 1984, section 2" in draft
    # The faults of the letter of 2014: another Act, orders, the child's own life, sending the child away.
    assert not re.search(r"2004|you must|missing|support|social worker|send (?:the child|them) (?:home|away)", draft, re.IGNORECASE)
    assert not re.search(r"\b0\d{3,}", draft)
    assert all_clear_phrases_in(draft) == ()


def test_the_page_is_told_what_is_open():
    told = json.loads(answer(json.dumps({"do": "draft", "part": made(LETTER, {})})))
    assert [each["id"] for each in told["open"]] == [condition.id for condition in LETTER.conditions]
    assert "document" not in told
    told = json.loads(answer(json.dumps({"do": "draft", "part": recorded()})))
    assert told["open"] == []
    assert told["name"].startswith("draft-disruption-letter-2014-")


# --- dates -------------------------------------------------------------------


def test_dates_tell_nothing_that_was_typed():
    for id_ in FORMS:
        for event in due_dates(filled_from(whole(FORM[id_]))):
            assert re.fullmatch(r"[a-z0-9-]+@cse-casefile", event["uid"])
            assert event["title"].startswith("Case file: ")
            assert id_.split("-")[0] not in event["title"]


def test_what_is_done_is_no_longer_due():
    def plan(progress):
        entry = {"step": "x", "step-due": "2026-12-01", "step-progress": progress}
        return [event["on"] for event in due_dates(filled_from(made(FORM["disruption-plan"], {"steps": [entry]})))]

    assert plan("under-way") == ["2026-12-01"]
    assert plan("done") == plan("changed") == plan("stopped") == []


def test_the_days_of_an_assessment_are_those_of_its_reading():
    read = case_from(case("MED-01", on="2026-01-05"))
    assessment = assess(read)
    days = {event["on"] for event in due_dates(read)}
    assert assessment.review.reassess_by.isoformat() in days
    assert {action.due_on.isoformat() for action in assessment.actions if action.due_on} <= days
