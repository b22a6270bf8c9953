"""The scripts and styles of the pages with paperwork, named at once so that none waits for another to be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .cites import SITE_ROOT
from .markup import Html, element, join

BROWSER = Path(__file__).parent.parent / "browser"
# Of the assessment page: what a form of the paperwork uses, too.
SHARED = (
    *("answers", "begin", "confirm", "errors", "fill-case", "jump", "page", "passphrase", "print", "python"),
    *("read-case", "rows", "so-far", "unsaved"),
)
OTHERS = (
    *("casefile/lock.js", "casefile/read-text.js", "python/start.js", "python/no-storage.js"),
    *("site/days.js", "site/download.js", "site/make.js", "site/new-tab.js"),
)


def paper_assets() -> Html:
    """The style that both kinds of form share, and early notice of every script that the page runs at once."""
    own = sorted(f"paperwork/{script.name}" for script in (BROWSER / "paperwork").glob("*.js"))
    return _assets(("assessment/assessment.css", "documents/document.css"), own)


def case_file_assets() -> Html:
    """The same for the page of the case file."""
    own = [f"paperwork/{name}.js" for name in ("ask", "case-file", "make-files", "read-form", "top")]
    return _assets(("assessment/assessment.css", "paperwork/paperwork.css"), own)


def _assets(styles: Sequence[str], own: Sequence[str]) -> Html:
    modules = (*(f"assessment/{name}.js" for name in SHARED), *own, *OTHERS)
    return join(
        *(element("link", rel="stylesheet", href=f"{SITE_ROOT}assets/cse/{style}") for style in styles),
        *(element("link", rel="modulepreload", href=f"{SITE_ROOT}assets/cse/{module}") for module in modules),
    )
