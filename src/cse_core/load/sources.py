"""Source documents: every unit that can be cited, with how the citation reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model import Source, Unit
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .table import Table

UNIT_KEYS = {"id", "cite_as", "section", "title", "page"}
WITH_REASON = UNIT_KEYS | {"not_restated"}


@cache
def load_sources() -> Mapping[str, Source]:
    """Every source document, by the letters its citations begin with (`PB`, `LA`)."""
    problems: list[Problem] = []
    sources = [
        read_source(read_toml(file, f"sources/{file.name}"), f"sources/{file.name}", problems)
        for file in sorted(data_folder("sources").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    ]
    if problems:
        raise InstrumentError(problems)
    return {source.id: source for source in sources}


@cache
def load_units() -> Mapping[str, Unit]:
    """Every citable unit of every source, by id: what a citation must resolve in."""
    return {id_: unit for source in load_sources().values() for id_, unit in source.units.items()}


def read_source(data: dict[str, object], file: str, problems: list[Problem]) -> Source:
    """The source in the tables of one file. Faults are added to `problems`; the result is then not to be used."""
    table = Table(data, file, "", problems)
    id_ = table.text("id")
    source = Source(
        id=id_,
        slug=file.removeprefix("sources/").removesuffix(".toml"),
        short=table.text("short"),
        title=table.text("title"),
        publisher=table.text("publisher"),
        dated=table.text("dated"),
        units=_plain_units(table.skip("unit"), id_) or _checked_units(table, id_),
    )
    table.finish()
    return source


def _plain_units(rows: object, source: str) -> dict[str, Unit]:
    """The units, where every row is plainly right; else nothing.

    Hundreds of rows are read at every start in the browser, and looking at each key of each row takes longer.
    """
    if not isinstance(rows, list):
        return {}
    right = all(isinstance(row, dict) and _known_keys(row) and _all_texts(row) for row in rows)
    units = {row["id"]: Unit(source=source, **row) for row in rows} if right else {}
    return units if len(units) == len(rows) else {}


def _known_keys(row: Mapping[str, object]) -> bool:
    return row.keys() == UNIT_KEYS or row.keys() == WITH_REASON


def _all_texts(row: Mapping[str, object]) -> bool:
    return all(isinstance(text, str) and (text or key == "page") for key, text in row.items())


def _checked_units(table: Table, source: str) -> dict[str, Unit]:
    """The units, with every fault of every row reported."""
    units: dict[str, Unit] = {}
    for row in table.tables("unit"):
        unit = Unit(
            id=row.text("id"),
            source=source,
            section=row.text("section"),
            title=row.text("title"),
            page=row.text("page", ""),
            cite_as=row.text("cite_as"),
            not_restated=row.text("not_restated") if row.has("not_restated") else "",
        )
        row.finish()
        if unit.id in units:
            row.report("id", f"{unit.id!r} is there twice.", "each id once")
        units[unit.id] = unit
    return units
