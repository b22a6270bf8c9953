"""Each worked example of the instrument, filled in on the page, gives what the core gives in CPython."""

import json

import pytest

import cse_core
from cse_core.language import all_clear_phrases_in
from tests.browser.form import ASSESS, answers, clear, fill, show_reading, wait_until_ready

INSTRUMENT = "pan-bedfordshire"
EXAMPLES = [pytest.param(example, id=example["name"]) for example in cse_core.load_instrument(INSTRUMENT).examples]


@pytest.fixture(scope="module")
def started(shared_visit):
    page = shared_visit(ASSESS)
    wait_until_ready(page)
    page.blank = answers(page)
    return page


@pytest.fixture
def page(started):
    yield started
    clear(started)
    assert answers(started) == started.blank


def test_there_are_examples():
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_page_reads_as_the_core_does(page, example):
    case = {"schema": "cse-case/1", "instrument": INSTRUMENT, **example["case"]}
    expected = json.loads(cse_core.to_json(cse_core.assess(cse_core.read_case(json.dumps(case)))))
    fill(page, case)
    shown = show_reading(page)
    assert shown.assessment == expected
    assert shown.status == expected["status"]
    assert shown.level == (expected["level"] or "")
    stated = {key: None if value == "none" else value for key, value in example["expect"].items()}
    for key in {"status", "indicated_level", "level", "could_be", "professional_level"} & set(stated):
        assert shown.assessment[key] == stated[key]
    # A reader sees the reading in words, and no words that sound like an all-clear.
    assert expected["reading"] in shown.text
    assert all_clear_phrases_in(shown.text) == ()


def test_everything_a_case_can_hold_reaches_the_core(page):
    """One case with every kind of field: what the page saves and scores is what was typed."""
    case = {
        "schema": "cse-case/1",
        "instrument": INSTRUMENT,
        "assessed_on": "2026-02-27",
        "reference": "REF 7",
        "child": {"age": 0, "looked_after": "suspected", "missing_now": "present", "disclosure": "absent"},
        "answers": {
            "late-or-missing": {"answer": "suspected", "evidence": "two\nlines & <b>marks</b>", "recency": "current"},
            "looked-after": {"answer": "absent"},
        },
        "other_concerns": [
            {"description": "first", "level": "low", "answer": "present"},
            {"description": "second", "level": "medium", "answer": "suspected"},
            {"description": "third", "level": "high", "answer": "absent"},
            {"description": "fourth", "level": "low", "answer": "not_known"},
        ],
        "context": {"places": "a car park", "online": "a game", "protective": "an aunt"},
        "child_view": "łódź – ŵ",
        "family_view": "worried",
        "judgement": {"level": "high", "significant_harm": "suspected", "reasons": "what was seen"},
    }
    fill(page, case)
    shown = show_reading(page)
    assert shown.assessment == json.loads(cse_core.to_json(cse_core.assess(cse_core.read_case(json.dumps(case)))))
    assert "two\nlines & <b>marks</b>" in shown.text
