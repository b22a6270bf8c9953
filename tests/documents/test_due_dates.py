"""The days on which something is due: for a calendar, and with nothing that somebody typed."""

from __future__ import annotations

import json
import re

from cse_core import assess, case_from
from cse_core.paperwork import FORMS, answer, due_dates, filled_from, load_forms
from tests.casefile.files import casefile
from tests.cases import case
from tests.forms.fillings import made, whole

FORM = load_forms()


def test_dates_tell_nothing_that_was_typed():
    for id_ in FORMS:
        for event in due_dates(filled_from(whole(FORM[id_]))):
            assert re.fullmatch(r"[0-9a-f]{32}@case-file", event["uid"])
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


def plan_of(child, **step):
    entry = {"step": "Ask the police", "step-due": "2026-12-01", **step}
    return filled_from(made(FORM["disruption-plan"], {"child-reference": child, "steps": [entry], "review-on": "2027-01-04"}))


def uids(part):
    return [event["uid"] for event in due_dates(part)]


def test_two_children_of_one_day_share_no_entry():
    one, other = uids(plan_of("T-1")), uids(plan_of("T-2"))
    assert len(set(one + other)) == len(one + other) == 4
    first, second = (case_from({**case("MED-01"), "reference": reference}) for reference in ("T-1", "T-2"))
    assert not set(uids(first)) & set(uids(second))


def test_a_step_that_is_put_off_takes_the_place_of_its_earlier_entry():
    assert uids(plan_of("T-1")) == uids(plan_of("T-1", **{"step-due": "2026-12-09", "step-progress": "under-way"}))


def test_a_file_with_two_forms_of_one_day_keeps_both_dates():
    forms = [made(FORM["chronology"], {"kept-by": who, "looked-again-on": "2026-12-01"}) for who in ("school", "club")]
    told = json.loads(answer(json.dumps({"do": "dates", "file": casefile([], forms)})))
    assert len(told["events"]) == 2
