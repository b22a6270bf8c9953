"""The command line: formats, listing, many cases at once, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import cse_core
from cse_core import (
    assess,
    case_from,
    changes_to_json,
    changes_to_text,
    instrument_ids,
    load_instrument,
    to_json,
    to_markdown,
    to_text,
    what_would_change,
)
from cse_core.__main__ import run
from cse_core.jsonl import assess_lines
from cse_core.render.to_markdown import escaped
from tests.cases import case, checklist_case, stream

CASE = case("LOW-01", "MED-07", age=None)
CASES = [CASE, checklist_case("34", "11", age=None, marks={"11": "green"}, evidence=("34",))]
OF_EACH = pytest.mark.parametrize("given", CASES, ids=lambda given: given["instrument"])


def cli(*arguments, text=""):
    return subprocess.run(
        [sys.executable, "-m", "cse_core", *arguments], input=text.encode(), capture_output=True, check=False
    )


@OF_EACH
@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("json", lambda made, _: to_json(made)),
        ("text", to_text),
        ("markdown", to_markdown),
    ],
    ids=["json", "text", "markdown"],
)
def test_assess_from_standard_input(form, expected, given):
    done = cli("assess", "-", "--format", form, text=json.dumps(given))
    checked = case_from(given)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected(assess(checked), checked), b"")


@OF_EACH
@pytest.mark.parametrize(("form", "expected"), [("json", changes_to_json), ("text", changes_to_text)])
def test_changes_from_standard_input(form, expected, given):
    done = cli("changes", "-", "--format", form, text=json.dumps(given))
    checked = case_from(given)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (
        0,
        expected(checked, what_would_change(checked)),
        b"",
    )


def test_changes_from_a_file_names_place_value_from_and_to(tmp_path):
    file = tmp_path / "case.json"
    file.write_text(json.dumps(checklist_case("34", age=14)), "utf-8")
    made = json.loads(cli("changes", str(file)).stdout)
    assert (made["schema"], made["instrument"]) == ("cse-changes/1", "lambeth")
    found = {(change["place"], change["value"]): (change["from"], change["to"]) for change in made["changes"]}
    assert found == {
        ("child.disclosure", "present"): ("refer_now", "section_47_now"),
        ("judgement.significant_harm", "present"): ("refer_now", "section_47_now"),
        ("answers.found-in-unknown-area.level", "red"): ("refer_now", "section_47_now"),
        ("other_concerns", "red"): ("refer_now", "section_47_now"),
        ("answers.found-in-unknown-area.answer", "absent"): ("refer_now", "nothing_recorded"),
    }


@pytest.mark.parametrize("id_", instrument_ids())
def test_the_same_bytes_whatever_the_machine_says_of_language_and_hash_seed(id_):
    given = json.dumps(next(stream(1, instrument_id=id_)))
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "cse_core", "assess", "-"],
            input=given.encode(), capture_output=True, check=True,
            env={"PYTHONPATH": ":".join(sys.path), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("assess", "no-such-file.json"), "no-such-file.json"),
        (("assess", "."), "."),
        (("assess",), "Which case?"),
        (("instrument", "another"), f"Allowed: {', '.join(instrument_ids())}"),
        (("assess", "--jsonl", "no-such-file.jsonl"), "no-such-file.jsonl"),
        (("assess", "--jsonl", "--format", "text"), "JSON only"),
        (("assess", "--jsonl"), "nothing to read"),
        (("changes", "no-such-file.json"), "no-such-file.json"),
        (("changes", "-"), "is not JSON"),
        (("changes", "-", "--format", "markdown"), "invalid choice"),
        (("assess", "-", "--format", "xml"), "invalid choice"),
        ((), "COMMAND"),
    ],
)
def test_refused_with_exit_2_and_nothing_on_standard_output(arguments, says):
    done = cli(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


def test_instruments_lists_each_with_its_title_edition_and_number_of_items():
    listed = [line.split("\t") for line in cli("instruments").stdout.decode().splitlines()]
    assert [row[0] for row in listed] == list(instrument_ids())
    assert {row[0]: row[2] for row in listed} == {"lambeth": "54 items", "pan-bedfordshire": "51 items"}
    assert all(
        load_instrument(id_).title in words and load_instrument(id_).edition in words for id_, words, _ in listed
    )


@pytest.mark.parametrize(("id_", "number"), [("lambeth", 54), ("pan-bedfordshire", 51)])
def test_an_instrument_is_printed_whole(id_, number):
    whole = json.loads(cli("instrument", id_, "--format", "json").stdout)
    assert len(whole["indicators"]) == number
    assert all(item["cites"] for item in whole["indicators"])
    tables = cli("instrument", id_, "--format", "markdown").stdout.decode()
    raising = whole["floors"] + whole["routes"]
    for part in (*whole["indicators"], *raising, *whole["flags"], *whole["actions"]):
        assert escaped(part.get("plain") or part["text"]) in tables


def test_many_cases_one_line_each_in_order_with_bad_lines_in_place():
    good = [json.dumps(given) for given in (*stream(3), *stream(2, instrument_id="lambeth"))]
    done = cli("assess", "--jsonl", text="\n".join([*good[:2], "{", *good[2:], '{"schema": 1}']))
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 1
    assert [line.get("line") for line in lines] == [None, None, 3, None, None, None, 7]
    assert [line["assessed_on"] for line in lines if "line" not in line] == [
        json.loads(given)["assessed_on"] for given in good
    ]
    assert {problem["place"] for problem in lines[6]["errors"]} == {"schema", "instrument", "assessed_on"}
    assert set(lines[6]["errors"][0]) == {"place", "problem", "allowed"}


def test_many_good_cases_exit_0(tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(json.dumps(given) + "\n" for given in stream(3)))
    done = cli("assess", "--jsonl", str(file))
    assert done.returncode == 0
    assert [json.loads(line)["schema"] for line in done.stdout.splitlines()] == ["cse-assessment/1"] * 3


def test_lines_are_read_one_at_a_time():
    """Constant memory: the first answer is there before the second line is asked for."""

    def lines():
        yield json.dumps(CASE).encode()
        raise AssertionError("the second line was read before the first was answered")

    line, ok = next(assess_lines(lines()))
    assert ok
    assert json.loads(line)["level"] == "medium"


def test_the_program_and_the_module_are_the_same(capfdbinary):
    assert run(["instruments"]) == 0
    assert capfdbinary.readouterr().out == cli("instruments").stdout


def test_version():
    assert cli("--version").stdout.decode().strip() == f"cse-core {cse_core.__version__}"
