"""Dates: working days against the `holidays` package, month ends, and years outside the table."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from cse_core import assess, case_from, to_dict
from cse_core.engine.dates import add_months, bank_holidays, working_day_after
from tests.cases import case


@pytest.mark.parametrize("country", ["ENG", "WLS"])
def test_bank_holidays_agree_with_the_holidays_package(country):
    expected = {
        year: frozenset(holidays.country_holidays("GB", subdiv=country, years=year)) for year in range(2013, 2041)
    }
    assert bank_holidays() == expected


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 11, 16), date(2026, 11, 30)),  # a Monday: day one is Tuesday
        (date(2026, 11, 20), date(2026, 12, 4)),  # a Friday: day one is Monday
        (date(2026, 11, 21), date(2026, 12, 4)),  # a Saturday
        (date(2026, 12, 18), date(2027, 1, 6)),  # over Christmas, Boxing Day's substitute and New Year
        (date(2026, 3, 27), date(2026, 4, 14)),  # over Good Friday and Easter Monday
        (date(2040, 12, 10), date(2040, 12, 24)),
    ],
)
def test_ten_working_days(start, due):
    assert working_day_after(start, 10) == due


@pytest.mark.parametrize("start", [date(2012, 12, 31), date(2041, 1, 1), date(2040, 12, 20), date(1999, 6, 1)])
def test_outside_the_table_there_is_no_date_and_the_text_says_so(start):
    made = to_dict(assess(case_from(case("MED-07", on=start.isoformat()))))
    (dated,) = [action for action in made["actions"] if action["when"] == "dated"]
    assert dated["due_on"] is None
    assert "Count 10 working days yourself" in dated["text"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_three_calendar_months(start, expected):
    assert add_months(start, 3) == expected


@pytest.mark.parametrize("ref", ["LOW-04", "MED-07", "HIGH-09"])
def test_review_dates_at_every_level(ref):
    assert to_dict(assess(case_from(case(ref))))["review"] == {
        "weekly_from": "2026-11-27",
        "reassess_from": "2026-12-18",
        "reassess_by": "2027-01-01",
        "first_review_by": "2027-02-20",
        "then_within_months": 6,
    }


def test_no_level_no_review():
    assert to_dict(assess(case_from(case())))["review"] is None


@pytest.mark.parametrize("year", [1, 1900, 2012, 2041, 9998])
def test_any_real_year_up_to_9998_is_scored(year):
    day = date(year, 12, 31)
    made = to_dict(assess(case_from(case("MED-07", on=day.isoformat()))))
    assert made["review"]["weekly_from"] == (day + timedelta(days=7)).isoformat()
