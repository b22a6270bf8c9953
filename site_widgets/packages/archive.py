"""Zip files that are the same, byte for byte, whenever their contents are."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

# The first year that a zip file can name.
EARLIEST = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16

Files = Mapping[str, bytes]


def write_zip(path: Path, files: Files) -> None:
    """Write the files into a zip: in the order of their names, all with the date in SOURCE_DATE_EPOCH."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _date())
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            archive.writestr(entry, files[name])


def _date() -> tuple[int, int, int, int, int, int]:
    given = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    return max(EARLIEST, (given.tm_year, given.tm_mon, given.tm_mday, given.tm_hour, given.tm_min, given.tm_sec))
