"""Several assessments over time as headings and lines: what to ask now, what is new, what was seen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..load.instruments import load_instrument
from ..load.sources import load_units
from ..model import Answer, Instrument
from ..model_over_time import OverTime, Seen, Trend
from .lines import Line, Report, Section
from .words import ANSWERS, date_words, joined, level_word, outcome_words

NEVER_SAFE = (
    "A lower reading can mean that less was asked, or that the child has stopped telling you. "
    "It never shows that the harm has stopped."
)
STILL_COUNTS = "It happened. It still counts when you judge."
GROUPS = (
    ("new", "New since the time before", (Trend.NEW,)),
    ("still", "Still there", (Trend.STILL, Trend.SURER, Trend.LESS_SURE)),
    ("before", "Seen before, and not recorded this time", (Trend.NOT_NOW, Trend.NOT_ASKED)),
)
TREND_WORDS = {
    Trend.SURER: "More sure than last time",
    Trend.LESS_SURE: "Less sure than last time",
    Trend.NOT_NOW: "Answered “absent” this time",
    Trend.NOT_ASKED: "Not known this time: ask again",
}


def over_time_report(made: OverTime) -> Report:
    """The whole in the order a reader needs it; the readings of each day also stand in the picture."""
    instrument = load_instrument(made.instrument)
    sections = (_ask(made), _readings(made), *_groups(instrument, made), _concerns(made), _limits())
    title = f"{instrument.title}: {len(made.days)} assessments"
    return Report(title, tuple(section for section in sections if section.lines), load_units())


def outcome_at(made: OverTime, number: int) -> str:
    """What the assessment of this number read, in words."""
    outcome, could_be = made.outcomes[number], made.could_be[number]
    words = outcome_words(outcome).capitalize()
    return f"{words}; could be {level_word(could_be)}" if could_be else words


def _ask(made: OverTime) -> Section:
    lines = []
    if made.lower:
        lines.append(
            Line(
                "It reads lower than the time before. What has changed about the person who harms, or about the place? "
                "If nothing has, stop no step.",
                ("PB-8.4", "PB-8.7"),
                aside=f"The source asks for a new form. The question is ours. {NEVER_SAFE}",
            )
        )
    if made.no_fall:
        lines.append(
            Line(
                "Two reassessments in a row, and no lower reading. Change what the adults do about the people and the "
                "places. Do not ask the child to change. Bring it to the meeting this week.",
                ("PB-6.1",),
                aside="The source names no number. Two is ours.",
            )
        )
    return Section("ask", "Ask this now", tuple(lines), "bullets")


def _readings(made: OverTime) -> Section:
    lines = tuple(Line(outcome_at(made, number), label=date_words(day)) for number, day in enumerate(made.days))
    return Section("readings", "What each assessment read", lines, "terms")


def _groups(instrument: Instrument, made: OverTime) -> Iterator[Section]:
    for kind, heading, trends in GROUPS:
        lines = tuple(_line(instrument, made, seen) for seen in made.seen if seen.trend in trends)
        yield Section(kind, heading, lines, "bullets")


def _line(instrument: Instrument, made: OverTime, seen: Seen) -> Line:
    parts = [f"{TREND_WORDS[seen.trend]}."] if seen.trend in TREND_WORDS else []
    if seen.trend in (Trend.NOT_NOW, Trend.NOT_ASKED):
        parts += [f"Recorded on {_days(made, seen.recorded_at)}.", STILL_COUNTS]
    elif len(seen.recorded_at) > 1:
        parts.append(f"Recorded on {_days(made, seen.recorded_at)}.")
    label = f"{ANSWERS[seen.answers[-1]]}: " if seen.answers[-1] is Answer.SUSPECTED else ""
    return Line(f"{label}{_words(instrument, seen.id)}", _cites(instrument, seen.id), aside=" ".join(parts))


def _words(instrument: Instrument, id_: str) -> str:
    facts = {fact.id: fact.label for fact in instrument.facts}
    return facts.get(id_) or instrument.indicator(id_).plain


def _cites(instrument: Instrument, id_: str) -> tuple[str, ...]:
    facts = {fact.id: fact.cites for fact in instrument.facts}
    return facts[id_] if id_ in facts else instrument.indicator(id_).cites


def _days(made: OverTime, numbers: Iterable[int]) -> str:
    return joined([date_words(made.days[number]) for number in numbers])


def _concerns(made: OverTime) -> Section:
    lines = tuple(
        Line(concern.text, aside=f"Recorded on {_days(made, concern.recorded_at)}.") for concern in made.concerns
    )
    return Section("concerns", "Other concerns, in your words", lines, "bullets")


def _limits() -> Section:
    text = (
        "Two tools are never set against each other here, and nothing is added up. "
        "What an assessment did not ask, it cannot show."
    )
    return Section("limits", "What this cannot tell you", (Line(f"{text} {NEVER_SAFE}", ours=True),))
