"""The printed colours of the checklist: none here; with a board's file, each item's own, and red means call now.

The colours in these tests are made up. Nobody who wrote them has seen the printed form.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cse_core
from cse_core import InstrumentError, case_from, load_instrument
from cse_core.engine.assess import assess_case
from cse_core.engine.changes import single_changes
from cse_core.load.instruments import load_instrument_from
from cse_core.model import Mark, Pathway
from cse_core.render.open_points import marks_section
from cse_core.render.report import report
from tests.cases import LAMBETH, LAMBETH_BY_NUMBER, checklist_case

INSTRUMENTS = Path(cse_core.__file__).parent / "instruments"
HELD = 'held_by = "A made-up board"\ncopy = "a made-up copy, page 60"\n\n[colours]\n'
WORDS = ("green", "amber", "red")
MADE_UP = {f"LA-A4-{number}": WORDS[int(number) % 3] for number in LAMBETH_BY_NUMBER}
# With the colours above: 35 is red, 34 amber and 33 green.
RED, AMBER, GREEN = "35", "34", "33"


def folder_with(tmp_path, text, instrument=LAMBETH):
    folder = tmp_path / instrument
    shutil.copytree(INSTRUMENTS / instrument, folder)
    (folder / "colours.toml").write_text(text, "utf-8")
    return folder


def lines(colours):
    return "".join(f'{ref} = "{word}"\n' for ref, word in colours.items())


@pytest.fixture
def coloured(tmp_path):
    return load_instrument_from(folder_with(tmp_path, HELD + lines(MADE_UP)))


def made(instrument, given):
    return assess_case(instrument, case_from(given))


def test_this_package_holds_none():
    assert not (INSTRUMENTS / LAMBETH / "colours.toml").exists()
    assert load_instrument(LAMBETH).colours is None
    assert {item.printed for item in load_instrument(LAMBETH).indicators} == {None}


def test_with_the_file_every_item_carries_its_colour_and_no_level(coloured):
    assert {item.source_ref: item.printed.value for item in coloured.indicators} == MADE_UP
    assert {item.level for item in coloured.indicators} == {None}
    assert tuple(coloured.colours) == ("A made-up board", "a made-up copy, page 60")


@pytest.mark.parametrize("number", sorted(LAMBETH_BY_NUMBER))
def test_an_item_printed_red_means_call_now_whatever_its_mark(coloured, number):
    red = MADE_UP[f"LA-A4-{number}"] == "red"
    for marks in ({}, {number: "green"}):
        for given in (checklist_case(number, marks=marks), checklist_case(suspected=(number,), marks=marks)):
            found = made(coloured, given)
            assert found.checklist.pathway is (Pathway.SECTION_47_NOW if red else Pathway.REFER_NOW)
            assert ("red_mark" in [flag.id for flag in found.flags]) == red
            assert ("say-what-is-red" in [action.id for action in found.actions]) == red
            assert found.level is None


def test_a_printed_colour_is_no_mark_of_the_practitioner(coloured):
    found = made(coloured, checklist_case(RED, GREEN))
    assert found.checklist.marks == (0, 0, 0, 2)
    assert found.checklist.unmarked == (LAMBETH_BY_NUMBER[GREEN], LAMBETH_BY_NUMBER[RED])


def test_the_practitioners_red_still_counts_on_an_item_printed_green(coloured):
    found = made(coloured, checklist_case(GREEN, marks={GREEN: "red"}))
    assert found.checklist.pathway is Pathway.SECTION_47_NOW


@pytest.mark.parametrize(
    "given", [checklist_case(absent=(RED,)), checklist_case(marks={RED: "green"}), checklist_case()]
)
def test_a_red_item_that_is_not_recorded_changes_nothing(coloured, given):
    found = made(coloured, given)
    assert found.checklist.pathway is Pathway.NOTHING_RECORDED
    assert found.flags == ()


def test_what_would_change_knows_the_printed_reds(coloured):
    changes = single_changes(coloured, case_from(checklist_case()))
    to_section_47 = {change.place for change in changes if change.to is Pathway.SECTION_47_NOW}
    reds = {item.id for item in coloured.indicators if item.printed is Mark.RED}
    assert {place for place in to_section_47 if place.startswith("answers.")} == {
        f"answers.{id_}.answer" for id_ in reds
    }


def test_the_reading_shows_each_printed_colour_and_who_holds_the_copy(coloured, monkeypatch):
    monkeypatch.setattr("cse_core.render.report.load_instrument", lambda _: coloured)
    checked = case_from(checklist_case(RED, GREEN, marks={GREEN: "amber"}))
    found = assess_case(coloured, checked)
    marks = {line.label: line.text for line in marks_section(coloured, found, checked).lines}
    assert "(printed green)" in marks[coloured.marking.words[Mark.AMBER]]
    assert "(printed red)" in marks[coloured.marking.not_marked]
    limits = next(section for section in report(found, checked).sections if section.kind == "limits")
    assert any("A made-up board: a made-up copy, page 60." in line.text for line in limits.lines)
    # The words about lost colours would now be wrong.
    assert coloured.marking.colours not in [line.text for line in limits.lines]


def without(ref):
    return {key: word for key, word in MADE_UP.items() if key != ref}


FAULTS = [
    ("one is missing", HELD + lines(without("LA-A4-17")), ["colours.toml: colours.LA-A4-17", "is missing", "green"]),
    ("all are missing", HELD, ["colours.LA-A4-01", "colours.LA-A4-54", "is missing"]),
    ("a number that the form has not", HELD + lines(MADE_UP | {"LA-A4-55": "red"}), ["colours.LA-A4-55", "is no item"]),
    ("an item's id and not its number", HELD + lines(MADE_UP | {"secretive": "red"}), ["colours.secretive", "is no item"]),
    ("a level", HELD + lines(MADE_UP | {"LA-A4-17": "high"}), ["colours.LA-A4-17", "is 'high'", "red, amber, green"]),
    ("another colour", HELD + lines(MADE_UP | {"LA-A4-17": "yellow"}), ["colours.LA-A4-17", "is 'yellow'"]),
    ("a capital letter", HELD + lines(MADE_UP | {"LA-A4-17": "Red"}), ["colours.LA-A4-17", "is 'Red'"]),
    ("nobody holds it", HELD.replace("held_by", "#") + lines(MADE_UP), ["colours.toml: held_by", "is missing"]),
    ("held by a blank", HELD.replace("A made-up board", " ") + lines(MADE_UP), ["held_by", "text that is not blank"]),
    ("which copy is not said", HELD.replace("copy =", "# copy =") + lines(MADE_UP), ["colours.toml: copy", "is missing"]),
    ("no table of colours", HELD.replace("[colours]", ""), ["colours.toml: colours", "is missing", "a table"]),
    ("another key", HELD.replace("[colours]", "seen = true\n[colours]") + lines(MADE_UP), ["colours.toml: seen", "is not a key"]),
    ("one item twice", HELD + lines(MADE_UP) + 'LA-A4-01 = "red"\n', ["colours.toml", "is not TOML"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_wrong_file_is_refused_with_every_fault_named(tmp_path, text, says):
    with pytest.raises(InstrumentError) as refused:
        load_instrument_from(folder_with(tmp_path, text))
    for words in says:
        assert words in str(refused.value)


def test_every_fault_of_the_file_is_named_at_once(tmp_path):
    text = 'copy = "x"\n[colours]\n' + lines(without("LA-A4-17") | {"LA-A4-01": "blue", "LA-A4-99": "red"})
    with pytest.raises(InstrumentError) as refused:
        load_instrument_from(folder_with(tmp_path, text))
    places = {problem.place.rsplit(" ", 1)[-1] for problem in refused.value.problems}
    assert places == {"held_by", "colours.LA-A4-01", "colours.LA-A4-17", "colours.LA-A4-99"}


def test_a_tool_that_reads_levels_takes_no_colours(tmp_path):
    with pytest.raises(InstrumentError, match="this instrument has no colours"):
        load_instrument_from(folder_with(tmp_path, HELD + lines(MADE_UP), "pan-bedfordshire"))
