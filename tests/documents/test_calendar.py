"""A calendar file, opened by icalendar: whole days, the same file each time, and the days free for others to see."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

EVENTS = [
    {"uid": "a@cse-core", "on": "2026-12-01", "title": "A step is due", "about": "Open the case file; look, then act."},
    {"uid": "b@cse-core", "on": "2028-02-29", "title": "Adolygiad: Gŵyl " + "ŵ" * 90, "about": "one\ntwo"},
    {"uid": "c@cse-core", "on": "9998-12-31", "title": "Look again", "about": ""},
]


def test_every_event_is_a_whole_day_with_its_words(maker):
    made = maker.calendar(EVENTS)
    assert made.type == "text/calendar;charset=utf-8"
    calendar = Calendar.from_ical(made.bytes)
    assert calendar["version"] == "2.0"
    found = calendar.walk("vevent")
    assert len(found) == len(EVENTS)
    for event, told in zip(found, EVENTS, strict=True):
        day = date.fromisoformat(told["on"])
        assert event.decoded("dtstart") == day
        assert not isinstance(event.decoded("dtstart"), datetime)
        assert event.decoded("dtstamp") == datetime(day.year, day.month, day.day, tzinfo=UTC)
        assert (event["uid"], event["summary"], event.get("description", "")) == (
            told["uid"],
            told["title"],
            told["about"],
        )
        assert (event["class"], event["transp"]) == ("PRIVATE", "TRANSPARENT")
        assert set(event) <= {"UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTSTAMP", "CLASS", "TRANSP"}


def test_the_same_events_give_the_same_file_with_lines_as_the_format_asks(maker):
    made = maker.calendar(EVENTS)
    assert maker.calendar(EVENTS) == made
    lines = made.bytes.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_no_events_make_an_empty_calendar(maker):
    assert Calendar.from_ical(maker.calendar([]).bytes).walk("vevent") == []
