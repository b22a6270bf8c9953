"""Reading a file of docs/_data strictly: every fault is named with its place, and nothing is repaired."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from cse_core import Problem, load_units
from cse_core.load.table import Table

T = TypeVar("T")

DATA = Path(__file__).parents[2] / "docs/_data"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What a page may never show as a fact that it took from a source: numbers and mailboxes of 2013 and 2014.
NUMBER = re.compile(r"\b0\d[\d ]{8,}\b|[\w.]+@[\w.]+")


class DataError(ValueError):
    """The file is wrong: every fault found, with its place and what is allowed."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [f"{file} cannot be shown ({len(self.problems)}):"]
        super().__init__("\n".join(lines + [f"  {problem}" for problem in self.problems]))


def read(text: str, file: str, build: Callable[[Table], T]) -> T:
    """What `build` makes of the text of a file; DataError naming every fault that it reported."""
    problems: list[Problem] = []
    try:
        table = Table(tomllib.loads(text), file, "", problems)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, [Problem(file, f"is not TOML: {error}.", "TOML, with each key once")]) from error
    built = build(table)
    table.finish()
    if problems:
        raise DataError(file, problems)
    return built


def slug(row: Table) -> str:
    """The row's id, which is also its address on the page."""
    found = row.text("id")
    if found and not SLUG.fullmatch(found):
        row.report("id", f"is {found!r}.", "small letters, digits and hyphens")
    return found


def cites(row: Table) -> tuple[str, ...]:
    """The paragraphs that the row rests on; none if it is ours."""
    found = row.texts("cites", ())
    for unit in found:
        if unit not in load_units():
            row.report("cites", f"has {unit!r}, which is not there.", "a unit id of src/cse_core/sources/")
    return found


def each_once(table: Table, where: str, names: Iterable[str]) -> None:
    """Report each name that is there twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            table.report(where, f"has {name!r} twice.", "each once")
        seen.add(name)
