"""The days on which something is due: for a calendar, and with nothing that somebody typed."""

from __future__ import annotations

import re

from cse_core import assess, case_from
from cse_core.paperwork import FORMS, due_dates, filled_from, load_forms
from tests.cases import case
from tests.forms.fillings import made, whole

FORM = load_forms()


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
