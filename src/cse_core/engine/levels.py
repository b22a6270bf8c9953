"""Indicated level: the highest list with anything recorded on it."""

from __future__ import annotations

from ..model import Instrument, Level, TraceStep
from .recorded import Recorded
from .trace import step


def indicated_level(instrument: Instrument, seen: Recorded) -> tuple[Level | None, TraceStep]:
    """The highest level with a recorded item or other concern, or None; with its trace (PB 7.2, 7.3, 8.2)."""
    rule = instrument.rules["indicated_level"]
    level = max((at for at in Level if seen.number_at(at)), default=None)
    because = [item.id for item in seen.items if item.level is level]
    if any(concern.level is level for concern in seen.other_concerns):
        because.append("other_concerns")
    return level, step(rule, "found" if level else "nothing", None, level, because if level else ())
