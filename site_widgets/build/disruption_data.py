"""Ways to disrupt exploitation as data: read from docs/_data/disruption.toml, and refused unless all of it is right."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cse_core.load.table import Table

from .data_file import DATA, cites, each_once, read, slug
from .glossary_data import law

FILE = DATA / "disruption.toml"
USE = "use"
# In the order of the page: what to do comes before what to leave.
STATUSES = (USE, "with care", "do not use")


class Step(NamedTuple):
    """One thing that somebody can do, whether to do it, and what to do in its place."""

    id: str
    name: str
    text: str
    who: tuple[str, ...]
    status: str
    instead: str
    cites: tuple[str, ...]
    law: tuple[str, ...]


class Aim(NamedTuple):
    """What is to be reached, and the steps to it: those to use first, those not to use last."""

    id: str
    title: str
    group: str
    purpose: str
    cites: tuple[str, ...]
    steps: tuple[Step, ...]


class Toolkit(NamedTuple):
    """Every aim, the groups in the order of the page, and everybody who can act."""

    groups: tuple[str, ...]
    people: tuple[str, ...]
    aims: tuple[Aim, ...]


@cache
def load_disruption() -> Toolkit:
    """The toolkit of this site; DataError naming every fault in the file."""
    return read_disruption(FILE.read_text("utf-8"))


def read_disruption(text: str) -> Toolkit:
    """The toolkit in the text of a file; DataError naming every fault."""
    return read(text, FILE.name, _toolkit)


def _toolkit(table: Table) -> Toolkit:
    groups, people = table.texts("groups"), table.texts("people")
    found = Toolkit(groups, people, tuple(_aim(row, groups, people) for row in table.tables("aim")))
    steps = [step.id for aim in found.aims for step in aim.steps]
    each_once(table, "id", [*(aim.id for aim in found.aims), *steps])
    return found


def _aim(row: Table, groups: tuple[str, ...], people: tuple[str, ...]) -> Aim:
    steps = [_step(each, people) for each in row.tables("step")]
    aim = Aim(
        id=slug(row),
        title=row.text("title"),
        group=row.one_of("group", groups or ("a name in groups",)),
        purpose=row.text("purpose"),
        cites=cites(row),
        steps=tuple(sorted(steps, key=lambda step: STATUSES.index(step.status))),
    )
    row.finish()
    if not aim.cites:
        row.report("cites", "is empty.", "the row of the table that it comes from")
    return aim


def _step(row: Table, people: tuple[str, ...]) -> Step:
    step = Step(
        id=slug(row),
        name=row.text("name"),
        text=row.text("text"),
        who=row.some_of("who", people),
        status=row.one_of("status", STATUSES),
        instead=row.text("instead", ""),
        cites=cites(row),
        law=law(row),
    )
    ours = row.yes("ours")
    row.finish()
    if not step.who:
        row.report("who", "is empty.", "one or more names in people")
    if ours == bool(step.cites):
        row.report("cites", "does not fit ours.", "the paragraphs it rests on, or ours = true and no cites")
    if (step.status == USE) == bool(step.instead):
        row.report("instead", "does not fit the status.", f"left out where the status is {USE!r}, filled in otherwise")
    return step
