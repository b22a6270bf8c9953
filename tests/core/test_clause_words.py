"""A clause of a rule in plain words: every condition the engine knows, with nothing but the instrument's own names."""

from __future__ import annotations

import re

import pytest

from cse_core import instrument_ids, load_instrument
from cse_core.engine.conditions import CONDITIONS
from cse_core.language import all_clear_phrases_in
from cse_core.model import When
from cse_core.render.clause_words import NAMED_UP_TO, WORDS, clause_lists, clause_words

INSTRUMENT = load_instrument("pan-bedfordshire")
ITEMS = [item.id for item in INSTRUMENT.indicators]
FACTS = [fact.id for fact in INSTRUMENT.facts]
VALUES = {
    "number": 5,
    "yes": True,
    "facts": FACTS[:2],
    "items": ITEMS[:2],
    "levels": ["medium", "high"],
    "marks": ["red"],
    "kind": "vulnerability",
}


def clauses():
    """Every clause of every instrument, with where it stands."""
    found = []
    for instrument in map(load_instrument, instrument_ids()):
        rules = [*instrument.floors, *instrument.routes, *instrument.flags]
        here = [(rule.id, when) for rule in rules for when in rule.when]
        here += [(action.id, when) for action in instrument.actions for when in action.called_when]
        here += [("softening", when) for when in instrument.softening.unless]
        found += [pytest.param(instrument, when, id=f"{instrument.id}-{id_}") for id_, when in here]
    return found


def test_every_condition_the_engine_knows_has_words():
    assert set(WORDS) == set(CONDITIONS)


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_reads_as_part_of_a_sentence(name):
    words = clause_words(INSTRUMENT, When({name: VALUES[CONDITIONS[name].takes]}))
    assert words
    assert words[0] == "“" or words[0].islower() or words[0].isdigit()
    assert not words.endswith(".")
    assert name not in words


@pytest.mark.parametrize(("instrument", "when"), clauses())
def test_every_clause_of_every_instrument_has_words_without_ids(instrument, when):
    words = clause_words(instrument, when)
    assert len(words) < 400
    assert re.findall(r"\w+_\w+", words) == []
    assert all_clear_phrases_in(words) == ()


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"any_fact": ["looked_after"]}, "“Looked after” is recorded"),
        ({"any_fact": ["looked_after", "care_leaver"]}, "“Looked after” or “Care leaver” is recorded"),
        ({"age_from": 13, "age_under": 16}, "the child is 13 or over and the child is under 16"),
        ({"any_item_at": ["medium", "high"]}, "any Medium or High item is recorded"),
        ({"every_item_kind": "sign"}, "every item recorded is a sign"),
        ({"any_mark": ["red"]}, "an item or other concern is recorded and you marked it red"),
        ({"all_facts_absent": ["looked_after", "care_leaver"]}, "the answer to “Looked after” and “Care leaver” is no"),
    ],
)
def test_words(conditions, words):
    assert clause_words(INSTRUMENT, When(conditions)) == words


@pytest.mark.parametrize(
    ("name", "ids"), [("any_item", ITEMS), ("every_item_in", ITEMS), ("any_fact", FACTS), ("every_fact_in", FACTS)]
)
def test_a_long_list_is_counted_and_named_beside_the_words(name, ids):
    short, long = When({name: ids[:NAMED_UP_TO]}), When({name: ids[: NAMED_UP_TO + 1]})
    assert clause_lists(INSTRUMENT, short) == ()
    assert clause_words(INSTRUMENT, short).count("“") == NAMED_UP_TO
    (names,) = clause_lists(INSTRUMENT, long)
    assert "“" not in clause_words(INSTRUMENT, long)
    assert names.words in clause_words(INSTRUMENT, long)
    assert len(names.names) == NAMED_UP_TO + 1
