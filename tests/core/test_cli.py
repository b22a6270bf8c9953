"""The command line: formats, listing, many cases at once, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import cse_core
from cse_core import assess, case_from, to_json, to_markdown, to_text
from cse_core.__main__ import run
from cse_core.jsonl import assess_lines
from tests.cases import case, stream

CASE = case("LOW-01", "MED-07", age=None)


def cli(*arguments, text=""):
    return subprocess.run(
        [sys.executable, "-m", "cse_core", *arguments], input=text.encode(), capture_output=True, check=False
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("json", to_json(assess(case_from(CASE)))),
        ("text", to_text(assess(case_from(CASE)), case_from(CASE))),
        ("markdown", to_markdown(assess(case_from(CASE)), case_from(CASE))),
    ],
)
def test_assess_from_standard_input(form, expected):
    done = cli("assess", "-", "--format", form, text=json.dumps(CASE))
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected, b"")


def test_the_same_bytes_whatever_the_machine_says_of_language_and_hash_seed():
    given = json.dumps(next(stream(1)))
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
        (("instrument", "another"), "Allowed: pan-bedfordshire"),
        (("assess", "--jsonl", "no-such-file.jsonl"), "no-such-file.jsonl"),
        (("assess", "--jsonl", "--format", "text"), "JSON only"),
        (("assess", "--jsonl"), "nothing to read"),
        (("assess", "-", "--format", "xml"), "invalid choice"),
        ((), "COMMAND"),
    ],
)
def test_refused_with_exit_2_and_nothing_on_standard_output(arguments, says):
    done = cli(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


def test_instruments_and_instrument():
    assert cli("instruments").stdout.decode().startswith("pan-bedfordshire\t")
    whole = json.loads(cli("instrument", "pan-bedfordshire", "--format", "json").stdout)
    assert len(whole["indicators"]) == 51
    assert all(item["cites"] for item in whole["indicators"])
    tables = cli("instrument", "pan-bedfordshire", "--format", "markdown").stdout.decode()
    for item in whole["indicators"]:
        assert item["plain"] in tables


def test_many_cases_one_line_each_in_order_with_bad_lines_in_place():
    good = [json.dumps(given) for given in stream(5)]
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
