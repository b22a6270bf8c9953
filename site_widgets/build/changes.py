"""`<!-- cse:changes -->`: what changed, from CHANGELOG.md; and the same as entries of a feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .board import load_board
from .page_text import PageText, blocks
from .place import ROOT

FILE = Path(__file__).parents[2] / "CHANGELOG.md"
FEED = "changes.xml"
VERSION = re.compile(r"^## (?P<name>.+)$")
KIND = re.compile(r"^### (?P<name>.+)$")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Change(NamedTuple):
    """One entry: the version, its day if it has one, the kind of change, and the words in Markdown."""

    version: str
    day: str
    kind: str
    words: str


def changes() -> PageText:
    """The change log without its own title and introduction, and where the feed is."""
    return changes_text(FILE.read_text("utf-8"), load_board().site_url)


def changes_text(log: str, site_url: str) -> PageText:
    """The text of the page; the feed needs the site's address, and the page says so."""
    feed = (
        f"You can [follow the changes as a feed]({ROOT}{FEED}) (RSS)."
        if site_url
        else "This copy has no feed (RSS). A feed needs the site’s address, and no board has given one."
    )
    return blocks(feed, log[log.index("\n## ") :].strip())


def changes_in(log: str) -> Iterator[Change]:
    """Every entry of the log, in its order."""
    version, kind, words = "", "", ""
    for line in [*log.splitlines(), "# "]:
        if words and not line.startswith("  "):
            yield Change(version, _day(version), kind, words)
            words = ""
        if found := VERSION.match(line):
            version, kind = found["name"], ""
        elif found := KIND.match(line):
            kind = found["name"]
        elif line.startswith("- "):
            words = line.removeprefix("- ")
        elif words:
            words += f" {line.strip()}"


def _day(version: str) -> str:
    found = DAY.search(version)
    return found[0] if found else ""
