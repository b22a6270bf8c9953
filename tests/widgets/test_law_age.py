"""`make check` names what was last checked too long ago, and says so when nothing was."""

from __future__ import annotations

from datetime import date, timedelta

from site_widgets.build.law_age import grown_old, report
from site_widgets.build.law_data import load_law

ENTRIES = list(load_law().entries.values())
OLDEST = min(entry.checked for entry in ENTRIES)


def test_an_entry_is_named_the_day_after_six_months_and_not_before():
    assert grown_old(ENTRIES, OLDEST + timedelta(days=183)) == []
    assert {entry.checked for entry in grown_old(ENTRIES, OLDEST + timedelta(days=184))} == {OLDEST}


def test_the_report_names_each_entry_with_its_date():
    words = report(date(OLDEST.year + 2, 1, 1))
    assert f"{len(ENTRIES)} entries" in words
    assert all(f"  {entry.id}: " in words for entry in ENTRIES)


def test_the_report_says_so_when_there_is_none():
    assert report(OLDEST) == "Law register: no entry was last checked more than six months ago."
