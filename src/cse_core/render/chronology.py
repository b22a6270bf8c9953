"""Every small sign of a case file in order of its day, whatever record it was written in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..load.forms import load_forms
from ..load.sources import load_units
from ..model_casefile import CaseFile
from ..model_forms import Answers
from .document_filled import answer_lines
from .html_parts import Frame, section_html
from .lines import Line, Section
from .words import date_words

CHRONOLOGY = "chronology"
ENTRIES = "entries"
# What stands beside what was seen, each with a word or two before it.
BESIDE = {"at": "At", "where": "Where", "who": "Who else", "by": "Seen by", "how-known": "How known", "done": "Done"}


def chronology_to_html(file: CaseFile) -> str:
    """The entries, oldest first and those without a day last, each once; empty where the file has none."""
    entries = [
        entry for filled in file.forms if filled.form.id == CHRONOLOGY for entry in filled.groups.get(ENTRIES, ())
    ]
    if not entries:
        return ""
    ordered = sorted(_each_once(entries), key=lambda entry: (_day(entry), str(entry.get("at", ""))))
    section = Section("chronology", "Small signs, in order of day", tuple(map(_line, ordered)), "bullets")
    return section_html(Frame(load_units(), prefix="case-file", rank=3), section)


def _each_once(entries: Iterable[Answers]) -> Iterable[Answers]:
    # A record that was gone on with holds its earlier entries again.
    seen: list[Answers] = []
    for entry in entries:
        if entry not in seen:
            seen.append(entry)
    return seen


def _day(entry: Answers) -> date:
    on = entry.get("on")
    return on if isinstance(on, date) else date.max


def _line(entry: Answers) -> Line:
    on = entry.get("on")
    day = date_words(on) if isinstance(on, date) else str(entry.get("when-words", "Day not known"))
    fields = {field.id: field for field in load_forms()[CHRONOLOGY].fields}
    beside = [
        f"{words}: {' '.join(answer_lines(fields[id_], entry[id_]))}." for id_, words in BESIDE.items() if id_ in entry
    ]
    return Line(str(entry.get("what", "Not said what was seen")), label=day, aside=" ".join(beside))
