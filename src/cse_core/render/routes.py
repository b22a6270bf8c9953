"""Every way in which an outcome can come about, in plain words, from the instrument's own data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import Instrument, Kind, Level, Outcome, Pathway, Reads, Rule
from .clause_words import NamedList, clause_lists, clause_words
from .words import level_word, outcome_words

KINDS = ((Kind.SIGN, "signs"), (Kind.VULNERABILITY, "vulnerability factors"))


class RouteWords(NamedTuple):
    """One way to an outcome. Ways with the same `rule` and `outcome` are that rule's clauses: any one is enough.

    `words` say when it holds, as part of a sentence; `lists` name what the words only count.
    `note` is what must be said wherever the outcome is shown.
    """

    rule: str
    title: str
    outcome: str
    words: str
    cites: tuple[str, ...]
    ours: bool = False
    lists: tuple[NamedList, ...] = ()
    note: str = ""


def routes(instrument: Instrument) -> tuple[RouteWords, ...]:
    """Every way to every outcome of the instrument, the most serious outcome first, "nothing recorded" last.

    Where several hold, the most serious outcome is the one that counts.
    """
    ways: Iterable[tuple[Outcome, RouteWords]]
    ways = _to_levels(instrument) if instrument.reads is Reads.LEVEL else _to_pathways(instrument)
    in_order = sorted(ways, key=lambda way: -way[0])
    return (*(way for _, way in in_order), _nothing(instrument))


def by_outcome(ways: Iterable[RouteWords]) -> dict[str, list[list[RouteWords]]]:
    """The ways under each outcome, and under one outcome each rule's ways together, all in their own order."""
    found: dict[str, dict[str, list[RouteWords]]] = {}
    for way in ways:
        found.setdefault(way.outcome, {}).setdefault(way.rule, []).append(way)
    return {outcome: list(rules.values()) for outcome, rules in found.items()}


def _to_levels(instrument: Instrument) -> Iterator[tuple[Level, RouteWords]]:
    for level in Level:
        yield level, _list(instrument, level)
    for floor in instrument.floors:
        for when in floor.when:
            words, lists = clause_words(instrument, when), clause_lists(instrument, when)
            outcome = _shown(floor.raises_to)
            yield floor.raises_to, RouteWords(floor.id, floor.title, outcome, words, floor.cites, lists=lists)
    harm = "you recorded reasonable cause to suspect significant harm"
    yield Level.HIGH, _step(instrument.rules["significant_harm_judged"], Level.HIGH, harm)
    for level in Level:
        words = f"your own judgement is {level_word(level)}"
        yield level, _step(instrument.rules["professional_judgement"], level, words)


def _list(instrument: Instrument, level: Level) -> RouteWords:
    """One of the instrument's lists: one item on it is enough, and so is another concern placed there."""
    word = level_word(level)
    items = [item for item in instrument.indicators if item.level is level]
    words = f"any of the {len(items)} {word} items is recorded, or another concern that you place at {word}"
    lists = []
    for kind, what in KINDS:
        names = tuple(item.plain for item in items if item.kind is kind)
        if names:
            lists.append(NamedList(f"{len(names)} {word} {what}", names))
    return _step(instrument.rules["indicated_level"], level, words)._replace(lists=tuple(lists))


def _to_pathways(instrument: Instrument) -> Iterator[tuple[Pathway, RouteWords]]:
    for route in instrument.routes:
        for when in route.when:
            words, lists = clause_words(instrument, when), clause_lists(instrument, when)
            outcome = _shown(route.leads_to)
            yield route.leads_to, RouteWords(route.id, route.title, outcome, words, route.cites, lists=lists)


def _nothing(instrument: Instrument) -> RouteWords:
    rule = instrument.rules["status"]
    title, outcome = "Nothing that sets a level", None
    words = "none of the tool's items is recorded, and nothing else that sets a level"
    if instrument.reads is Reads.PATHWAY:
        title, outcome = rule.texts["nothing_title"], Pathway.NOTHING_RECORDED
        words = "nothing on the form is recorded as present or suspected"
    return _step(rule, outcome, words)._replace(title=title, note=rule.texts["nothing_recorded"])


def _step(rule: Rule, outcome: Outcome | None, words: str) -> RouteWords:
    return RouteWords(rule.id, rule.title, _shown(outcome), words, rule.cites, rule.ours)


def _shown(outcome: Outcome | None) -> str:
    words = outcome_words(outcome)
    return words[:1].upper() + words[1:]
