"""What cannot wait, by either instrument, in one list that says nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..model import Action, Instrument
from ..model_comparison import Comparison
from .lines import Line, Section
from .open_points import FURTHEST
from .report import action_line

SENTENCES = re.compile(r"(?<=[.?]) ")


def now_section(instruments: Mapping[str, Instrument], comparison: Comparison) -> Section:
    """Every step for now of both: what comes first in any case, what the outcomes call for, then the rest."""
    lines: list[Line] = []
    for instrument in instruments.values():
        _add(lines, Line(instrument.emergency, ours=True))
    for action in _in_order(instruments, comparison):
        _add(lines, action_line(action)._replace(label=""))
    # At the furthest outcome the call is among the actions already, as "now". "Today" beside it would read as a choice.
    if not any(made.outcome in FURTHEST for made in comparison.assessments.values()):
        for instrument in instruments.values():
            _add(lines, Line(*instrument.call))
    return Section("now", "What to do now", tuple(lines), "bullets")


def _in_order(instruments: Mapping[str, Instrument], comparison: Comparison) -> Iterator[Action]:
    """The actions for now. The same duty of both stands together; of two outcomes the further one's come before."""
    rules = [rule for instrument in instruments.values() for rule in instrument.actions]
    first = {rule.id for rule in rules if rule.first}
    of_an_outcome = {rule.id for rule in rules if rule.outcomes}
    found: dict[str, list[Action]] = {}
    for made in sorted(comparison.assessments.values(), key=lambda made: made.outcome not in FURTHEST):
        for action in made.actions:
            if action.when == "now":
                found.setdefault(action.id, []).append(action)
    for id_ in sorted(found, key=lambda id_: (id_ not in first, id_ not in of_an_outcome)):
        yield from found[id_]


def _add(lines: list[Line], new: Line) -> None:
    """Add a statement, or what is new in it to the line that says the rest, with the citations of both."""
    for place, old in enumerate(lines):
        if new.text in old.text:
            lines[place] = _joined(old, new)
            return
        if old.text in new.text:
            lines[place] = _joined(new, old)
            return
        said, told = SENTENCES.split(old.text), SENTENCES.split(new.text)
        if said[0] == told[0]:
            more = [sentence for sentence in told if sentence not in said]
            lines[place] = _joined(old._replace(text=" ".join([old.text, *more])), new)
            return
    lines.append(new)


def _joined(said: Line, other: Line) -> Line:
    return said._replace(
        cites=tuple(dict.fromkeys((*said.cites, *other.cites))),
        note=said.note or other.note,
        ours=said.ours and other.ours,
    )
