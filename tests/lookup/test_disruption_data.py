"""The disruption toolkit: read strictly, every row of the table is here, and nothing unsafe is offered as usual."""

from __future__ import annotations

import re

import pytest

from cse_core import load_units
from cse_core.language import all_clear_phrases_in
from site_widgets.build.data_file import DataError
from site_widgets.build.disruption_data import STATUSES, USE, load_disruption, read_disruption
from site_widgets.build.law_data import load_law

FOUND = load_disruption()
STEPS = {step.id: step for aim in FOUND.aims for step in aim.steps}
FILE = """
groups = ["People", "Home"]
people = ["Police", "Carers"]

[[aim]]
id = "keep-away"
title = "Keep somebody away"
group = "People"
purpose = "To keep somebody away."
cites = ["PB-11-row-02"]

[[aim.step]]
id = "ask"
name = "Ask"
text = "Ask for a notice."
who = ["Police"]
status = "use"
ours = true

[[aim.step]]
id = "letter"
name = "A letter"
text = "Write a letter."
who = ["Carers"]
status = "do not use"
instead = "Call the police."
cites = ["PB-12-letter"]
law = ["cawn-process"]
"""
FAULTS = {
    "an unknown key": ('title = "Keep somebody away"', 'title = "Keep somebody away"\nleader = "x"', "leader: is not"),
    "an unknown key of a step": ('name = "Ask"', 'name = "Ask"\nprogress = "x"', "progress: is not a key"),
    "a group that is not one": ('group = "People"', 'group = "Places"', "group: is 'Places'"),
    "a person who is not one": ('who = ["Police"]', 'who = ["Army"]', "who: has 'Army'"),
    "nobody to do it": ('who = ["Police"]', "who = []", "who: is empty"),
    "a status that is not one": ('status = "use"', 'status = "maybe"', "status: is 'maybe'"),
    "a citation that leads nowhere": ("PB-12-letter", "PB-12-card", "'PB-12-card', which is not there"),
    "a step that rests on nothing": ("ours = true\n", "", "cites: does not fit ours"),
    "a step that is ours and cites": ("cites = [\"PB-12-letter\"]", "cites = [\"PB-12-letter\"]\nours = true", "does not fit ours"),
    "nothing in its place": ('instead = "Call the police."\n', "", "instead: does not fit the status"),
    "something in place of what to use": ("ours = true", 'ours = true\ninstead = "x"', "instead: does not fit"),
    "an aim that no row has": ('cites = ["PB-11-row-02"]', "cites = []", "cites: is empty"),
    "an id that is there twice": ('id = "letter"', 'id = "keep-away"', "has 'keep-away' twice"),
    "no purpose": ('purpose = "To keep somebody away."\n', "", "purpose: is missing"),
}  # fmt: skip

# What the sources print as usual steps, and nobody should take on alone or at all.
NEVER = ("taking-phones", "letter-to-suspect", "holding-back", "clothing", "telling-off", "parenting-order",
         "consequences", "rewards-and-penalties", "bed-times", "persistent-offender", "named-services")  # fmt: skip
CARE = ("screening-calls", "phones-at-night", "keep-out-of-the-home", "visits-by-peers", "another-placement",
        "different-placement", "relatives-far-away", "searching", "posters", "clear-limits")  # fmt: skip


def test_the_file_is_good_before_it_is_broken():
    (aim,) = read_disruption(FILE).aims
    assert [step.status for step in aim.steps] == ["use", "do not use"]


@pytest.mark.parametrize(("find", "replace", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_is_refused(find, replace, says):
    assert FILE.count(find) == 1
    with pytest.raises(DataError) as refused:
        read_disruption(FILE.replace(find, replace))
    assert says in str(refused.value)


def test_every_row_of_the_table_and_of_the_list_is_one_aim():
    rows = [unit for aim in FOUND.aims for unit in aim.cites if unit.startswith("PB-11-row")]
    areas = [unit for aim in FOUND.aims for unit in aim.cites if unit.startswith("PB-10-")]
    assert sorted(rows) == sorted(unit for unit in load_units() if unit.startswith("PB-11-row"))
    assert sorted(areas) == sorted(unit for unit in load_units() if re.fullmatch(r"PB-10-\d\d", unit))
    assert len(rows) == len(areas) == len(FOUND.aims) == 19


def test_what_can_harm_a_child_is_never_offered_as_usual():
    assert {id_: STEPS[id_].status for id_ in NEVER} == dict.fromkeys(NEVER, STATUSES[2])
    assert {id_: STEPS[id_].status for id_ in CARE} == dict.fromkeys(CARE, STATUSES[1])


def test_people_and_places_come_before_the_child_and_what_to_use_comes_first():
    assert FOUND.aims[0].group == FOUND.groups[0]
    order = [FOUND.groups.index(aim.group) for aim in FOUND.aims]
    assert order == sorted(order)
    for aim in FOUND.aims:
        places = [STATUSES.index(step.status) for step in aim.steps]
        assert places == sorted(places)
        assert aim.steps[0].status == USE


def test_every_note_on_the_law_is_in_the_register():
    assert {entry for step in STEPS.values() for entry in step.law} <= set(load_law().entries)


def test_everybody_who_can_act_has_something_to_do():
    acting = {who for step in STEPS.values() if step.status != STATUSES[2] for who in step.who}
    assert acting == set(FOUND.people)


def test_no_step_sounds_like_an_all_clear():
    words = " ".join(f"{step.name} {step.text} {step.instead}" for step in STEPS.values())
    assert all_clear_phrases_in(words) == ()
