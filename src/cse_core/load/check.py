"""Cross-checks of one instrument: ids once, references that resolve, known conditions, a citation on everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..engine.conditions import CONDITIONS, Takes
from ..model import Instrument, Kind, Level, Mark, Reads, Unit, When
from .errors import Problem

# Conditions that can never hold where the instrument reads so: a rule that names one would be silent for ever.
NEVER_HOLD: Mapping[Reads, tuple[str, ...]] = {
    Reads.LEVEL: ("any_mark", "any_printed", "any_unmarked", "any_recurring"),
    Reads.PATHWAY: ("any_item_at", "low_at_least", "judgement_below_level"),
}


def check_instrument(instrument: Instrument, units: Mapping[str, Unit]) -> list[Problem]:
    """Every cross-reference of the instrument that does not hold; an empty list when all do."""
    where = f"instruments/{instrument.id}"
    return [
        *_ids_once(instrument, where),
        *_groups_fit(instrument, where),
        *_fact_sections_fit(instrument, where),
        *_colours_fit(instrument, where),
        *_shared_facts_resolve(instrument, where),
        *_clauses_fit(instrument, where),
        *_references_resolve(instrument, where),
        *_citations_resolve(instrument, units, where),
    ]


def _ids_once(instrument: Instrument, where: str) -> Iterator[Problem]:
    lists: dict[str, Sequence[str]] = {
        "instrument.toml: group": [group.id for group in instrument.groups],
        "instrument.toml: fact_section": [section.id for section in instrument.fact_sections],
        "instrument.toml: fact": [fact.id for fact in instrument.facts],
        "indicators.toml: indicator": [item.id for item in instrument.indicators],
        "indicators.toml: indicator.source_ref": [item.source_ref for item in instrument.indicators],
        "rules.toml: floor": [floor.id for floor in instrument.floors],
        "rules.toml: route": [route.id for route in instrument.routes],
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
        elif (kind := groups[item.group].kind) and kind is not item.kind:
            yield Problem(f"{place}.kind", f"is {item.kind.value!r}, but its group is not.", kind.value)


def _fact_sections_fit(instrument: Instrument, where: str) -> Iterator[Problem]:
    sections = [section.id for section in instrument.fact_sections]
    for fact in instrument.facts:
        yield from _unknown_ids(f"{where}/instrument.toml: fact[{fact.id}].section", [fact.section], sections)
    asking = [section.id for section in instrument.fact_sections if section.asks_age]
    if len(asking) != 1:
        found = ", ".join(asking) or "none"
        yield Problem(
            f"{where}/instrument.toml: fact_section.asks_age", f"is true for {found}.", "true for exactly one"
        )


def _colours_fit(instrument: Instrument, where: str) -> Iterator[Problem]:
    if instrument.colours is None:
        return
    place = f"{where}/colours.toml"
    if instrument.marking is None:
        yield Problem(place, "is there, but this instrument has no colours.", "no such file")
    for item in instrument.indicators:
        if item.printed is None:
            yield Problem(f"{place}: colours.{item.source_ref}", "is missing.", ", ".join(mark.value for mark in Mark))


def _shared_facts_resolve(instrument: Instrument, where: str) -> Iterator[Problem]:
    for shared in instrument.shared_facts:
        place = f"{where}/instrument.toml: shared_fact[{shared.item}]"
        yield from _unknown_ids(f"{place}.item", [shared.item], _items(instrument))
        yield from _unknown_ids(f"{place}.facts", shared.facts, _facts(instrument))
        if "one_fact_said_twice" not in instrument.rules:
            yield Problem(
                f"{where}/rules.toml: rule.one_fact_said_twice", "is missing.", "a rule where facts are shared"
            )
        if shared.relation == "same" and len(shared.facts) != 1:
            yield Problem(f"{place}.facts", f"has {len(shared.facts)} facts.", "one fact where the relation is 'same'")


def _clauses_fit(instrument: Instrument, where: str) -> Iterator[Problem]:
    places: list[tuple[str, tuple[When, ...]]] = [
        *((f"floor[{floor.id}].when", floor.when) for floor in instrument.floors),
        *((f"route[{route.id}].when", route.when) for route in instrument.routes),
        *((f"flag[{flag.id}].when", flag.when) for flag in instrument.flags),
        *((f"action[{action.id}].called_when", action.called_when) for action in instrument.actions),
        ("softening.unless", instrument.softening.unless),
    ]
    for place, clauses in places:
        for number, clause in enumerate(clauses, 1):
            file = "actions.toml" if place.startswith("action") else "rules.toml"
            yield from _clause_fits(instrument, f"{where}/{file}: {place}[{number}]", clause)


def _clause_fits(instrument: Instrument, place: str, clause: When) -> Iterator[Problem]:
    if not clause.conditions:
        yield Problem(place, "names no condition.", ", ".join(CONDITIONS))
    for name, value in clause.conditions.items():
        if name not in CONDITIONS:
            yield Problem(f"{place}.{name}", "is not a condition the engine knows.", ", ".join(CONDITIONS))
            continue
        if name in NEVER_HOLD[instrument.reads]:
            reads = instrument.reads.value
            yield Problem(f"{place}.{name}", f"never holds in an instrument that reads a {reads}.", "another condition")
        allowed = _allowed(instrument, CONDITIONS[name].takes)
        if not allowed[1](value):
            yield Problem(f"{place}.{name}", f"is {value!r}.", allowed[0])


def _allowed(instrument: Instrument, takes: Takes) -> tuple[str, Callable[[Any], bool]]:
    lists: dict[str, Iterable[str]] = {
        "facts": _facts(instrument),
        "items": _items(instrument),
        "levels": [level.word for level in Level],
        "marks": [mark.value for mark in Mark],
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
        if not (action.outcomes or action.flags or action.called_when):
            allowed = "at least one of `levels` (or `pathways`), `flags` and `called_when`"
            yield Problem(place, "is called for by no level, pathway, flag or clause.", allowed)
        if (action.when == "dated") != (action.working_days is not None):
            yield Problem(f"{place}.working_days", "does not fit `when`.", 'with `when = "dated"`, and only then')
    yield from _unknown_ids(f"{where}/rules.toml: softening.flags", instrument.softening.flags, flags)
    for unknown in instrument.unknowns:
        place = f"{where}/rules.toml: unknown[{unknown.fact}]"
        yield from _unknown_ids(f"{place}.fact", [unknown.fact], ["age", *facts])
        yield from _unknown_ids(f"{place}.adds", unknown.adds, flags)
        if not (instrument.reads is Reads.LEVEL or unknown.adds):
            yield Problem(f"{place}.adds", "is empty.", "the flags it could raise, where there is no level to raise")
        if any(fact.id == unknown.fact and not fact.find_out for fact in instrument.facts):
            yield Problem(f"{where}/instrument.toml: fact[{unknown.fact}].find_out", "is empty.", "what to find out")
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
    yield "instrument.toml: call", instrument.call.cites, False
    if instrument.marking:
        yield "instrument.toml: marks", instrument.marking.cites, False
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
    for route in instrument.routes:
        yield f"rules.toml: route[{route.id}]", route.cites, False
    for note in instrument.level_notes:
        yield f"rules.toml: level_note[{note.level.word}]", note.cites, False
    for unknown in instrument.unknowns:
        yield f"rules.toml: unknown[{unknown.fact}]", unknown.cites, False
    for flag in instrument.flags:
        yield f"rules.toml: flag[{flag.id}]", flag.cites, flag.ours
    if instrument.review:
        yield "rules.toml: review", instrument.review.cites, False
        for name in ("weekly", "reassess", "formal"):
            yield f"rules.toml: review.{name}", getattr(instrument.review, name).cites, False
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
