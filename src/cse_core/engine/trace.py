"""One step of the trace, in the rule's own words."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Floor, Level, Outcome, Pathway, Route, Rule, TraceStep


def step(
    rule: Rule, text: str, before: Outcome | None, after: Outcome | None, because: Iterable[str] = ()
) -> TraceStep:
    """A step of a named rule, with one of its texts; `{to}` in the text becomes the level reached."""
    words = rule.texts[text].format(to=after.name.title() if after else "")
    return TraceStep(rule.id, before, after, tuple(because), rule.cites, words, rule.ours)


def floor_step(floor: Floor, before: Level | None, after: Level, because: Iterable[str]) -> TraceStep:
    """A step of a floor that applies, whether or not it raised the level."""
    return TraceStep(floor.id, before, after, tuple(because), floor.cites, floor.text)


def route_step(route: Route, before: Pathway, after: Pathway, because: Iterable[str]) -> TraceStep:
    """A step of a route that holds, whether or not it was the furthest."""
    return TraceStep(route.id, before, after, tuple(because), route.cites, route.text)
