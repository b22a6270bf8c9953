"""Every test that an entry names as its proof is there, and passes. No entry rests on a name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_widgets.build.differences_data import load_differences
from tests.differences.proofs import unproven

ROOT = Path(__file__).parents[2]
HERE = f"{Path(__file__).relative_to(ROOT).as_posix()}::"


def test_every_named_test_is_there_and_passes(tmp_path):
    named = [test for each in load_differences() for test in each.tests]
    assert not [test for test in named if test.startswith(HERE)], "a test here would run itself"
    assert unproven(named, ROOT, tmp_path / "report.xml") == {}


def test_every_reading_that_has_a_test_of_its_own_has_an_entry():
    """Nobody can drop an entry and leave its proof behind."""
    from tests.core import test_readings as readings

    proved = {*readings.READINGS, *readings.CHECKLIST_READINGS, *readings.ITEM_WORDS, *readings.CHECKLIST_WORDS}
    proved |= {*readings.NOT_SAID, *readings.NOT_CITED}
    assert proved - {each.id for each in load_differences()} == set()


@pytest.mark.parametrize(
    "made_up",
    [
        "tests/core/test_levels.py::test_made_up",
        "tests/core/test_levels.py::test_level[no such row]",
        "tests/core/test_levels.py::test_lev",
        "tests/core/no_such_file.py::test_level",
    ],
)
def test_a_made_up_test_is_caught(made_up, tmp_path):
    real = "tests/core/test_levels.py::test_level[12 with one item is High]"
    assert unproven([real, made_up], ROOT, tmp_path / "report.xml") == {made_up: "is not there"}


def test_a_test_that_fails_or_is_skipped_is_caught(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_some.py").write_text(
        "import pytest\n"
        "def test_good(): pass\n"
        "def test_bad(): assert 0\n"
        "@pytest.mark.skip\ndef test_skipped(): pass\n"
        "@pytest.mark.xfail\ndef test_expected_to_fail(): assert 0\n"
        "@pytest.mark.parametrize('n', [0, 1])\ndef test_rows(n): assert n\n",
        "utf-8",
    )
    names = ("good", "bad", "skipped", "expected_to_fail", "rows", "rows[1]")
    wrong = unproven([f"tests/test_some.py::test_{name}" for name in names], tmp_path, tmp_path / "report.xml")
    assert {test.partition("::test_")[2]: why for test, why in wrong.items()} == {
        "bad": "failure",
        "skipped": "skipped",
        "expected_to_fail": "skipped",
        "rows": "failure, passed",
    }
