"""Other people's browser code that the site serves from its own folder, each with its licence beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

NODE_MODULES = Path("node_modules")
# What a page imports, and the file of the package that it is.
FILES = {
    "minisearch.js": "minisearch/dist/es/index.js",
    "docx.js": "docx/dist/index.mjs",
    "pdf-lib.js": "@cantoo/pdf-lib/dist/pdf-lib.esm.min.js",
    "fontkit.js": "@cantoo/fontkit/dist/fontkit.umd.min.js",
    "ical.js": "ical.js/dist/ical.min.js",
    "noto-sans-regular.ttf": "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans-bold.ttf": "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
}
LICENCES = {
    "minisearch.LICENSE.txt": "minisearch/LICENSE.txt",
    "docx.LICENSE.txt": "docx/LICENSE",
    "fontkit.LICENSE.txt": "@cantoo/fontkit/LICENSE",
    "pdf-lib.LICENSE.txt": "@cantoo/pdf-lib/LICENSE.md",
    "ical.LICENSE.txt": "ical.js/LICENSE",
    "noto-sans.LICENSE.txt": "@expo-google-fonts/noto-sans/LICENSE_FONT",
}

# A plain script that leaves its one name with the page; a line at its end makes a module of it.
EXPORTS = {"fontkit.js": "fontkit"}


def copy_vendor(folder: Path) -> None:
    """Copy every file and licence into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in (FILES | LICENCES).items():
        shutil.copyfile(NODE_MODULES / source, folder / name)
    for name, exported in EXPORTS.items():
        with (folder / name).open("a", encoding="utf-8") as script:
            script.write(f"\nexport default {exported};\n")
