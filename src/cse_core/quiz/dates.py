"""Questions about when to look again and by when to act: the engine counts the days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..engine.assess import assess_case
from ..engine.dates import add_months
from ..model import Assessment, Instrument, Level, ReviewRule, Statement
from ..model_training import Option, Question
from ..render.words import date_words, level_word
from .choices import question
from .told import ASSESSED_ON, blank, name_of, plain_items, with_items

WEEK = timedelta(days=7)
OFFERED = 4


def date_questions(instrument: Instrument) -> Iterator[Question]:
    """Each question about a day that the instrument sets. Where it sets none, there is none."""
    items = plain_items(instrument, Level.MEDIUM)[:1]
    if not (instrument.review and items):
        return
    reading = assess_case(instrument, with_items(blank(instrument), *items))
    yield from _review(instrument, instrument.review, reading)
    yield from _dated(instrument, reading)


def _review(instrument: Instrument, rule: ReviewRule, reading: Assessment) -> Iterator[Question]:
    review = reading.review
    if review is None:
        return
    days = {key: date_words(day) if isinstance(day, date) else day for key, day in review._asdict().items()}
    asked: tuple[tuple[str, str, date, Statement], ...] = (
        ("weekly-note", "By when does the first weekly note have to be written?", review.weekly_from, rule.weekly),
        ("assess-again", "By when does the child have to be assessed again?", review.reassess_by, rule.reassess),
        ("first-review", "By when does the first formal review have to be held?", review.first_review_by, rule.formal),
    )
    every = [review.weekly_from, review.reassess_from, review.reassess_by, review.first_review_by]
    for id_, ask, right, said in asked:
        stem = f"{_read(instrument, reading)} {ask}"
        yield question(instrument, id_, stem, _days(right, every, said.text.format(**days), said.cites))


def _dated(instrument: Instrument, reading: Assessment) -> Iterator[Question]:
    """An action with a day of its own, counted in working days."""
    rules = {rule.id: rule for rule in instrument.actions}
    for action in reading.actions:
        if action.due_on is None:
            continue
        number = rules[action.id].working_days or 0
        others = [ASSESSED_ON + timedelta(days=number), ASSESSED_ON + 3 * WEEK, add_months(ASSESSED_ON, 1)]
        text = f"{number} working days, from the day after: weekends and bank holidays do not count. {action.text}"
        asked = f"It gives {number} working days for this: “{action.text}” What is the last day?"
        stem = f"{_read(instrument, reading)} {asked}"
        yield question(instrument, f"due-{action.id}", stem, _days(action.due_on, others, text, action.cites))


def _read(instrument: Instrument, reading: Assessment) -> str:
    return f"On {date_words(ASSESSED_ON)}, {name_of(instrument)} reads {level_word(reading.level)}."


def _days(right: date, others: list[date], said: str, cites: tuple[str, ...]) -> list[Option]:
    """Four days in order, the right one among them. Further days are offered where too few differ."""
    more = [right + WEEK, right - timedelta(days=1), right + 2 * WEEK]
    days = list(dict.fromkeys([right, *others, *more]))[:OFFERED]
    options = []
    for day in sorted(days):
        first = "" if day == right else f"That is {'later' if day > right else 'sooner'} than it says. "
        options.append(Option(date_words(day), day == right, f"{first}{said}", cites))
    return options
