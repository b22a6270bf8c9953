"""The words every renderer shares: levels, dates, facts and the reading itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ..model import Answer, Assessment, Instrument, Level, Outcome, Pathway, Recency, Status, Unit

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ANSWERS = {
    Answer.PRESENT: "Present",
    Answer.SUSPECTED: "Suspected",
    Answer.ABSENT: "Absent",
    Answer.NOT_KNOWN: "Not known",
}
FACT_ANSWERS = {
    Answer.PRESENT: "Yes",
    Answer.SUSPECTED: "Suspected",
    Answer.ABSENT: "No",
    Answer.NOT_KNOWN: "Not known",
}
RECENCIES = {
    Recency.CURRENT: "happening now",
    Recency.PAST_6_MONTHS: "in the past 6 months",
    Recency.EARLIER: "more than 6 months ago",
}
CONTEXTS = {
    "people_of_concern": "People of concern",
    "places": "Places",
    "peers": "Friends and peers",
    "online": "Online",
    "protective": "What protects the child",
}


def level_word(level: Level | None) -> str:
    """`Low`, `Medium`, `High`, or `no level`."""
    return level.name.title() if level else "no level"


def outcome_words(outcome: Outcome | None) -> str:
    """A level, or a pathway in plain words: `Refer now`."""
    return outcome.word.replace("_", " ").capitalize() if isinstance(outcome, Pathway) else level_word(outcome)


def date_words(day: date) -> str:
    """A date as people say it: 20 November 2026. The same on every machine."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def cite_words(cites: Iterable[str], units: Mapping[str, Unit]) -> tuple[str, ...]:
    """Each citation as a reader sees it: `PB 8.3`."""
    return tuple(units[cite].cite_as for cite in cites)


def fact_words(instrument: Instrument, fact: str) -> str:
    """What to find out, for a fact that is not known."""
    if fact == "age":
        return "the child's age"
    return next(asked.find_out for asked in instrument.facts if asked.id == fact)


def because_words(instrument: Instrument, id_: str) -> str:
    """An id of the trace as a reader sees it."""
    names = {
        "age": "the child's age",
        "other_concerns": "another concern you described",
        "judgement.level": "your own judgement",
        "judgement.significant_harm": "your view on significant harm",
    }
    names |= {fact.id: f"“{fact.label}”" for fact in instrument.facts}
    names |= {item.id: f"“{item.plain}”" for item in instrument.indicators}
    return names[id_]


def reading_words(instrument: Instrument, assessment: Assessment) -> str:
    """The reading in words that cannot be misread. Never a total, never an all-clear."""
    if assessment.checklist:
        return pathway_words(instrument, assessment.checklist.pathway)
    if assessment.status is Status.NOTHING_RECORDED:
        return "No level: none of the tool's items is recorded yet"
    level = level_word(assessment.level)
    if assessment.status is Status.PROVISIONAL:
        return f"At least {level}; could be {level_word(assessment.could_be)}"
    return f"This reads as {level}"


def pathway_words(instrument: Instrument, pathway: Pathway) -> str:
    """What a pathway asks of the reader, as the heading of its reading says it."""
    titles = [route.title for route in instrument.routes if route.leads_to is pathway]
    return titles[0] if titles else instrument.rules["status"].texts["nothing_title"]


def find_out_words(instrument: Instrument, assessment: Assessment) -> str:
    """What to find out, as one sentence; empty when nothing unknown could raise the level."""
    facts = [fact_words(instrument, unknown.fact) for unknown in assessment.unknowns]
    return f"Find out {joined(facts)}." if facts else ""


def joined(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def counted(number: int, one: str, many: str) -> str:
    """`1 sign`, `2 signs`."""
    return f"{number} {one if number == 1 else many}"
