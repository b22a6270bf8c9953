"""What single answer would change a reading: as plain values, as text and as HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from ..load.instruments import load_instrument
from ..model import Case, Change, Instrument, Outcome, Pathway, Reads
from .words import outcome_words, pathway_words

CHANGES_SCHEMA = "cse-changes/1"
HEADING = "What single answer would change this reading?"
HOW = (
    "Worked out by asking the tool again, once for each answer. Any one of these would be enough. "
    "First do what the reading already asks."
)
OWN_JUDGEMENT = "Your own judgement can raise the level too, whatever is recorded."
RESTS_ON = "This reading rests on one answer"
CHECK = "Check that it is right. Never take an answer out to lower a reading."
NONE_RAISES = "No single answer would take this reading further. More can still change what has to be done."

# More answers than this that say the same of different things stand under one line, folded away.
LONG = 3
TOGETHER = {
    "fact": "Yes or suspected to any of {} questions about the child",
    "mark": "Red as your own mark on any of {} items already recorded",
    "item": "Present or suspected for any of {} items",
}


class Answer(NamedTuple):
    """One answer in words. Answers of a `kind` in TOGETHER say the same of what is `named`."""

    words: str
    kind: str = ""
    named: str = ""


class Group(NamedTuple):
    """Where some answers lead."""

    heading: str
    answers: tuple[Answer, ...]


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
        lines += [group.heading.rstrip(".") + ":", *(f"- {answer.words}" for answer in group.answers)]
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
        led = tuple(_answer(instrument, change) for change in raising if change.to is outcome)
        groups.append(Group(f"To {_outcome(instrument, outcome)}", led))
    lowering = dict.fromkeys(_rested_on(instrument, change) for change in changes if not change.raises)
    if lowering:
        many = "s, any of them" if len(lowering) > 1 else ""
        groups.append(Group(f"{RESTS_ON}{many}. {CHECK}", tuple(Answer(words) for words in lowering)))
    return groups


def _outcome(instrument: Instrument, outcome: Outcome | None) -> str:
    """A level, or what a pathway asks for in the words that head its reading."""
    return f"“{pathway_words(instrument, outcome)}”" if isinstance(outcome, Pathway) else outcome_words(outcome)


def _group(group: Group) -> str:
    folded = [kind for kind in TOGETHER if sum(answer.kind == kind for answer in group.answers) > LONG]
    shown = [answer.words for answer in group.answers if answer.kind not in folded]
    parts = [f"<h3>{escape(group.heading)}</h3>", _list(shown) if shown else ""]
    for kind in folded:
        names = [answer.named for answer in group.answers if answer.kind == kind]
        summary = escape(TOGETHER[kind].format(len(names)))
        parts.append(f"<details><summary>{summary}</summary>\n{_list(names)}\n</details>")
    return "\n".join(part for part in parts if part)


def _list(words: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(said[0].upper() + said[1:])}</li>" for said in words) + "</ul>"


def _word(outcome: Outcome | None) -> str | None:
    return outcome.word if outcome is not None else None


def _answer(instrument: Instrument, change: Change) -> Answer:
    """The answer that would have to be given, as a reader says it."""
    kind, _, rest = change.place.partition(".")
    if change.place == "child.age":
        return Answer(f"the child is {change.value} or younger" if change.value else "the child is under 1")
    if change.place == "judgement.significant_harm":
        return Answer("you record reasonable cause to suspect significant harm")
    if kind == "other_concerns":
        placed = f"place at {str(change.value).title()}" if instrument.marking is None else f"mark {change.value}"
        return Answer(f"another concern that you {placed}")
    if kind == "child":
        return Answer(f"“{_fact(instrument, rest)}” is yes or suspected", "fact", _fact(instrument, rest))
    item, _, part = rest.partition(".")
    plain = instrument.indicator(item).plain
    if part == "level":
        return Answer(f"you mark “{plain}” red", "mark", plain)
    return Answer(f"“{plain}” is present or suspected", "item", plain)


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
