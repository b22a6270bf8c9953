"""What the paperwork costs: its archive, and reading and adding to a large case file, beside an assessment's check."""

import json
from functools import partial
from statistics import median
from time import perf_counter

from cse_core import case_from, case_to_dict
from cse_core.paperwork import answer
from tests.casefile.files import casefile, casefile_stream
from tests.cases import stream

PARTS = 40


def large_casefile():
    """A file with some forty assessments and as many forms."""
    files = list(casefile_stream(PARTS * 3))
    cases = [case for file in files for case in file["assessments"]][:PARTS]
    forms = [form for file in files for form in file["forms"]][:PARTS]
    return casefile(cases, forms)


def casefile_times(runs):
    """Median milliseconds to open a large file and to put a part into it; to check one case; and the file's bytes."""
    file = large_casefile()
    text = json.dumps(file, ensure_ascii=False)
    requests = {
        "open": json.dumps({"do": "open", "text": text}),
        "put": json.dumps({"do": "put", "file": file, "part": file["forms"][0]}),
    }
    (one,) = stream(1)
    calls = {name: partial(answer, asked) for name, asked in requests.items()}
    calls["one case"] = lambda: case_to_dict(case_from(one))
    times = {name: median(_timed(call) for _ in range(runs)) for name, call in calls.items()}
    return times, len(text.encode())


def paper_weight(site):
    """The bytes of the paperwork's archive and of the core's, compressed, as the manifest has them."""
    files = json.loads((site / "assets/runtime/manifest.json").read_text())["files"]
    return {name: files[name]["gzip"] for name in ("paper.zip", "core.zip")}


def _timed(call):
    begun = perf_counter()
    call()
    return (perf_counter() - begun) * 1000
