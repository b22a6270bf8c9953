"""Makes the browser's copies of the core's wheel: without what no page asks of it, the paperwork apart from the rest,
and with a JSON twin beside each TOML file of the rules and forms.

The tables are the same; only the reading is cheaper. `cse_core/load/files.py` takes a twin where there is one.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The calendar holds dates, which JSON has not, and few readings need it.
FOLDERS = ("cse_core/sources/", "cse_core/instruments/", "cse_core/forms/", "cse_core/letters/")
# The pages of the training part and of "I have noticed something" hold what they need when they are built.
# Nothing that stays may import these when it is loaded: a test imports all that stays, without them.
LEFT_OUT = (
    "cse_core/noticed/",
    "cse_core/questions/",
    "cse_core/quiz/",
    "cse_core/scenarios/",
    "cse_core/model_noticed.py",
    "cse_core/model_training.py",
    "cse_core/notice.py",
    "cse_core/engine/notice.py",
    "cse_core/load/check_noticed.py",
    "cse_core/load/check_questions.py",
    "cse_core/load/check_scenarios.py",
    "cse_core/load/noticed.py",
    "cse_core/load/questions.py",
    "cse_core/load/scenarios.py",
)
# What only the pages with forms ask for. It comes as an archive of its own, so that no assessment waits for it.
PAPERWORK = (
    "cse_core/forms/",
    "cse_core/letters/",
    "cse_core/model_casefile.py",
    "cse_core/model_document.py",
    "cse_core/model_forms.py",
    "cse_core/model_letter.py",
    "cse_core/model_over_time.py",
    "cse_core/model_plan.py",
    "cse_core/paperwork.py",
    "cse_core/requests.py",
    "cse_core/engine/over_time.py",
    "cse_core/engine/plan_progress.py",
    "cse_core/load/check_forms.py",
    "cse_core/load/forms.py",
    "cse_core/load/letters.py",
    "cse_core/load/read_casefile.py",
    "cse_core/load/read_filled.py",
    "cse_core/load/rests.py",
    "cse_core/render/casefile.py",
    "cse_core/render/chronology.py",
    "cse_core/render/document",
    "cse_core/render/due_dates.py",
    "cse_core/render/letter_draft.py",
    "cse_core/render/over_time.py",
    "cse_core/render/over_time_html.py",
    "cse_core/render/plan_progress.py",
)


def with_twins(wheel: Path, core: Path, paper: Path) -> None:
    """Write the wheel's files but those of `LEFT_OUT`: those of `PAPERWORK` to `paper`, all others to `core`.

    A `.json` stands beside each `.toml` of `FOLDERS`.
    """
    given, first, second = ZipFile(wheel), ZipFile(core, "w", ZIP_DEFLATED), ZipFile(paper, "w", ZIP_DEFLATED)
    with given, first, second:
        for entry in given.infolist():
            if entry.filename.startswith(LEFT_OUT):
                continue
            made = second if entry.filename.startswith(PAPERWORK) else first
            data = given.read(entry)
            made.writestr(entry, data)
            if entry.filename.startswith(FOLDERS) and entry.filename.endswith(".toml"):
                twin = ZipInfo(entry.filename.removesuffix("toml") + "json", entry.date_time)
                tables = tomllib.loads(data.decode("utf-8"))
                made.writestr(twin, json.dumps(tables, ensure_ascii=False, separators=(",", ":")))
