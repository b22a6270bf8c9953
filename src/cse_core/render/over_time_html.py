"""Assessments over time for the page: a picture of the readings, the same in words, and what came and stayed."""

from __future__ import annotations

from html import escape

from ..load.instruments import load_instrument
from ..model import Instrument, Level, Outcome, Pathway, Reads
from ..model_over_time import OverTime
from .html_parts import Frame, section_html
from .over_time import outcome_at, over_time_report
from .words import date_words, outcome_words

# The picture's own units. A phone shows four columns without scrolling; more scroll inside their frame.
COLUMN = 76
ROW = 44
LEFT = 96
TOP = 22
BELOW = 30


def over_time_to_html(made: OverTime) -> str:
    """One `<article class="over-time">`. The picture's words stand below it, too."""
    report = over_time_report(made)
    frame = Frame(report.units, prefix=f"over-time-{made.instrument}", rank=4)
    sections = "\n".join(section_html(frame, section) for section in report.sections)
    picture = over_time_picture(made) if len(made.days) > 1 else ""
    heading = f'<h3 tabindex="-1">{escape(report.title)}</h3>'
    body = f"{heading}\n{picture}{sections}"
    return f'<article class="over-time" data-instrument="{made.instrument}">\n{body}\n</article>\n'


def over_time_picture(made: OverTime) -> str:
    """The readings as dots on lines, oldest left. A picture for the eye; the list below it says the same."""
    instrument = load_instrument(made.instrument)
    rows = _rows(instrument)
    width = LEFT + COLUMN * len(made.days)
    height = TOP + ROW * (len(rows) - 1) + BELOW + TOP
    lines = "".join(
        f'<line class="over-time-row" x1="{LEFT - 12}" x2="{width}" y1="{_y(rows, row)}" y2="{_y(rows, row)}"/>'
        f'<text class="over-time-level" x="0" y="{_y(rows, row) + 5}">{escape(_row_words(row))}</text>'
        for row in rows
    )
    dots = "".join(_dot(made, rows, number) for number in range(len(made.days)))
    points = " ".join(f"{_x(number)},{_y(rows, outcome)}" for number, outcome in enumerate(made.outcomes))
    said = "; ".join(f"{date_words(day)}: {outcome_at(made, number)}" for number, day in enumerate(made.days))
    title = escape(f"What each assessment read, oldest first. {said}")
    return (
        f'<div class="over-time-picture" tabindex="0" role="group" aria-label="Picture of the readings">'
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{title}">'
        f'{lines}<polyline class="over-time-line" points="{points}"/>{dots}</svg></div>\n'
    )


def _rows(instrument: Instrument) -> tuple[Outcome | None, ...]:
    """The outcomes there are, the gravest first."""
    if instrument.reads is Reads.PATHWAY:
        return tuple(reversed(Pathway))
    return (*reversed(Level), None)


def _row_words(row: Outcome | None) -> str:
    return outcome_words(row).capitalize()


def _x(number: int) -> int:
    return LEFT + COLUMN // 2 + COLUMN * number


def _y(rows: tuple[Outcome | None, ...], outcome: Outcome | None) -> int:
    return TOP + ROW * rows.index(outcome)


def _dot(made: OverTime, rows: tuple[Outcome | None, ...], number: int) -> str:
    day, x, y = made.days[number], _x(number), _y(rows, made.outcomes[number])
    foot = TOP + ROW * (len(rows) - 1) + BELOW
    short = f"{day.day:02}/{day.month:02}/{day.year % 100:02}"
    return (
        f'<circle class="over-time-dot" cx="{x}" cy="{y}" r="7"/>'
        f'<text class="over-time-day" x="{x}" y="{foot}" text-anchor="middle">{short}</text>'
    )
