"""An instrument itself as JSON and as Markdown tables: what it asks, what it decides, where it says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import Enum

from ..load.sources import load_units
from ..model import ActionRule, Indicator, Instrument, Level, Pathway, Reads, When
from .to_markdown import escaped
from .words import cite_words, level_word, outcome_words


def instrument_to_json(instrument: Instrument) -> str:
    """The whole instrument as JSON text ending in a newline."""
    return json.dumps(instrument_to_dict(instrument), ensure_ascii=False, indent=2) + "\n"


def instrument_to_dict(instrument: Instrument) -> dict[str, object]:
    """The whole instrument as plain values, keyed as in the model; levels and answers in their own words."""
    found = _plain(instrument)
    assert isinstance(found, dict)
    return found


def _plain(value: object) -> object:
    if isinstance(value, Level | Pathway):
        return value.word
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, When):
        return _plain(value.conditions)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(inner) for name, inner in value._asdict().items()}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


def instrument_to_markdown(instrument: Instrument) -> str:
    """The instrument as Markdown: items, floors, flags, actions, each with its citations."""
    place = "List" if instrument.reads is Reads.LEVEL else "Domain"
    items = _table(
        ("Item today", "The source's words", place, "Kind", "Source"),
        (
            (item.plain, item.label, _place(instrument, item), item.kind.value, _cited(item.cites))
            for item in instrument.indicators
        ),
    )
    floors = _table(
        ("Rule", "Raises to", "Why", "Source"),
        ((floor.title, level_word(floor.raises_to), floor.text, _cited(floor.cites)) for floor in instrument.floors),
    )
    routes = _table(
        ("Route", "Leads to", "Why", "Source"),
        ((r.title, outcome_words(r.leads_to), r.text, _cited(r.cites)) for r in instrument.routes),
    )
    flags = _table(("Flag", "What it says", "Source"), ((f.id, f.text, _cited(f.cites)) for f in instrument.flags))
    actions = _table(
        ("Action", "Who", "When", "Called for by", "Source"),
        (
            (
                action.text,
                action.who,
                action.when,
                _called_for_by(instrument, action),
                _cited(action.cites),
            )
            for action in instrument.actions
        ),
    )
    head = f"# {escaped(instrument.title)}\n\n{escaped(instrument.edition)}. {escaped(instrument.caveat)}"
    status = f"{escaped(instrument.status_today)}"
    raising = ("## Floors", floors) if instrument.floors else ("## Routes", routes)
    parts = (head, status, "## Items", items, *raising, "## Flags", flags, "## Actions", actions)
    return "\n\n".join(parts) + "\n"


def _place(instrument: Instrument, item: Indicator) -> str:
    """The list an item is on; its domain, with the printed colour where that is known, where there are no lists."""
    if item.level:
        return level_word(item.level)
    return instrument.group(item.group).title + (f", printed {item.printed.value}" if item.printed else "")


def _called_for_by(instrument: Instrument, action: ActionRule) -> str:
    # Here and not above: no page prints a whole instrument, and the browser starts sooner without.
    from .clause_words import clause_words

    outcomes = [outcome_words(outcome) for outcome in action.outcomes]
    return ", ".join([*outcomes, *action.flags, *(clause_words(instrument, when) for when in action.called_when)])


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines += ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _cited(cites: tuple[str, ...]) -> str:
    return "; ".join(cite_words(cites, load_units()))
