"""Source documents: every unit that can be cited, with how the citation reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..model import Source, Unit
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .table import Table

UNIT_KEYS = {"id", "cite_as", "section", "title", "page"}


@cache
def load_sources() -> Mapping[str, Source]:
    """Every source document, by the letters its citations begin with (`PB`, `LA`)."""
    problems: list[Problem] = []
    sources = [
        _source(read_toml(file, f"sources/{file.name}"), f"sources/{file.name}", problems)
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


def _unit(row: Table, source: str) -> Unit:
    # Hundreds of rows are read at every start, so a row that is plainly right is taken as it is.
    if row.data.keys() == UNIT_KEYS and all(isinstance(text, str) and text for text in row.data.values()):
        return Unit(source=source, **row.data)  # type: ignore[arg-type]
    unit = Unit(
        id=row.text("id"),
        source=source,
        section=row.text("section"),
        title=row.text("title"),
        page=row.text("page", ""),
        cite_as=row.text("cite_as"),
    )
    row.finish()
    return unit


def _source(data: dict[str, object], file: str, problems: list[Problem]) -> Source:
    table = Table(data, file, "", problems)
    id_ = table.text("id")
    units: dict[str, Unit] = {}
    for row in table.tables("unit"):
        unit = _unit(row, id_)
        if unit.id in units:
            row.report("id", f"{unit.id!r} is there twice.", "each id once")
        units[unit.id] = unit
    source = Source(id_, table.text("short"), table.text("title"), table.text("publisher"), table.text("dated"), units)
    table.finish()
    return source
