"""The published JSON Schemas: every case we accept and every assessment we make fits; what we refuse does not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cse_core import assess, assessment_schema, case_from, case_schema, case_to_dict, instrument_ids, to_dict
from tests.cases import AT_MOST, case, case_strategy, checklist_case
from tests.core.test_bad_input import BAD

CASE = Draft202012Validator(case_schema())
ASSESSMENT = Draft202012Validator(assessment_schema())
# A schema cannot know the calendar: these are refused by the core alone.
BEYOND_A_SCHEMA = {"a day that is not in the month", "a date with no room for a review", "half a character"}


@pytest.mark.parametrize("id_", instrument_ids())
@settings(deadline=None, max_examples=min(60, AT_MOST), derandomize=True)
@given(data=st.data())
def test_cases_and_assessments_fit_their_schemas(id_, data):
    given_case = data.draw(case_strategy(id_))
    checked = case_from(given_case)
    CASE.validate(given_case)
    CASE.validate(case_to_dict(checked))
    ASSESSMENT.validate(to_dict(assess(checked)))


@pytest.mark.parametrize(
    ("name", "bad"), [row[:2] for row in BAD if row[0].removeprefix("checklist: ") not in BEYOND_A_SCHEMA]
)
def test_what_the_core_refuses_the_schema_refuses(name, bad):
    assert not CASE.is_valid(bad), name


@pytest.mark.parametrize("given_case", [case("LOW-01"), case(), checklist_case("34"), checklist_case()])
def test_the_schema_of_an_assessment_has_every_key_of_the_contract(given_case):
    made = to_dict(assess(case_from(given_case)))
    assert list(made) == list(assessment_schema()["properties"]) == assessment_schema()["required"]


def test_a_case_fits_the_branch_of_its_own_instrument_only():
    branches = [Draft202012Validator(branch) for branch in case_schema()["oneOf"]]
    for given_case in (case("LOW-01"), checklist_case("34", marks={"34": "red"})):
        assert sum(branch.is_valid(given_case) for branch in branches) == 1


def test_the_schemas_are_schemas():
    for schema in (case_schema(), assessment_schema()):
        Draft202012Validator.check_schema(schema)
        assert json.loads(json.dumps(schema)) == schema
