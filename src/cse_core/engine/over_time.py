"""Several assessments of one child by one instrument: what came, what stayed, and what was seen before.

What was recorded once never drops out. Nothing here lowers or raises a reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Answer, Assessment, Case, Instrument, Level
from ..model_over_time import Concern, OverTime, Seen, Trend
from .assess import assess_case

# Ours: the source speaks of work that does not lower the risk, and names no number (PB 6.1).
REASSESSMENTS_WITHOUT_A_FALL = 2


def over_time(instrument: Instrument, cases: Sequence[Case]) -> OverTime:
    """The cases of one instrument beside each other, in order of their days. At least one is needed."""
    ordered = sorted(cases, key=_order)
    read = [assess_case(instrument, case) for case in ordered]
    steps = [int(each.outcome or 0) for each in read]
    return OverTime(
        instrument=instrument.id,
        days=tuple(case.assessed_on for case in ordered),
        outcomes=tuple(each.outcome for each in read),
        could_be=tuple(_could_be(each) for each in read),
        seen=tuple(_seen(instrument, ordered)),
        concerns=tuple(_concerns(ordered)),
        lower=len(steps) > 1 and steps[-1] < steps[-2],
        no_fall=_no_fall(steps),
    )


def _order(case: Case) -> tuple[object, str]:
    # Of one day, any order that does not hang on the order in which they were given.
    return case.assessed_on, repr(case)


def _could_be(read: Assessment) -> Level | None:
    return read.could_be if read.could_be is not read.level else None


def _no_fall(steps: Sequence[int]) -> bool:
    last = steps[-(REASSESSMENTS_WITHOUT_A_FALL + 1) :]
    pairs = list(pairwise(last))
    return len(pairs) == REASSESSMENTS_WITHOUT_A_FALL and last[-1] > 0 and all(then >= now for now, then in pairs)


def _seen(instrument: Instrument, cases: Sequence[Case]) -> Iterator[Seen]:
    for fact in instrument.facts:
        yield from _one(fact.id, [case.facts.get(fact.id, Answer.NOT_KNOWN) for case in cases])
    for item in instrument.indicators:
        given = [case.answers.get(item.id) for case in cases]
        yield from _one(item.id, [each.answer if each else Answer.NOT_KNOWN for each in given])


def _one(id_: str, answers: Sequence[Answer]) -> Iterator[Seen]:
    if any(answer.recorded for answer in answers):
        yield Seen(id_, tuple(answers), _trend(answers))


def _trend(answers: Sequence[Answer]) -> Trend:
    *before, now = answers
    if not now.recorded:
        return Trend.NOT_NOW if now is Answer.ABSENT else Trend.NOT_ASKED
    last = before[-1] if before else Answer.NOT_KNOWN
    if not last.recorded:
        return Trend.NEW
    if last is now:
        return Trend.STILL
    return Trend.SURER if now is Answer.PRESENT else Trend.LESS_SURE


def _concerns(cases: Sequence[Case]) -> Iterator[Concern]:
    texts = dict.fromkeys(" ".join(each.description.split()) for case in cases for each in case.other_concerns)
    for text in texts:
        held = [
            any(" ".join(each.description.split()) == text and each.answer.recorded for each in case.other_concerns)
            for case in cases
        ]
        recorded_at = tuple(number for number, holds in enumerate(held) if holds)
        if recorded_at:
            yield Concern(text, recorded_at)
