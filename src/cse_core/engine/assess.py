"""The pipeline: indicated level, floors, significant harm and judgement; or the routes of a pathway. Then the plan."""

from __future__ import annotations

from ..model import Assessment, Case, Counts, Instrument, Kind, Level, Outcome, Reads, Status, TraceStep
from .levels import indicated_level
from .pathways import pathway_of, read_checklist
from .plan import plan_actions, plan_review, raise_flags
from .raising import apply_floors, apply_judgement, apply_significant_harm
from .recorded import Recorded, read_recorded
from .trace import step
from .unknowns import could_add, could_raise, status_of

Steps = tuple[TraceStep, ...]


def assess_case(instrument: Instrument, case: Case) -> Assessment:
    """What the instrument reads in the case, why, what to do and by when.

    A pure function: no clock, no files beyond the package's own data, no network.
    The same case gives the same assessment on any machine.
    """
    seen = read_recorded(instrument, case)
    return (_by_level if instrument.reads is Reads.LEVEL else _by_pathway)(instrument, case, seen)


def outcome_of(instrument: Instrument, case: Case) -> Outcome | None:
    """The level or the pathway alone, without the plan: what is tried when asking what would change a reading."""
    seen = read_recorded(instrument, case)
    if instrument.reads is Reads.LEVEL:
        return _level(instrument, seen)[1]
    return pathway_of(instrument, seen)[0]


def _by_level(instrument: Instrument, case: Case, seen: Recorded) -> Assessment:
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
        checklist=None,
        counts=_counts(instrument, seen),
        flags=flags,
        actions=plan_actions(instrument, seen, level, flags, case.assessed_on),
        review=plan_review(instrument, level, case.assessed_on),
        unknowns=unknowns,
        trace=(*_merged_steps(instrument, seen), *steps, status_step),
    )


def _by_pathway(instrument: Instrument, case: Case, seen: Recorded) -> Assessment:
    pathway, steps = pathway_of(instrument, seen)
    status = Status.FINAL if pathway else Status.NOTHING_RECORDED
    status_step = step(instrument.rules["status"], status.value, pathway, pathway)
    flags = raise_flags(instrument, seen, None)

    def flags_of(other: Case) -> set[str]:
        return {flag.id for flag in raise_flags(instrument, read_recorded(instrument, other), None)}

    return Assessment(
        instrument=instrument.id,
        edition=instrument.edition,
        assessed_on=case.assessed_on,
        status=status,
        indicated_level=None,
        level=None,
        could_be=None,
        professional_level=None,
        checklist=read_checklist(instrument, seen, pathway),
        counts=_counts(instrument, seen),
        flags=flags,
        actions=plan_actions(instrument, seen, pathway, flags, case.assessed_on),
        review=None,
        unknowns=could_add(instrument, case, seen, flags_of),
        trace=(*_merged_steps(instrument, seen), *steps, status_step),
    )


def _level(instrument: Instrument, seen: Recorded) -> tuple[Level | None, Level | None, Steps]:
    """The indicated level, the level after everything that raises it, and the steps between."""
    indicated, first = indicated_level(instrument, seen)
    level = indicated
    steps = [first]
    for raise_level in (apply_floors, apply_significant_harm, apply_judgement):
        level, more = raise_level(instrument, seen, level)
        steps.extend(more)
    return indicated, level, tuple(steps)


def _merged_steps(instrument: Instrument, seen: Recorded) -> list[TraceStep]:
    if not seen.merged:
        return []
    rule = instrument.rules["one_fact_said_twice"]
    return [step(rule, "merged", None, None, (shared.item, *shared.facts)) for shared in seen.merged]


def _counts(instrument: Instrument, seen: Recorded) -> Counts:
    signs = sum(item.kind is Kind.SIGN for item in seen.items)
    by_level: dict[Level, int | None] = dict.fromkeys(Level)
    if instrument.reads is Reads.LEVEL:
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
