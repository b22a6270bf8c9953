"""Counting days: working days of England and Wales, and calendar months. The start is given, never asked."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import files

SATURDAY = 5


def working_day_after(start: date, days: int) -> date | None:
    """The date `days` working days after `start`; day one is the first working day after it.

    Working days are Monday to Friday less the bank holidays of England and Wales.
    None when the count leaves the years of the table (2013 to 2040).
    """
    years = bank_holidays()
    if start.year not in years:
        return None
    day = start
    while days:
        day += timedelta(days=1)
        if day.year not in years:
            return None
        if day.weekday() < SATURDAY and day not in years[day.year]:
            days -= 1
    return day


def add_months(start: date, months: int) -> date:
    """The same day of the month, `months` later; the last day of that month where it has no such day."""
    month = start.year * 12 + start.month - 1 + months
    last_day = _first_of(month + 1) - timedelta(days=1)
    return last_day.replace(day=min(start.day, last_day.day))


def _first_of(month: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(month // 12, month % 12 + 1, 1)


@cache
def bank_holidays() -> dict[int, frozenset[date]]:
    """The bank holidays of England and Wales, by year."""
    # Here and not above: only a dated action needs them, and the browser starts sooner without.
    import tomllib

    file = files("cse_core").joinpath("calendar/bank_holidays_england_and_wales.toml")
    tables = tomllib.loads(file.read_text("utf-8"))
    return {int(year): frozenset(days) for year, days in tables["year"].items()}
