"""How far a disruption plan has got on a given day, frozen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Step(NamedTuple):
    """A step of the plan: its number as the form counts it, its words, and what is missing of it."""

    number: int
    text: str
    aim: str
    lead: str
    due: date | None
    missing: tuple[str, ...]


class Target(NamedTuple):
    """A small target: its number as the form counts it, and its words."""

    number: int
    text: str
    whose: str
    due: date | None


class Progress(NamedTuple):
    """Each step and target in one of its lists. `on_child` and `on_others` count steps that are not done."""

    today: date
    overdue: tuple[Step, ...]
    soon: tuple[Step, ...]
    to_do: tuple[Step, ...]
    done: tuple[Step, ...]
    ended: tuple[Step, ...]
    incomplete: tuple[Step, ...]
    targets_overdue: tuple[Target, ...]
    targets_open: tuple[Target, ...]
    targets_met: tuple[Target, ...]
    targets_missed: tuple[Target, ...]
    on_child: int
    on_others: int
    review_overdue: bool
    review_on: date | None
    danger_not_less: bool
