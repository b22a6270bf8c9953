"""The drafts of letters, read strictly from their files, one for a form. Nothing loads them unless asked to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..language import all_clear_phrases_in
from ..model_letter import Letter, LetterPart, Say
from .errors import InstrumentError, Problem
from .files import data_folder, read_toml
from .forms import FORMS
from .rests import rests
from .table import Table, listed

LETTERS = ("disruption-letter-2014",)


@cache
def load_letters() -> Mapping[str, Letter]:
    """Every draft by the id of its form, checked whole; InstrumentError with every fault found."""
    folder = data_folder("letters")
    return letters_from({id_: read_toml(folder.joinpath(f"{id_}.toml"), f"letters/{id_}.toml") for id_ in LETTERS})


def letters_from(files: Mapping[str, Mapping[str, object]]) -> Mapping[str, Letter]:
    """The drafts in the tables of their files, checked whole; InstrumentError with every fault found."""
    problems: list[Problem] = []
    letters = {id_: _letter(Table(data, f"letters/{id_}.toml", "", problems)) for id_, data in files.items()}
    for id_, letter in letters.items():
        problems.extend(_faults(letter, f"letters/{id_}.toml"))
    if problems:
        raise InstrumentError(problems)
    return {letter.form: letter for letter in letters.values()}


def _letter(table: Table) -> Letter:
    letter = Letter(
        form=table.one_of("form", FORMS),
        mark=table.text("mark"),
        title=table.text("title"),
        left_out=table.text("left_out"),
        parts=tuple(_part(row) for row in table.tables("part")),
        says=tuple(_say(row) for row in table.tables("say")),
    )
    table.finish()
    return letter


def _part(row: Table) -> LetterPart:
    part = LetterPart(row.text("id"), row.text("title"), row.yes("listed"))
    row.finish()
    return part


def _say(row: Table) -> Say:
    say = Say(row.text("part"), row.text("text"), row.texts("cites", ()), row.yes("ours"), row.texts("law", ()))
    row.finish()
    return say


def _faults(letter: Letter, file: str) -> Iterator[Problem]:
    parts = [part.id for part in letter.parts]
    for part in letter.parts:
        if not letter.says_of(part):
            yield Problem(f"{file}: part[{part.id}]", "has nothing to say.", "at least one statement")
    for number, say in enumerate(letter.says, 1):
        place = f"{file}: say[{number}]"
        if say.part not in parts:
            yield Problem(f"{place}.part", f"is {say.part!r}.", listed(parts))
        yield from rests(place, say.cites, say.ours)
        for phrase in all_clear_phrases_in(say.text):
            yield Problem(f"{place}.text", f"says {phrase!r}.", "words that do not sound like an all-clear")
