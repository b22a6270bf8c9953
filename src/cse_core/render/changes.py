"""What single answer would change a reading: as plain values, as text and as HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from ..load.instruments import load_instrument
from ..model import Case, Change, Instrument, Outcome, Reads
from .words import counted, outcome_words

CHANGES_SCHEMA = "cse-changes/1"
HEADING = "What single answer would change this reading?"
HOW = "Worked out by asking the tool again, once for each answer. Any one of these would be enough."
OWN_JUDGEMENT = "Your own judgement can raise the level too, whatever is recorded."
RESTS_ON = "This reading rests on one answer"
CHECK = "Check that it is right. Never take an answer out to lower a reading."
NONE_RAISES = "No single answer would take this reading further. More can still change what has to be done."


class Group(NamedTuple):
    """Where some answers lead: answers about the child or the form as a whole, then items."""

    heading: str
    answers: tuple[str, ...]
    items: tuple[str, ...]


def changes_to_json(case: Case, changes: Sequence[Change]) -> str:
    """The changes as JSON text ending in a newline: `place`, `value`, `from` and `to`, in the words of a case."""
    listed = [{"place": c.place, "value": c.value, "from": _word(c.now), "to": _word(c.to)} for c in changes]
    made = {"schema": CHANGES_SCHEMA, "instrument": case.instrument, "changes": listed}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def changes_to_text(case: Case, changes: Sequence[Change]) -> str:
    """The changes as plain text."""
    instrument = load_instrument(case.instrument)
    lines = [HEADING.upper(), _intro(instrument, changes)]
    for group in _groups(instrument, changes):
        lines += [group.heading.rstrip(".") + ":", *(f"- {words}" for words in (*group.answers, *group.items))]
    return "\n".join(lines) + "\n"


def changes_to_html(case: Case, changes: Sequence[Change]) -> str:
    """The changes as one `<section class="reading-changes">`; `data-changes` holds them as JSON."""
    instrument = load_instrument(case.instrument)
    groups = "\n".join(_group(group) for group in _groups(instrument, changes))
    return (
        f'<section class="reading-changes" aria-labelledby="reading-changes" '
        f'data-changes="{escape(changes_to_json(case, changes).strip())}">\n'
        f'<h2 id="reading-changes">{escape(HEADING)}</h2>\n<p>{escape(_intro(instrument, changes))}</p>\n{groups}\n'
        "</section>\n"
    )


def _intro(instrument: Instrument, changes: Sequence[Change]) -> str:
    words = HOW if any(change.raises for change in changes) else NONE_RAISES
    return f"{words} {OWN_JUDGEMENT}" if instrument.reads is Reads.LEVEL else words


def _groups(instrument: Instrument, changes: Sequence[Change]) -> list[Group]:
    """One group for each outcome that an answer would lead to, the furthest first; then what the reading rests on."""
    raising = [change for change in changes if change.raises]
    groups = []
    for outcome in dict.fromkeys(change.to for change in raising):
        led = [change for change in raising if change.to is outcome]
        words = [_words(instrument, change) for change in led]
        items = [said for said, change in zip(words, led, strict=True) if change.place.endswith(".answer")]
        others = [said for said in words if said not in items]
        groups.append(Group(f"To {outcome_words(outcome)}", tuple(others), tuple(items)))
    lowering = [_rested_on(instrument, change) for change in changes if not change.raises]
    if lowering:
        many = "s, any of them" if len(set(lowering)) > 1 else ""
        groups.append(Group(f"{RESTS_ON}{many}. {CHECK}", tuple(dict.fromkeys(lowering)), ()))
    return groups


def _group(group: Group) -> str:
    items = ""
    if group.items:
        summary = f"{counted(len(group.items), 'item', 'items')} of the form"
        items = f"<details><summary>{summary}</summary>\n{_list(group.items)}\n</details>"
    answers = _list(group.answers) if group.answers else ""
    return f"<h3>{escape(group.heading)}</h3>\n{answers}{items}"


def _list(words: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(said[0].upper() + said[1:])}</li>" for said in words) + "</ul>"


def _word(outcome: Outcome | None) -> str | None:
    return outcome.word if outcome is not None else None


def _words(instrument: Instrument, change: Change) -> str:
    """The answer that would have to be given, as a reader says it."""
    kind, _, rest = change.place.partition(".")
    if change.place == "child.age":
        return f"the child is {change.value} or younger" if change.value else "the child is under 1"
    if change.place == "judgement.significant_harm":
        return "you record reasonable cause to suspect significant harm"
    if kind == "other_concerns":
        placed = f"place at {str(change.value).title()}" if instrument.marking is None else f"mark {change.value}"
        return f"another concern that you {placed}"
    if kind == "child":
        return f"“{_fact(instrument, rest)}” is yes or suspected"
    item, _, part = rest.partition(".")
    plain = instrument.indicator(item).plain
    return f"you mark “{plain}” red" if part == "level" else f"“{plain}” is present or suspected"


def _rested_on(instrument: Instrument, change: Change) -> str:
    """The answer the reading rests on."""
    kind, _, rest = change.place.partition(".")
    if change.place == "child.age":
        return "the child's age"
    if kind == "judgement":
        return "your view on significant harm"
    return f"“{_fact(instrument, rest) if kind == 'child' else instrument.indicator(rest.partition('.')[0]).plain}”"


def _fact(instrument: Instrument, id_: str) -> str:
    return next(fact.label for fact in instrument.facts if fact.id == id_)
