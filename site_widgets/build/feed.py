"""The feed of changes (RSS 2.0). Its links have to be whole addresses, so there is none without the site's own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .changes import FEED, FILE, Change, changes_in

TITLE = "What changed: protecting children from sexual exploitation, training and reference"
PAGE = "changes/"
MARKUP = re.compile(r"\*\*|`|\[([^\]]+)\]\([^)]*\)")


def write_feed(site: Path, site_url: str) -> None:
    """Write the feed into the site, or take an old one away where the site has no address."""
    place = site / FEED
    place.unlink(missing_ok=True)
    if site_url:
        place.write_bytes(feed(changes_in(FILE.read_text("utf-8")), site_url))


def feed(changes: Iterable[Change], site_url: str) -> bytes:
    """The feed of these changes, the same bytes for the same changes."""
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    for name, text in (("title", TITLE), ("link", f"{site_url}{PAGE}"), ("description", TITLE), ("language", "en-gb")):
        SubElement(channel, name).text = text
    for change in changes:
        _item(channel, change, f"{site_url}{PAGE}")
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _item(channel: Element, change: Change, link: str) -> None:
    words = MARKUP.sub(lambda found: found[1] or "", change.words)
    item = SubElement(channel, "item")
    SubElement(item, "title").text = words.split(". ")[0].rstrip(".")
    SubElement(item, "link").text = link
    SubElement(item, "description").text = words
    SubElement(item, "category").text = ", ".join(part for part in (change.version, change.kind) if part)
    # What the entry says is what it is: the same words are the same entry, whatever is written above them.
    guid = hashlib.sha256(f"{change.kind}\n{words}".encode()).hexdigest()[:32]
    SubElement(item, "guid", isPermaLink="false").text = guid
    if change.day:
        SubElement(item, "pubDate").text = format_datetime(datetime.fromisoformat(change.day).replace(tzinfo=UTC))
