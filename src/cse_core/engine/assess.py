"""The pipeline: check, indicated level, floors, significant harm, judgement, status, plan."""

from __future__ import annotations

from ..model import Assessment, Case, Counts, Instrument, Kind, Level, TraceStep
from .levels import indicated_level
from .plan import plan_actions, plan_review, raise_flags
from .raising import apply_floors, apply_judgement, apply_significant_harm
from .recorded import Recorded, read_recorded
from .trace import step
from .unknowns import could_raise, status_of


def assess_case(instrument: Instrument, case: Case) -> Assessment:
    """What the instrument reads in the case, why, what to do and by when.

    A pure function: no clock, no files beyond the package's own data, no network.
    The same case gives the same assessment on any machine.
    """
    seen = read_recorded(instrument, case)
    indicated, level, steps = _level(instrument, seen)
    could_be, unknowns = could_raise(
        instrument, case, seen, level, lambda other: _level(instrument, read_recorded(instrument, other))[1]
    )
    status, status_step = status_of(instrument, level, unknowns)
    flags = raise_flags(instrument, seen, level)
    return Assessment(
        instrument=instrument.id,
        edition=instrument.edition,
        assessed_on=case.assessed_on,
        status=status,
        indicated_level=indicated,
        level=level,
        could_be=could_be,
        professional_level=seen.judged_level,
        counts=_counts(seen),
        flags=flags,
        actions=plan_actions(instrument, seen, level, flags, case.assessed_on),
        review=plan_review(instrument, level, case.assessed_on),
        unknowns=unknowns,
        trace=(*_merged_steps(instrument, seen), *steps, status_step),
    )


def _level(instrument: Instrument, seen: Recorded) -> tuple[Level | None, Level | None, tuple[TraceStep, ...]]:
    """The indicated level, the level after everything that raises it, and the steps between."""
    indicated, first = indicated_level(instrument, seen)
    level = indicated
    steps = [first]
    for raise_level in (apply_floors, apply_significant_harm, apply_judgement):
        level, more = raise_level(instrument, seen, level)
        steps.extend(more)
    return indicated, level, tuple(steps)


def _merged_steps(instrument: Instrument, seen: Recorded) -> list[TraceStep]:
    rule = instrument.rules["one_fact_said_twice"]
    return [step(rule, "merged", None, None, (shared.item, *shared.facts)) for shared in seen.merged]


def _counts(seen: Recorded) -> Counts:
    signs = sum(item.kind is Kind.SIGN for item in seen.items)
    by_level = {level: sum(item.level is level for item in seen.items) for level in Level}
    return Counts(
        low=by_level[Level.LOW],
        medium=by_level[Level.MEDIUM],
        high=by_level[Level.HIGH],
        signs=signs,
        vulnerabilities=len(seen.items) - signs,
        suspected=sum(seen.answers[item.id].value == "suspected" for item in seen.items),
        other=len(seen.other_concerns),
    )
