"""Other people's files that the pages load, each copied as its makers ship it, with its licence beside it.

A page loads none of them before the reader asks for what it does. Their versions are in `package.json`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NODE_MODULES = Path("node_modules")


class Vendor(NamedTuple):
    """One package: its files with the names that they get, and the file of its licence."""

    package: str
    files: tuple[tuple[str, str], ...]
    licence: str

    @property
    def name(self) -> str:
        """The name of its first file, without its ending."""
        return self.files[0][1].split(".")[0]


VENDORS = (
    Vendor("minisearch", (("dist/es/index.js", "minisearch.js"),), "LICENSE.txt"),
    Vendor("docx", (("dist/index.mjs", "docx.js"),), "LICENSE"),
    Vendor("@cantoo/pdf-lib", (("dist/pdf-lib.esm.min.js", "pdf-lib.js"),), "LICENSE.md"),
    # Its module asks for other packages by name, which no page can answer. This one is whole, and sets a global.
    Vendor("@cantoo/fontkit", (("dist/fontkit.umd.min.js", "fontkit.js"),), "LICENSE"),
    # As text and not made small: that is the form of its source, which its licence asks to be given.
    Vendor("ical.js", (("dist/ical.js", "ical.js"),), "LICENSE"),
    Vendor(
        "@expo-google-fonts/noto-sans",
        (
            ("400Regular/NotoSans_400Regular.ttf", "noto-sans.ttf"),
            ("700Bold/NotoSans_700Bold.ttf", "noto-sans-bold.ttf"),
        ),
        "LICENSE_FONT",
    ),
)


def copies() -> Iterator[tuple[Path, str]]:
    """Every file to copy, with the name that it gets."""
    for vendor in VENDORS:
        yield from ((NODE_MODULES / vendor.package / source, name) for source, name in vendor.files)
        yield NODE_MODULES / vendor.package / vendor.licence, f"{vendor.name}.licence.txt"


def copy_vendors(folder: Path) -> None:
    """Copy every file into a new folder."""
    folder.mkdir()
    for source, name in copies():
        shutil.copyfile(source, folder / name)
