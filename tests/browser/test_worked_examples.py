"""Each worked example of an instrument, filled in on its page, gives what the core gives in CPython."""

import json

import pytest

import cse_core
from cse_core.language import all_clear_phrases_in
from tests.browser.form import answers, clear, fill, show_reading
from tests.browser.tools import LAMBETH, PAN_BEDFORDSHIRE, TOOLS, each_tool

EXAMPLES = [
    pytest.param(tool, example, id=f"{tool.id}: {example['name']}")
    for tool in TOOLS
    for example in tool.instrument.examples
]
# One case for each tool with every kind of field: what the page saves and scores is what was typed.
FULL = {
    PAN_BEDFORDSHIRE: PAN_BEDFORDSHIRE.case(
        assessed_on="2026-02-27",
        reference="REF 7",
        child={"age": 0, "looked_after": "suspected", "missing_now": "present", "disclosure": "absent"},
        answers={
            "late-or-missing": {"answer": "suspected", "evidence": "two\nlines & <b>marks</b>", "recency": "current"},
            "looked-after": {"answer": "absent"},
        },
        other_concerns=[
            {"description": "first", "level": "low", "answer": "present"},
            {"description": "second", "level": "medium", "answer": "suspected"},
            {"description": "third", "level": "high", "answer": "absent"},
            {"description": "fourth", "level": "low", "answer": "not_known"},
        ],
        context={"places": "a car park", "online": "a game", "protective": "an aunt"},
        child_view="łódź – ŵ",
        family_view="worried",
        judgement={"level": "high", "significant_harm": "suspected", "reasons": "what was seen"},
    ),
    LAMBETH: LAMBETH.case(
        assessed_on="2026-02-27",
        reference="REF 7",
        child={
            "age": 0,
            "missing_now": "present",
            "disclosure": "absent",
            **{fact.id: "suspected" for fact in LAMBETH.instrument.facts[2:]},
        },
        answers={
            "constant-messages": {
                "answer": "suspected",
                "level": "red",
                "recurring": True,
                "evidence": "two\nlines & <b>marks</b>",
                "recency": "past_6_months",
            },
            "secretive": {"answer": "present", "level": "amber"},
            "cyberbullying": {"answer": "present", "level": "green", "recurring": True},
            "keys-to-other-premises": {"answer": "present", "recency": "earlier"},
            "family-difficulties": {"answer": "absent"},
        },
        other_concerns=[
            {"description": "first", "level": "green", "answer": "present"},
            {"description": "second", "level": "amber", "answer": "suspected"},
            {"description": "third", "level": "red", "answer": "absent"},
            {"description": "fourth", "answer": "present"},
        ],
        context={"places": "a car park", "online": "a game", "protective": "an aunt"},
        child_view="łódź – ŵ",
        family_view="worried",
        judgement={"significant_harm": "absent", "reasons": "what was seen"},
    ),
}


@pytest.fixture
def page(shared_page, tool):
    page = shared_page(tool)
    yield page
    clear(page)
    assert answers(page) == page.blank


def assessed(case):
    """The assessment in CPython, as the page carries it."""
    return json.loads(cse_core.to_json(cse_core.assess(cse_core.read_case(json.dumps(case)))))


def test_there_are_examples():
    assert len([param for param in EXAMPLES if param.values[0] is PAN_BEDFORDSHIRE]) >= 10
    assert len([param for param in EXAMPLES if param.values[0] is LAMBETH]) >= 20


@pytest.mark.parametrize(("tool", "example"), EXAMPLES)
def test_the_page_reads_as_the_core_does(page, tool, example):
    case = {"schema": "cse-case/1", "instrument": tool.id, **example["case"]}
    expected = assessed(case)
    fill(page, case)
    shown = show_reading(page)
    assert shown.assessment == expected
    assert shown.status == expected["status"]
    assert shown.outcome == (expected.get("pathway") or expected["level"] or "")
    stated = {key: None if value == "none" else value for key, value in example["expect"].items()}
    for key in {"status", "indicated_level", "level", "could_be", "professional_level", "pathway"} & set(stated):
        assert shown.assessment[key] == stated[key]
    # A reader sees the reading in words, and no words that sound like an all-clear.
    assert expected["reading"] in shown.text
    assert all_clear_phrases_in(shown.text) == ()


@each_tool
def test_everything_a_case_can_hold_reaches_the_core(page, tool):
    fill(page, FULL[tool])
    shown = show_reading(page)
    assert shown.assessment == assessed(FULL[tool])
    assert "two\nlines & <b>marks</b>" in shown.text
