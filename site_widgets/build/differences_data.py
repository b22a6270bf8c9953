"""Where the sources differ, as data: read from docs/_data/differences.toml, and refused unless all of it is right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cse_core import Problem, load_units
from cse_core.load.table import Table

FILE = Path(__file__).parents[2] / "docs/_data/differences.toml"

# Every topic and its heading, in the order of the page.
TOPICS: Mapping[str, str] = {
    "levels": "Levels",
    "never-low": "Who is never Low",
    "under-13": "Children under 13",
    "ages-13-to-17": "Ages 13 to 17",
    "missing": "Missing children",
    "disclosure": "When a child tells someone",
    "consent-and-sharing": "Consent and sharing",
    "referral": "Referral",
    "actions-and-timing": "Actions and timing",
    "review": "Review",
    "counting": "Counting",
    "wording": "Wording",
    "numbers-and-names": "Numbers and names",
    "errors-in-print": "Errors in print",
}
KINDS = ("contradiction", "ambiguity", "error", "harmful wording", "out of date")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TEST = re.compile(r"tests/[\w/]+\.py::test_\w+(\[.+\])?")


class Place(NamedTuple):
    """What one place, or several that agree, says: in our words, with the paragraphs."""

    cites: tuple[str, ...]
    says: str


class Difference(NamedTuple):
    """One contradiction, ambiguity or fault, what this site does about it, why, and what proves it."""

    id: str
    title: str
    topic: str
    kind: str
    says: tuple[Place, ...]
    reading: str
    why: str
    tests: tuple[str, ...]


class DifferencesError(ValueError):
    """The file is wrong: every fault found, with its place and what is allowed."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [f"The differences cannot be shown ({len(self.problems)}):"]
        super().__init__("\n".join(lines + [f"  {problem}" for problem in self.problems]))


@cache
def load_differences() -> tuple[Difference, ...]:
    """Every difference, in the file's order; DifferencesError naming every fault in the file."""
    return read_differences(FILE.read_text("utf-8"))


def read_differences(text: str) -> tuple[Difference, ...]:
    """The differences in the text of a file; DifferencesError naming every fault."""
    problems: list[Problem] = []
    try:
        table = Table(tomllib.loads(text), FILE.name, "", problems)
    except tomllib.TOMLDecodeError as error:
        raise DifferencesError([Problem(FILE.name, f"is not TOML: {error}.", "TOML, with each key once")]) from error
    differences = tuple(_difference(row) for row in table.tables("difference"))
    table.finish()
    taken = set(TOPICS) | set(load_units())
    for difference in differences:
        if difference.id in taken:
            table.report(f"difference[{difference.id}].id", "is taken.", "an id that no other heading of the page has")
        taken.add(difference.id)
    if problems:
        raise DifferencesError(problems)
    return differences


def _difference(row: Table) -> Difference:
    difference = Difference(
        id=row.text("id"),
        title=row.text("title"),
        topic=row.one_of("topic", tuple(TOPICS)),
        kind=row.one_of("kind", KINDS),
        says=tuple(_place(place) for place in row.tables("says")),
        reading=row.text("reading"),
        why=row.text("why"),
        tests=row.texts("tests"),
    )
    row.finish()
    if not SLUG.fullmatch(difference.id):
        row.report("id", f"is {difference.id!r}.", "small letters, digits and hyphens")
    _not_empty(row, "says", difference.says)
    _not_empty(row, "tests", difference.tests)
    for test in difference.tests:
        if not TEST.fullmatch(test):
            row.report("tests", f"has {test!r}.", "tests/FOLDER/FILE.py::test_NAME, with [ROW] if it has rows")
    return difference


def _place(row: Table) -> Place:
    place = Place(row.texts("cites"), row.text("says"))
    row.finish()
    _not_empty(row, "cites", place.cites)
    for unit in place.cites:
        if unit not in load_units():
            row.report("cites", f"has {unit!r}, which is not there.", "a unit id of src/cse_core/sources/")
    return place


def _not_empty(row: Table, key: str, found: tuple[object, ...]) -> None:
    if key in row.data and not found:
        row.report(key, "is empty.", "at least one")
