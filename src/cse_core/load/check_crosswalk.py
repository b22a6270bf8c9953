"""Cross-checks of the map between two instruments: every question mapped, every id known, a citation on everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from ..model import Instrument, Unit
from ..model_crosswalk import Crosswalk
from .errors import Problem

# A case may hold concerns that the instrument does not list. A topic may rest on there being any.
OTHER_CONCERNS = "other_concerns"

Thing = TypeVar("Thing", bound=Hashable)


class Known(NamedTuple):
    """What one instrument asks and decides, by id: what a row may name.

    `one_fact` holds the questions that the instrument itself counts as one.
    """

    questions: tuple[str, ...]
    rules: tuple[str, ...]
    flags: tuple[str, ...]
    actions: tuple[str, ...]
    one_fact: tuple[frozenset[str], ...] = ()


def known_of(instrument: Instrument) -> Known:
    """The ids of an instrument that a row may name."""
    facts = ["age", *(fact.id for fact in instrument.facts)]
    return Known(
        questions=(
            *(item.id for item in instrument.indicators),
            *(f"child.{fact}" for fact in facts),
            "judgement.significant_harm",
        ),
        rules=(*instrument.rules, *(floor.id for floor in instrument.floors), *(way.id for way in instrument.routes)),
        flags=tuple(flag.id for flag in instrument.flags),
        actions=tuple(action.id for action in instrument.actions),
        one_fact=tuple(
            frozenset((shared.item, f"child.{shared.facts[0]}"))
            for shared in instrument.shared_facts
            if shared.relation == "same"
        ),
    )


def check_crosswalk(
    crosswalk: Crosswalk, known: Mapping[str, Known], units: Mapping[str, Unit], where: str
) -> list[Problem]:
    """Everything in the map that does not hold; an empty list when all does."""
    return [
        *_ids_once(crosswalk, where),
        *_questions_known(crosswalk, known, where),
        *_pairs_once(crosswalk, where),
        *_same_is_one_to_one(crosswalk, known, where),
        *_every_question_mapped(crosswalk, known, where),
        *_clauses_fit(crosswalk, known, units, where),
    ]


def _compared(crosswalk: Crosswalk) -> Iterator[tuple[str, str, str]]:
    """Each question that is compared with another: the row's place, the instrument, the question."""
    for same in crosswalk.same:
        for instrument, question in same.asks.items():
            yield f"same[{same.id}]", instrument, question
    for number, related in enumerate(crosswalk.related, 1):
        for instrument, questions in related.asks.items():
            for question in questions:
                yield f"related[{number}]", instrument, question


def _unmatched(crosswalk: Crosswalk) -> Iterator[tuple[str, str, str]]:
    """Each question that stands alone: the row's place, the instrument, the question."""
    for number, row in enumerate(crosswalk.unmatched, 1):
        yield f"none[{number}]", row.instrument, row.item


def _ids_once(crosswalk: Crosswalk, where: str) -> Iterator[Problem]:
    lists = {"same": [row.id for row in crosswalk.same], "clause": [row.id for row in crosswalk.clauses]}
    for name, ids in lists.items():
        for id_ in _repeated(ids):
            yield Problem(f"{where}: {name}[{id_}]", "is there twice.", "each id once")


def _questions_known(crosswalk: Crosswalk, known: Mapping[str, Known], where: str) -> Iterator[Problem]:
    for place, instrument, question in (*_compared(crosswalk), *_unmatched(crosswalk)):
        if instrument in known:
            yield from _unknown_ids(f"{where}: {place}.{instrument}", [question], known[instrument].questions)
    for number, related in enumerate(crosswalk.related, 1):
        for instrument, questions in related.asks.items():
            if not questions:
                yield Problem(f"{where}: related[{number}].{instrument}", "is empty.", "at least one item or fact")


def _pairs_once(crosswalk: Crosswalk, where: str) -> Iterator[Problem]:
    first, second = crosswalk.between
    pairs = [(same.asks[first], same.asks[second]) for same in crosswalk.same]
    for related in crosswalk.related:
        pairs += [(one, other) for one in related.asks[first] for other in related.asks[second]]
    for one, other in _repeated(pairs):
        yield Problem(f"{where}: {one} and {other}", "are compared twice.", "each pair in one row")


def _same_is_one_to_one(crosswalk: Crosswalk, known: Mapping[str, Known], where: str) -> Iterator[Problem]:
    """An answer that is carried over must have one place to go, unless that instrument counts the places as one."""
    for here, there in (crosswalk.between, crosswalk.between[::-1]):
        for question in _repeated(same.asks[there] for same in crosswalk.same):
            others = frozenset(same.asks[here] for same in crosswalk.same if same.asks[there] == question)
            if here in known and others not in known[here].one_fact:
                allowed = f"one `same` row, or two where {here} counts its two questions as one fact"
                yield Problem(f"{where}: {there}, {question}", f"is the same as {', '.join(sorted(others))}.", allowed)


def _every_question_mapped(crosswalk: Crosswalk, known: Mapping[str, Known], where: str) -> Iterator[Problem]:
    compared = {(instrument, question) for _, instrument, question in _compared(crosswalk)}
    alone = [(instrument, question) for _, instrument, question in _unmatched(crosswalk)]
    for instrument, question in _repeated(alone):
        yield Problem(f"{where}: none, {instrument}, {question}", "is there twice.", "each item or fact once")
    for instrument, question in alone:
        if (instrument, question) in compared:
            allowed = "either rows of `same` and `related`, or one row of `none`"
            yield Problem(f"{where}: none, {instrument}, {question}", "is in another row too.", allowed)
    for instrument in crosswalk.between:
        for question in known[instrument].questions if instrument in known else ():
            if (instrument, question) not in compared and (instrument, question) not in alone:
                allowed = "a row of `same`, `related` or `none` for every item and fact"
                yield Problem(f"{where}: {instrument}, {question}", "is in no row.", allowed)


def _clauses_fit(
    crosswalk: Crosswalk, known: Mapping[str, Known], units: Mapping[str, Unit], where: str
) -> Iterator[Problem]:
    for clause in crosswalk.clauses:
        place = f"{where}: clause[{clause.id}]"
        if not clause.always and not any(ids for bearing in clause.bears.values() for ids in bearing):
            yield Problem(place, "is never shown.", "`always = true`, or something that shows it bears on a case")
        for instrument, bearing in clause.bears.items():
            if instrument in known:
                may = known[instrument]
                lists = (may.rules, may.flags, may.actions, (*may.questions, OTHER_CONCERNS))
                for key, ids, allowed in zip(bearing._fields, bearing, lists, strict=True):
                    yield from _unknown_ids(f"{place}.{instrument}.{key}", ids, allowed)
        for instrument, says in clause.says.items():
            cites = f"{place}.cites_{instrument.replace('-', '_')}"
            if not says.cites and not says.ours:
                yield Problem(cites, "is empty.", "at least one unit id of `sources/`, or `ours_… = true`")
            for cite in says.cites:
                if cite not in units:
                    yield Problem(cites, f"has {cite!r}, which no source has.", "a unit id of `sources/`")


def _unknown_ids(place: str, ids: Iterable[str], allowed: tuple[str, ...]) -> Iterator[Problem]:
    for id_ in ids:
        if id_ not in allowed:
            yield Problem(place, f"has {id_!r}.", ", ".join(allowed))


def _repeated(found: Iterable[Thing]) -> list[Thing]:
    return [one for one, times in Counter(found).items() if times > 1]
