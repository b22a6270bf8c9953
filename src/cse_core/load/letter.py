"""The words of the draft letter, read strictly. Each part names the condition of the form that it rests on."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .forms import load_forms
from .table import Table, listed

LETTER_FORM = "disruption-letter-2014"


class Letter(NamedTuple):
    """What stands on every page, what is read first, the letter's own paragraphs, and what it never says."""

    title: str
    mark: str
    first: tuple[str, ...]
    never: tuple[str, ...]
    paragraphs: tuple[str, ...]


@cache
def load_letter() -> Letter:
    """The letter; InstrumentError with every fault found."""
    problems: list[Problem] = []
    file = f"letters/{LETTER_FORM}.toml"
    table = Table(read_toml(data_folder("letters").joinpath(f"{LETTER_FORM}.toml"), file), file, "", problems)
    known = [condition.id for condition in load_forms()[LETTER_FORM].conditions]
    paragraphs = []
    letter = Letter(table.text("title"), table.text("mark"), table.texts("first"), table.texts("never"), ())
    for row in table.tables("part"):
        paragraphs.append(row.text("text"))
        condition = row.text("condition")
        if condition not in known:
            row.report("condition", f"is {condition!r}.", listed(known))
        row.finish()
    table.finish()
    if problems:
        raise InstrumentError(problems)
    return letter._replace(paragraphs=tuple(paragraphs))
