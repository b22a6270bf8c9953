"""What is not known and could raise the level, found by trying it, not by guessing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from ..model import Answer, Case, Instrument, Level, Status, TraceStep, Unknown, UnknownRule
from .recorded import Recorded
from .trace import step

LevelOf = Callable[[Case], Level | None]


def could_raise(
    instrument: Instrument, case: Case, seen: Recorded, level: Level | None, level_of: LevelOf
) -> tuple[Level | None, tuple[Unknown, ...]]:
    """The highest level the unknown facts could give, and each fact that could raise it.

    Each is tried alone, and all together, because two unknowns can matter only as a pair.
    """
    if level is None:
        return None, ()
    open_ = [rule for rule in instrument.unknowns if _not_known(rule, seen)]
    together = level_of(_with(case, open_)) or level
    found = []
    for rule in open_:
        alone = level_of(_with(case, [rule])) or level
        without = level_of(_with(case, [other for other in open_ if other is not rule])) or level
        if alone > level:
            found.append(Unknown(rule.fact, alone, (), rule.cites))
        elif without < together:
            found.append(Unknown(rule.fact, together, (), rule.cites))
    return together, tuple(found)


def could_add(
    instrument: Instrument, case: Case, seen: Recorded, flags_of: Callable[[Case], Collection[str]]
) -> tuple[Unknown, ...]:
    """Each unknown fact that could raise a flag its rule names, where there is no level to raise."""
    now = flags_of(case)
    found = []
    for rule in instrument.unknowns:
        if _not_known(rule, seen):
            then = flags_of(_with(case, [rule]))
            added = tuple(flag for flag in rule.adds if flag in then and flag not in now)
            if added:
                found.append(Unknown(rule.fact, None, added, rule.cites))
    return tuple(found)


def status_of(instrument: Instrument, level: Level | None, unknowns: tuple[Unknown, ...]) -> tuple[Status, TraceStep]:
    """Whether the reading is final, provisional or absent, with its trace."""
    status = Status.FINAL
    if level is None:
        status = Status.NOTHING_RECORDED
    elif unknowns:
        status = Status.PROVISIONAL
    because = [unknown.fact for unknown in unknowns]
    highest = status is Status.FINAL and level is max(Level)
    text = "final_highest" if highest else status.value
    return status, step(instrument.rules["status"], text, level, level, because)


def _not_known(rule: UnknownRule, seen: Recorded) -> bool:
    return seen.age is None if rule.fact == "age" else not seen.fact(rule.fact).given


def _with(case: Case, rules: Iterable[UnknownRule]) -> Case:
    """The case as it would be with these facts at the value that raises most."""
    facts = dict(case.facts)
    age = case.age
    for rule in rules:
        if isinstance(rule.if_it_were, Answer):
            facts[rule.fact] = rule.if_it_were
        else:
            age = rule.if_it_were
    return case._replace(age=age, facts=facts)
