"""Makes the browser's copy of the core's wheel: without what no page asks of it, and with a JSON twin beside each
TOML file of the rules.

The tables are the same; only the reading is cheaper. `cse_core/load/files.py` takes a twin where there is one.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The calendar holds dates, which JSON has not, and few readings need it.
FOLDERS = ("cse_core/sources/", "cse_core/instruments/")
# The pages of the training part and of "I have noticed something" hold what they need when they are built.
# No page draws a form yet.
# Nothing that stays may import these when it is loaded: a test imports all that stays, without them.
LEFT_OUT = (
    "cse_core/forms/",
    "cse_core/letters/",
    "cse_core/noticed/",
    "cse_core/questions/",
    "cse_core/quiz/",
    "cse_core/scenarios/",
    "cse_core/model_document.py",
    "cse_core/model_forms.py",
    "cse_core/model_letter.py",
    "cse_core/model_noticed.py",
    "cse_core/model_training.py",
    "cse_core/notice.py",
    "cse_core/paperwork.py",
    "cse_core/engine/notice.py",
    "cse_core/load/check_forms.py",
    "cse_core/load/check_noticed.py",
    "cse_core/load/check_questions.py",
    "cse_core/load/check_scenarios.py",
    "cse_core/load/forms.py",
    "cse_core/load/letters.py",
    "cse_core/load/noticed.py",
    "cse_core/load/questions.py",
    "cse_core/load/read_filled.py",
    "cse_core/load/rests.py",
    "cse_core/load/scenarios.py",
    "cse_core/render/document",
    "cse_core/render/letter_draft.py",
)


def with_twins(wheel: Path, copy: Path) -> None:
    """Write to `copy` the wheel's files but those of `LEFT_OUT`, and a `.json` beside each `.toml` of `FOLDERS`."""
    with ZipFile(wheel) as given, ZipFile(copy, "w", ZIP_DEFLATED) as made:
        for entry in given.infolist():
            if entry.filename.startswith(LEFT_OUT):
                continue
            data = given.read(entry)
            made.writestr(entry, data)
            if entry.filename.startswith(FOLDERS) and entry.filename.endswith(".toml"):
                twin = ZipInfo(entry.filename.removesuffix("toml") + "json", entry.date_time)
                tables = tomllib.loads(data.decode("utf-8"))
                made.writestr(twin, json.dumps(tables, ensure_ascii=False, separators=(",", ":")))
