"""Cross-checks of one instrument: ids once, references that resolve, known conditions, a citation on everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..engine.conditions import CONDITIONS, Takes
from ..model import Instrument, Kind, Level, Unit, When
from .errors import Problem


def check_instrument(instrument: Instrument, units: Mapping[str, Unit]) -> list[Problem]:
    """Every cross-reference of the instrument that does not hold; an empty list when all do."""
    where = f"instruments/{instrument.id}"
    return [
        *_ids_once(instrument, where),
        *_groups_fit(instrument, where),
        *_shared_facts_resolve(instrument, where),
        *_clauses_fit(instrument, where),
        *_references_resolve(instrument, where),
        *_citations_resolve(instrument, units, where),
    ]


def _ids_once(instrument: Instrument, where: str) -> Iterator[Problem]:
    lists: dict[str, Sequence[str]] = {
        "instrument.toml: group": [group.id for group in instrument.groups],
        "instrument.toml: fact": [fact.id for fact in instrument.facts],
        "indicators.toml: indicator": [item.id for item in instrument.indicators],
        "indicators.toml: indicator.source_ref": [item.source_ref for item in instrument.indicators],
        "rules.toml: floor": [floor.id for floor in instrument.floors],
        "rules.toml: flag": [flag.id for flag in instrument.flags],
        "rules.toml: unknown": [unknown.fact for unknown in instrument.unknowns],
        "actions.toml: action": [action.id for action in instrument.actions],
    }
    for place, ids in lists.items():
        for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            yield Problem(f"{where}/{place}[{id_}]", "is there twice.", "each id once")


def _groups_fit(instrument: Instrument, where: str) -> Iterator[Problem]:
    groups = {group.id: group for group in instrument.groups}
    for item in instrument.indicators:
        place = f"{where}/indicators.toml: indicator[{item.id}]"
        if item.group not in groups:
            yield Problem(f"{place}.group", f"is {item.group!r}.", ", ".join(groups))
        elif groups[item.group].kind is not item.kind:
            yield Problem(
                f"{place}.kind", f"is {item.kind.value!r}, but its group is not.", groups[item.group].kind.value
            )


def _shared_facts_resolve(instrument: Instrument, where: str) -> Iterator[Problem]:
    for shared in instrument.shared_facts:
        place = f"{where}/instrument.toml: shared_fact[{shared.item}]"
        yield from _unknown_ids(f"{place}.item", [shared.item], _items(instrument))
        yield from _unknown_ids(f"{place}.facts", shared.facts, _facts(instrument))
        if shared.relation == "same" and len(shared.facts) != 1:
            yield Problem(f"{place}.facts", f"has {len(shared.facts)} facts.", "one fact where the relation is 'same'")


def _clauses_fit(instrument: Instrument, where: str) -> Iterator[Problem]:
    places: list[tuple[str, tuple[When, ...]]] = [
        *((f"floor[{floor.id}].when", floor.when) for floor in instrument.floors),
        *((f"flag[{flag.id}].when", flag.when) for flag in instrument.flags),
        ("softening.unless", instrument.softening.unless),
    ]
    for place, clauses in places:
        for number, clause in enumerate(clauses, 1):
            yield from _clause_fits(instrument, f"{where}/rules.toml: {place}[{number}]", clause)


def _clause_fits(instrument: Instrument, place: str, clause: When) -> Iterator[Problem]:
    if not clause.conditions:
        yield Problem(place, "names no condition.", ", ".join(CONDITIONS))
    for name, value in clause.conditions.items():
        if name not in CONDITIONS:
            yield Problem(f"{place}.{name}", "is not a condition the engine knows.", ", ".join(CONDITIONS))
            continue
        allowed = _allowed(instrument, CONDITIONS[name].takes)
        if not allowed[1](value):
            yield Problem(f"{place}.{name}", f"is {value!r}.", allowed[0])


def _allowed(instrument: Instrument, takes: Takes) -> tuple[str, Callable[[Any], bool]]:
    lists: dict[str, Iterable[str]] = {
        "facts": _facts(instrument),
        "items": _items(instrument),
        "levels": [level.word for level in Level],
    }
    if takes == "number":
        return "a whole number", lambda value: isinstance(value, int) and not isinstance(value, bool)
    if takes == "yes":
        return "true (leave the condition out otherwise)", lambda value: value is True
    if takes == "kind":
        kinds = [kind.value for kind in Kind]
        return ", ".join(kinds), lambda value: value in kinds
    known = list(lists[takes])
    return (
        f"a list of some of: {', '.join(known)}",
        lambda value: isinstance(value, list) and bool(value) and all(one in known for one in value),
    )


def _references_resolve(instrument: Instrument, where: str) -> Iterator[Problem]:
    flags = [flag.id for flag in instrument.flags]
    facts = _facts(instrument)
    for action in instrument.actions:
        place = f"{where}/actions.toml: action[{action.id}]"
        yield from _unknown_ids(f"{place}.flags", action.flags, flags)
        if not (action.levels or action.flags):
            yield Problem(place, "is called for by no level and no flag.", "at least one of `levels` and `flags`")
        if (action.when == "dated") != (action.working_days is not None):
            yield Problem(f"{place}.working_days", "does not fit `when`.", 'with `when = "dated"`, and only then')
    yield from _unknown_ids(f"{where}/rules.toml: softening.flags", instrument.softening.flags, flags)
    for unknown in instrument.unknowns:
        yield from _unknown_ids(f"{where}/rules.toml: unknown[{unknown.fact}].fact", [unknown.fact], ["age", *facts])
    for floor in instrument.floors:
        known = ["age", *facts, *_items(instrument)]
        yield from _unknown_ids(f"{where}/rules.toml: floor[{floor.id}].because", floor.because, known)


def _citations_resolve(instrument: Instrument, units: Mapping[str, Unit], where: str) -> Iterator[Problem]:
    for place, cites, ours in _cited(instrument):
        if not cites and not ours:
            yield Problem(f"{where}/{place}.cites", "is empty.", "at least one unit id of `sources/`, or `ours = true`")
        for cite in cites:
            if cite not in units:
                yield Problem(
                    f"{where}/{place}.cites", f"has {cite!r}, which no source has.", "a unit id of `sources/`"
                )


def _cited(instrument: Instrument) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    yield "instrument.toml: caveat", instrument.caveat_cites, False
    yield "instrument.toml: age_limit", instrument.age_limit_cites, False
    for fact in instrument.facts:
        yield f"instrument.toml: fact[{fact.id}]", fact.cites, False
    for shared in instrument.shared_facts:
        yield f"instrument.toml: shared_fact[{shared.item}]", shared.cites, False
    for item in instrument.indicators:
        yield f"indicators.toml: indicator[{item.id}]", item.cites, False
    for rule in instrument.rules.values():
        yield f"rules.toml: rule.{rule.id}", rule.cites, rule.ours
    for floor in instrument.floors:
        yield f"rules.toml: floor[{floor.id}]", floor.cites, False
    for unknown in instrument.unknowns:
        yield f"rules.toml: unknown[{unknown.fact}]", unknown.cites, False
    for flag in instrument.flags:
        yield f"rules.toml: flag[{flag.id}]", flag.cites, flag.ours
    yield "rules.toml: review", instrument.review.cites, False
    for action in instrument.actions:
        yield f"actions.toml: action[{action.id}]", action.cites, action.ours


def _unknown_ids(place: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = list(known)
    for id_ in ids:
        if id_ not in known:
            yield Problem(place, f"has {id_!r}.", ", ".join(known))


def _items(instrument: Instrument) -> list[str]:
    return [item.id for item in instrument.indicators]


def _facts(instrument: Instrument) -> list[str]:
    return [fact.id for fact in instrument.facts]
