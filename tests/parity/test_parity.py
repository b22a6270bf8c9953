"""CPython and Pyodide give the same bytes: 1,200 varied cases of each tool, and 200 stories put to both.

All go through the very files the page serves. What runs here is the site's own runtime (the trimmed library, the byte-compiled core, the page's `worker.py`)
under Node. It is compared with this Python, byte for byte, as JSON and as HTML.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from cse_core import (
    CaseError,
    assess,
    case_from,
    compare,
    comparison_to_html,
    comparison_to_json,
    instrument_ids,
    read_vignette,
    to_html,
    to_json,
)
from tests.cases import stream
from tests.core.test_bad_input import BAD
from tests.core.test_compare import BAD as BAD_VIGNETTES
from tests.vignettes import vignette_stream

ROOT = Path(__file__).parents[2]
IN_PYODIDE = ROOT / "site_widgets/build/assess_in_pyodide.mjs"
NODE = ROOT / ".venv/bin/node"


def in_pyodide(cases):
    """The worker's answer for each case, in order."""
    lines = "".join(json.dumps(given) + "\n" for given in cases)
    done = subprocess.run(
        [NODE if NODE.exists() else "node", IN_PYODIDE],
        input=lines.encode(), capture_output=True, check=False, cwd=ROOT, env=os.environ,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.mark.parametrize("instrument_id", instrument_ids())
@pytest.mark.usefixtures("built_site")
def test_a_thousand_cases_give_the_same_bytes(instrument_id):
    cases = list(stream(1200, instrument_id=instrument_id))
    answers = in_pyodide(cases)
    assert len(answers) == len(cases)
    for given, answer in zip(cases, answers, strict=True):
        checked = case_from(given)
        made = assess(checked)
        assert answer["json"] == to_json(made)
        assert answer["html"] == to_html(made, checked)
    # The stream is worth comparing only if it meets every outcome.
    found = {(answer["assessment"]["status"], answer["assessment"]["level"]) for answer in answers}
    assert len(found) >= 6, found


@pytest.mark.usefixtures("built_site")
def test_bad_input_is_refused_in_the_same_words():
    cases = [row[1] for row in BAD if not row[0].endswith("half a character")]
    for given, answer in zip(cases, in_pyodide(cases), strict=True):
        with pytest.raises(CaseError) as refused:
            case_from(given)
        assert answer == {"ok": False, "problems": [problem.to_dict() for problem in refused.value.problems]}


@pytest.mark.usefixtures("built_site")
def test_two_hundred_stories_put_to_both_give_the_same_bytes():
    vignettes = list(vignette_stream(200))
    answers = in_pyodide(vignettes)
    assert len(answers) == len(vignettes)
    shown = set()
    for given, answer in zip(vignettes, answers, strict=True):
        made = compare(read_vignette(json.dumps(given)))
        assert answer["json"] == comparison_to_json(made)
        assert answer["html"] == comparison_to_html(made)
        shown |= {difference["id"] for difference in answer["comparison"]["differences"]}
    assert len(shown) > 30, shown


@pytest.mark.usefixtures("built_site")
def test_a_bad_vignette_is_refused_in_the_same_words():
    # What does not say that it is a vignette is read, and refused, as a case.
    rows = [given for name, given, _, _ in BAD_VIGNETTES if name not in ("a case", "half a character")]
    for given, answer in zip(rows, in_pyodide(rows), strict=True):
        with pytest.raises(CaseError) as refused:
            read_vignette(json.dumps(given))
        assert answer == {"ok": False, "problems": [problem.to_dict() for problem in refused.value.problems]}
