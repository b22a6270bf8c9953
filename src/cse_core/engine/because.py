"""What made a clause hold: the facts, items and answers it rests on, by their ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from ..model import Mark, When
from .conditions import applies
from .recorded import Recorded


def because_of(clauses: Iterable[When], seen: Recorded) -> tuple[str, ...]:
    """Everything recorded that makes any of the clauses hold, each once, in the order of the clauses."""
    found: dict[str, None] = {}
    for clause in clauses:
        if applies([clause], seen):
            for name, value in clause.conditions.items():
                found.update(dict.fromkeys(NAMES[name](value, seen) if name in NAMES else ()))
    return tuple(found)


def _facts(facts: Iterable[str], seen: Recorded) -> Iterator[str]:
    return (fact for fact in facts if seen.fact(fact).recorded)


def _items(items: Iterable[str], seen: Recorded) -> Iterator[str]:
    return (item.id for item in seen.items if item.id in items)


def _marked(marks: Collection[object], seen: Recorded) -> Iterator[str]:
    yield from (item.id for item in seen.items if seen.marks.get(item.id) in marks)
    if any(isinstance(concern.level, Mark) and concern.level in marks for concern in seen.other_concerns):
        yield "other_concerns"


def _printed(marks: Collection[object], seen: Recorded) -> Iterator[str]:
    return (item.id for item in seen.items if item.printed in marks)


def _other_concerns(_yes: bool, seen: Recorded) -> Iterator[str]:
    if seen.other_concerns:
        yield "other_concerns"


def _anything(_yes: bool, seen: Recorded) -> Iterator[str]:
    yield from (item.id for item in seen.items)
    yield from _other_concerns(True, seen)


def _harm(_yes: bool, _: Recorded) -> Iterator[str]:
    yield "judgement.significant_harm"


def _age(_limit: object, seen: Recorded) -> Iterator[str]:
    if seen.age is not None:
        yield "age"


# Only conditions that rest on something recorded; the others add nothing to "because of".
NAMES: dict[str, Callable[[Any, Recorded], Iterator[str]]] = {
    "age_under": _age,
    "age_from": _age,
    "any_fact": _facts,
    "any_item": _items,
    "any_mark": _marked,
    "any_printed": _printed,
    "any_other_concern": _other_concerns,
    "anything_recorded": _anything,
    "significant_harm_judged": _harm,
}
