"""Puts a JSON twin beside each TOML file of the core's rules, in a copy of the wheel made for the browser.

The tables are the same; only the reading is cheaper. `cse_core/load/files.py` takes a twin where there is one.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The calendar holds dates, which JSON has not, and few readings need it.
FOLDERS = ("cse_core/sources/", "cse_core/instruments/")


def with_twins(wheel: Path, copy: Path) -> None:
    """Write to `copy` the wheel's own files, and a `.json` beside each `.toml` of `FOLDERS`."""
    with ZipFile(wheel) as given, ZipFile(copy, "w", ZIP_DEFLATED) as made:
        for entry in given.infolist():
            data = given.read(entry)
            made.writestr(entry, data)
            if entry.filename.startswith(FOLDERS) and entry.filename.endswith(".toml"):
                twin = ZipInfo(entry.filename.removesuffix("toml") + "json", entry.date_time)
                tables = tomllib.loads(data.decode("utf-8"))
                made.writestr(twin, json.dumps(tables, ensure_ascii=False, separators=(",", ":")))
