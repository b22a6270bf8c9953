"""Each way an instrument can be wrong is refused, naming the file, the key and what is allowed.

One file of `broken_instruments/<id>/` is one deliberate fault in a copy of that real instrument.
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

import cse_core
from cse_core import InstrumentError, instrument_ids, load_instrument
from cse_core.load.instruments import load_instrument_from
from cse_core.load.sources import read_source

INSTRUMENTS = Path(cse_core.__file__).parent / "instruments"
FAULTS = sorted(Path(__file__).parent.joinpath("broken_instruments").glob("*/*.toml"))
EVERY = pytest.mark.parametrize("id_", instrument_ids())


def copied(tmp_path, id_="pan-bedfordshire"):
    folder = tmp_path / id_
    shutil.copytree(INSTRUMENTS / id_, folder)
    return folder


@EVERY
def test_the_copy_is_good_before_it_is_broken(tmp_path, id_):
    assert load_instrument_from(copied(tmp_path, id_)) == load_instrument(id_)


@EVERY
def test_every_instrument_is_broken_in_many_ways(id_):
    assert len([fault for fault in FAULTS if fault.parent.name == id_]) > 20


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: f"{path.parent.name}: {path.stem}")
def test_fault_is_refused(fault, tmp_path):
    told = tomllib.loads(fault.read_text("utf-8"))
    broken = copied(tmp_path, fault.parent.name) / told["file"]
    text = broken.read_text("utf-8")
    assert text.count(told["find"]) >= 1, "the fault no longer applies: the instrument has changed"
    broken.write_text(text.replace(told["find"], told["replace"], 1), "utf-8")

    with pytest.raises(InstrumentError) as refused:
        load_instrument_from(broken.parent)

    for words in told["says"]:
        assert words in str(refused.value)


@EVERY
@pytest.mark.parametrize("name", ["instrument", "indicators", "rules", "actions", "examples"])
def test_a_missing_file_is_named(tmp_path, id_, name):
    folder = copied(tmp_path, id_)
    (folder / f"{name}.toml").unlink()
    with pytest.raises(InstrumentError, match=rf"{id_}/{name}\.toml: is missing"):
        load_instrument_from(folder)


def test_every_fault_is_reported_at_once(tmp_path):
    folder = copied(tmp_path)
    for name, find in (("rules.toml", "low_at_least"), ("indicators.toml", 'id = "out-overnight"')):
        file = folder / name
        file.write_text(file.read_text("utf-8").replace(find, "misspelt" if "low" in find else "", 1), "utf-8")
    with pytest.raises(InstrumentError) as refused:
        load_instrument_from(folder)
    assert {"misspelt", "id"} <= {problem.place.rsplit(".", 1)[-1] for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("find", "replace", "says"),
    [
        ('id = "PB-8.3"', 'id = "PB-8.2"', "'PB-8.2' is there twice"),
        ('cite_as = "PB 8.3"', 'cite = "PB 8.3"', "cite_as: is missing"),
        ('cite_as = "PB 8.3"', "cite_as = 8.3", "is 8.3"),
        ('cite_as = "PB 8.3"', 'cite_as = "PB 8.3"\nnot_restated = ""', "not_restated: is ''"),
    ],
)
def test_a_broken_source_is_refused(find, replace, says):
    text = INSTRUMENTS.parent.joinpath("sources/pan-bedfordshire.toml").read_text("utf-8")
    problems = []
    assert text.count(find) == 1
    read_source(tomllib.loads(text.replace(find, replace)), "sources/pan-bedfordshire.toml", problems)
    assert says in "\n".join(str(problem) for problem in problems)
