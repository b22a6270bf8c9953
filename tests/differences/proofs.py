"""Running the tests that an entry names: which of them are not there, and which do not pass."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree


def unproven(named: Iterable[str], root: Path, report: Path) -> dict[str, str]:
    """What is wrong with each of the named tests that prove nothing: not there, or not all of it passes.

    Everything runs in one pytest, under `root`; its JUnit report is left at `report`.
    """
    named = list(dict.fromkeys(named))
    files = sorted({test.partition("::")[0] for test in named})
    there = _collected([file for file in files if (root / file).exists()], root)
    wrong = {test: "is not there" for test in named if not any(_is_of(test, found) for found in there)}
    outcomes = _run([test for test in named if test not in wrong], root, report)
    for test in named:
        if test not in wrong:
            found = {outcome for ran, outcome in outcomes if _is_of(test, ran)}
            if found != {"passed"}:
                wrong[test] = ", ".join(sorted(found)) or "did not run"
    return wrong


def _is_of(named: str, found: str) -> bool:
    """Whether a test that was found is the named one, or a row of it."""
    return found == named or found.startswith(f"{named}[")


def _pytest(arguments: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    options = ["-q", "-p", "no:cacheprovider", f"--rootdir={root}", "-o", "addopts=--import-mode=importlib"]
    command = [sys.executable, "-m", "pytest", *options, *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def _collected(files: list[str], root: Path) -> list[str]:
    done = _pytest(["--collect-only", *files], root) if files else None
    return [line for line in done.stdout.splitlines() if "::" in line] if done else []


def _run(tests: list[str], root: Path, report: Path) -> list[tuple[str, str]]:
    """Each test that ran, by its node id, with how it ended."""
    if not tests:
        return []
    _pytest([f"--junitxml={report}", "-o", "junit_family=xunit2", *tests], root)
    return [_outcome(case) for case in ElementTree.parse(report).iter("testcase")]


def _outcome(case: ElementTree.Element) -> tuple[str, str]:
    file = case.attrib["classname"].replace(".", "/") + ".py"
    ends = [kind for kind in ("failure", "error", "skipped") if case.find(kind) is not None]
    return f"{file}::{case.attrib['name']}", ends[0] if ends else "passed"
