"""CPython and Pyodide give the same bytes: 1,200 varied cases of each tool, and 200 stories put to both.

All go through the very files the page serves. What runs here is the site's own runtime (the trimmed library, the
byte-compiled core, the page's `worker.py`) under Node. It is compared with this Python, byte for byte, as JSON and as HTML.
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
    case_to_dict,
    changes_to_html,
    compare,
    comparison_to_html,
    comparison_to_json,
    instrument_ids,
    load_instrument,
    paperwork,
    read_vignette,
    to_html,
    to_json,
    what_would_change,
)
from tests.casefile.files import casefile_stream
from tests.cases import stream
from tests.core.test_bad_input import BAD
from tests.core.test_compare import BAD as BAD_VIGNETTES
from tests.forms.fillings import whole
from tests.vignettes import vignette_stream

ROOT = Path(__file__).parents[2]
IN_PYODIDE = ROOT / "site_widgets/build/assess_in_pyodide.mjs"
RUNTIME = ROOT / "build/runtime"
NODE = ROOT / ".venv/bin/node"
OUTCOMES = {
    "pan-bedfordshire": {
        ("nothing_recorded", None), ("provisional", "low"), ("provisional", "medium"),
        ("final", "low"), ("final", "medium"), ("final", "high"),
    },
    "lambeth": {("nothing_recorded", "nothing_recorded"), ("final", "refer_now"), ("final", "section_47_now")},
}  # fmt: skip


def in_pyodide(cases, ask="assess"):
    """The worker's answer for each case, in order, when it is asked to do this."""
    lines = "".join(json.dumps(given) + "\n" for given in cases)
    done = subprocess.run(
        [NODE if NODE.exists() else "node", IN_PYODIDE, RUNTIME, ask],
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
    # The stream is worth comparing only if it meets every outcome, flag and action.
    found = [answer["assessment"] for answer in answers]
    assert {(made["status"], made["level"] or made["pathway"]) for made in found} == OUTCOMES[instrument_id]
    assert any(made["unknowns"] for made in found)
    instrument = load_instrument(instrument_id)
    assert {flag["id"] for made in found for flag in made["flags"]} == {flag.id for flag in instrument.flags}
    assert {action["id"] for made in found for action in made["actions"]} == {
        action.id for action in instrument.actions
    }


@pytest.mark.parametrize("instrument_id", instrument_ids())
@pytest.mark.usefixtures("built_site")
def test_a_hundred_cases_give_the_same_answer_to_what_would_change(instrument_id):
    cases = list(stream(100, instrument_id=instrument_id))
    listed = []
    for given, answer in zip(cases, in_pyodide(cases, "changes"), strict=True):
        checked = case_from(given)
        changes = what_would_change(checked)
        assert answer == {"ok": True, "html": changes_to_html(checked, changes)}
        listed += changes
    assert {change.raises for change in listed} == {True, False}


@pytest.mark.parametrize("instrument_id", instrument_ids())
@pytest.mark.usefixtures("built_site")
def test_a_hundred_cases_are_saved_with_the_same_words(instrument_id):
    cases = list(stream(100, instrument_id=instrument_id))
    for given, answer in zip(cases, in_pyodide(cases, "check"), strict=True):
        assert answer == {"ok": True, "case": case_to_dict(case_from(given))}


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


@pytest.mark.usefixtures("built_site")
def test_the_paperwork_is_answered_in_the_same_bytes():
    asked = []
    for data in casefile_stream(60):
        asked += [
            {"do": "open", "text": json.dumps(data, ensure_ascii=False)},
            {"do": "over_time", "file": data},
            {"do": "dates", "file": data},
        ]
        for part in (*data["forms"], *data["assessments"]):
            asked += [{"do": "put", "file": data, "part": part}, {"do": "document", "part": part}]
    plan, letter = (whole(paperwork.load_forms()[id_]) for id_ in ("disruption-plan", "disruption-letter-2014"))
    asked += [{"do": "plan", "part": plan, "today": "2026-11-20"}, {"do": "draft", "part": letter}]
    asked += [{"do": "open", "text": "{"}, {"do": "put", "part": {**plan, "written_on": "soon"}}, {"do": "x"}, []]
    assert len(asked) > 300
    told = in_pyodide(asked, "paper")
    for request, answered in zip(asked, told, strict=True):
        assert answered == json.loads(paperwork.answer(json.dumps(request))), request
    assert {answered["ok"] for answered in told} == {True, False}
