"""The scripts of the tool page, named at once so that none waits for another to be read."""

from __future__ import annotations

from pathlib import Path

from .cites import SITE_ROOT
from .markup import Html, element, join

SCRIPTS = Path(__file__).parent.parent / "browser" / "assessment"


def assets(*styles: str) -> Html:
    """Early notice of every script; the page's `tool:` line loads the style and the first script.

    `styles` are those of this page alone.
    """
    modules = [f"assessment/{script.name}" for script in sorted(SCRIPTS.glob("*.js"))]
    links = [
        element("link", rel="modulepreload", href=f"{SITE_ROOT}assets/cse/{module}")
        for module in (
            *modules,
            "python/start.js",
            "python/no-storage.js",
            "site/days.js",
            "site/download.js",
            "site/make.js",
            "site/new-tab.js",
            "casefile/lock.js",
            "casefile/read-text.js",
        )
    ]
    own = [element("link", rel="stylesheet", href=f"{SITE_ROOT}assets/cse/assessment/{style}") for style in styles]
    return join(*own, *links)
