"""Everything that may raise the level: floors, significant harm, the practitioner's judgement. Nothing lowers it."""

from __future__ import annotations

from ..model import Instrument, Level, TraceStep
from .conditions import applies
from .recorded import Recorded
from .trace import floor_step, step

Raised = tuple[Level | None, tuple[TraceStep, ...]]


def apply_floors(instrument: Instrument, seen: Recorded, level: Level | None) -> Raised:
    """The level after every floor that applies, the highest winning; each leaves a trace."""
    steps = []
    for floor in instrument.floors:
        if applies(floor.when, seen, level):
            before, level = level, _higher(level, floor.raises_to)
            because = [id_ for id_ in floor.because if seen.is_recorded(id_)]
            steps.append(floor_step(floor, before, level, because))
    return level, tuple(steps)


def apply_significant_harm(instrument: Instrument, seen: Recorded, level: Level | None) -> Raised:
    """High when the practitioner records reasonable cause to suspect significant harm (PB A3 Medium, PB 3.11)."""
    if not seen.significant_harm.recorded:
        return level, ()
    after = _higher(level, Level.HIGH)
    rule = instrument.rules["significant_harm_judged"]
    return after, (step(rule, "raised", level, after, ["judgement.significant_harm"]),)


def apply_judgement(instrument: Instrument, seen: Recorded, level: Level | None) -> Raised:
    """The practitioner's own level where it is higher; a lower one is kept beside and changes nothing (PB 8.1)."""
    judged = seen.judged_level
    if judged is None:
        return level, ()
    after = _higher(level, judged)
    text = "raised" if after is not level else "same" if judged is level else "below"
    return after, (step(instrument.rules["professional_judgement"], text, level, after, ["judgement.level"]),)


def _higher(level: Level | None, other: Level) -> Level:
    return other if level is None else max(level, other)
