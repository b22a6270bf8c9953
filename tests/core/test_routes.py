"""Every way to every outcome: nothing that the engine does is left out, and nothing is there that it does not do."""

from __future__ import annotations

import pytest

from cse_core import assess, case_from, instrument_ids, load_instrument, load_units
from cse_core.language import all_clear_phrases_in
from cse_core.model import Level, Pathway, Reads
from cse_core.render.routes import by_outcome, routes
from cse_core.render.words import outcome_words
from tests.cases import stream

INSTRUMENTS = [pytest.param(load_instrument(id_), id=id_) for id_ in instrument_ids()]


def ways(instrument):
    return {(way.rule, way.outcome.lower()) for way in routes(instrument)}


def raising_steps(instrument, case):
    """The steps that moved the level or the pathway, each with where to."""
    for step in assess(case_from(case)).trace:
        if step.after is not None and step.after != step.before:
            yield step.rule, outcome_words(step.after).lower()


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_step_that_raises_anything_is_a_way(instrument):
    own = {"schema": "cse-case/1", "instrument": instrument.id}
    cases = [*(own | example["case"] for example in instrument.examples), *stream(300, instrument_id=instrument.id)]
    taken = {step for case in cases for step in raising_steps(instrument, case)}
    assert len(taken) >= 2
    assert taken - ways(instrument) == set()


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_list_clause_and_step_is_there(instrument):
    found = [(way.rule, way.outcome) for way in routes(instrument)]
    if instrument.reads is Reads.LEVEL:
        expected = [(floor.id, floor.raises_to.name.title()) for floor in instrument.floors for _ in floor.when]
        expected += [
            (rule, level.name.title()) for level in Level for rule in ("indicated_level", "professional_judgement")
        ]
        expected += [("significant_harm_judged", "High"), ("status", "No level")]
    else:
        expected = [(route.id, outcome_words(route.leads_to)) for route in instrument.routes for _ in route.when]
        expected += [("status", outcome_words(Pathway.NOTHING_RECORDED))]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_the_most_serious_comes_first_and_nothing_recorded_last(instrument):
    shown = list(by_outcome(routes(instrument)))
    if instrument.reads is Reads.LEVEL:
        assert shown == ["High", "Medium", "Low", "No level"]
    else:
        assert shown == [outcome_words(pathway) for pathway in sorted(Pathway, reverse=True)]
    assert routes(instrument)[-1].note == instrument.rules["status"].texts["nothing_recorded"]


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_way_has_words_and_rests_on_something(instrument):
    for way in routes(instrument):
        assert way.words
        assert way.title
        assert way.ours or way.cites, way.rule
        assert set(way.cites) <= set(load_units())
        assert all_clear_phrases_in(" ".join((way.title, way.words, way.outcome))) == ()


def test_a_list_names_its_items_with_signs_and_vulnerability_factors_apart():
    instrument = load_instrument("pan-bedfordshire")
    lists = {way.outcome: way.lists for way in routes(instrument) if way.rule == "indicated_level"}
    assert [(names.words, len(names.names)) for names in lists["Low"]] == [
        ("9 Low signs", 9),
        ("14 Low vulnerability factors", 14),
    ]
    named = [name for names in lists.values() for one in names for name in one.names]
    assert sorted(named) == sorted(item.plain for item in instrument.indicators)


def test_a_floor_added_to_the_data_is_a_way():
    instrument = load_instrument("pan-bedfordshire")
    added = instrument.floors[0]._replace(id="floor_added", title="Added", raises_to=Level.HIGH)
    more = instrument._replace(floors=(*instrument.floors, added))
    (way,) = set(routes(more)) - set(routes(instrument))
    assert (way.rule, way.title, way.outcome, way.words) == (
        "floor_added",
        "Added",
        "High",
        "“Looked after” is recorded",
    )
