"""The scripts and styles of the site that a package's page needs, found by what they import."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from .archive import Files

BROWSER = Path(__file__).parents[1] / "browser"
# Where the site has them too.
PLACE = "assets/cse"
IMPORT = re.compile(r"""^(?:import|export)\s(?:[^"';()]*?\sfrom\s+)?["'](?P<path>\.[^"']+)["']""", re.MULTILINE)


def assets(paths: Iterable[str]) -> Files:
    """These files below `site_widgets/browser/` and every script that they import, by their place in the package."""
    found: dict[str, bytes] = {}
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        name = f"{PLACE}/{path}"
        if name in found:
            continue
        text = (BROWSER / path).read_text("utf-8")
        found[name] = text.encode()
        if path.endswith(".js"):
            waiting += [_beside(path, imported["path"]) for imported in IMPORT.finditer(text)]
    return found


def _beside(path: str, imported: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(path).parent / imported).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
