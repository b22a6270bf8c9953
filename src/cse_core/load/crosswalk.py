"""The map between two instruments, read strictly from its one file. Nothing loads it unless asked to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model import Unit
from ..model_crosswalk import Bearing, Clause, Crosswalk, Related, Relation, Same, Says, Unmatched
from .check_crosswalk import Known, check_crosswalk, known_of
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .instruments import instrument_ids, load_instrument
from .sources import load_units
from .table import Table

FILE = "instruments/crosswalk.toml"
RELATIONS = tuple(relation.value for relation in Relation)


@cache
def load_crosswalk() -> Crosswalk:
    """The map between the two instruments, checked whole; InstrumentError with every fault found."""
    tables = read_toml(data_folder("instruments").joinpath("crosswalk.toml"), FILE)
    known = {id_: known_of(load_instrument(id_)) for id_ in instrument_ids()}
    return crosswalk_from(tables, known, load_units())


def crosswalk_from(
    tables: Mapping[str, object], known: Mapping[str, Known], units: Mapping[str, Unit], shown_as: str = FILE
) -> Crosswalk:
    """The map in the tables of one file, checked against what its instruments ask; InstrumentError with every fault."""
    problems: list[Problem] = []
    table = Table(tables, shown_as, "", problems)
    between = table.texts("between")
    if len(set(between)) != 2 or len(between) != 2:
        table.report("between", f"is {list(between)!r}.", f"two of {', '.join(known)}")
        raise InstrumentError(problems)
    for id_ in between:
        if id_ not in known:
            table.report("between", f"has {id_!r}.", ", ".join(known))
    first, second = between
    crosswalk = Crosswalk(
        between=(first, second),
        same=tuple(_same(row, between) for row in table.tables("same")),
        related=tuple(_related(row, first, second) for row in table.tables("related")),
        unmatched=tuple(_unmatched(row, between) for row in table.tables("none")),
        clauses=tuple(_clause(row, between) for row in table.tables("clause")),
    )
    table.finish()
    problems.extend(check_crosswalk(crosswalk, known, units, shown_as))
    if problems:
        raise InstrumentError(problems)
    return crosswalk


def _same(row: Table, between: tuple[str, ...]) -> Same:
    same = Same(row.text("id"), {id_: row.text(id_) for id_ in between}, row.text("reason"))
    row.finish()
    return same


def _related(row: Table, first: str, second: str) -> Related:
    """One question of the first instrument, and one or more of the second."""
    relation = Relation(row.one_of("relation", RELATIONS))
    related = Related(relation, {first: (row.text(first),), second: row.texts(second)}, row.text("reason"))
    row.finish()
    return related


def _unmatched(row: Table, between: tuple[str, ...]) -> Unmatched:
    unmatched = Unmatched(row.one_of("instrument", between), row.text("item"), row.text("reason"))
    row.finish()
    return unmatched


def _clause(row: Table, between: tuple[str, ...]) -> Clause:
    clause = Clause(
        id=row.text("id"),
        topic=row.text("topic"),
        always=row.yes("always"),
        bears={id_: _bearing(row, id_) for id_ in between},
        says={id_: _says(row, id_.replace("-", "_")) for id_ in between},
        why=row.text("why"),
    )
    row.finish()
    return clause


def _bearing(row: Table, instrument: str) -> Bearing:
    if not row.has(instrument):
        return Bearing((), (), (), ())
    named = row.table(instrument)
    bearing = Bearing(*(named.texts(key, ()) for key in Bearing._fields))
    named.finish()
    return bearing


def _says(row: Table, column: str) -> Says:
    return Says(row.text(f"says_{column}"), row.texts(f"cites_{column}"), row.yes(f"ours_{column}"))
