"""Write what the search index needs of each page's front matter: search terms and description, by address.

python -m site_widgets.build.search_terms build/search-terms.json
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import yaml

DOCS = Path("docs")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def search_terms(docs: Path) -> dict[str, object]:
    """The terms and description of every page by its address, the weights, and the pages that are never results."""
    settings = tomllib.loads((docs / "_data/search.toml").read_text("utf-8"))
    return {
        "pages": {_address(path.relative_to(docs)): _of(path) for path in sorted(docs.rglob("*.md"))},
        "weights": settings["weights"],
        "notFound": settings["not_found"],
    }


def _of(path: Path) -> Mapping[str, object]:
    found = FRONT_MATTER.match(path.read_text("utf-8"))
    meta = yaml.safe_load(found[1]) if found else {}
    return {"terms": [str(term) for term in meta.get("search_terms", ())], "description": meta.get("description", "")}


def _address(path: Path) -> str:
    """`guidance/missing.md` is `guidance/missing/`; an index page is its folder."""
    folder = path.parent.as_posix().removeprefix(".")
    parts = [part for part in (folder, "" if path.stem == "index" else path.stem) if part]
    return "/".join(parts) + "/" if parts else ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(search_terms(DOCS), ensure_ascii=False), "utf-8")
