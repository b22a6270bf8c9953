"""What changed: the page and the feed hold every entry of the change log; there is no feed without an address."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from site_widgets.build.changes import FEED, FILE, changes_in, changes_text
from site_widgets.build.feed import feed, write_feed

LOG = """# Changes

Words.

## Unreleased

### Added

- **Workers** can do
  one thing. And `more`.
- [Another](x.md) thing.

## 1.0.0 – 2026-11-21

### Changed

- Old.
"""
SITE = "https://example.org/children/"


def test_entries_keep_their_version_day_kind_and_whole_words() -> None:
    assert [tuple(change) for change in changes_in(LOG)] == [
        ("Unreleased", "", "Added", "**Workers** can do one thing. And `more`."),
        ("Unreleased", "", "Added", "[Another](x.md) thing."),
        ("1.0.0 – 2026-11-21", "2026-11-21", "Changed", "Old."),
    ]


def test_every_entry_of_the_real_log_is_found() -> None:
    text = FILE.read_text("utf-8")
    assert len(list(changes_in(text))) == sum(line.startswith("- ") for line in text.splitlines())


def test_the_page_says_whether_there_is_a_feed() -> None:
    assert f"](cse-root:{FEED})" in changes_text(LOG, SITE)
    assert "has no feed" in changes_text(LOG, "")
    assert "# Changes" not in changes_text(LOG, "").splitlines()


def test_the_feed_is_whole_plain_and_the_same_each_time() -> None:
    made = feed(changes_in(LOG), SITE)
    assert made == feed(changes_in(LOG), SITE)
    channel = fromstring(made).find("channel")
    assert channel is not None
    assert channel.findtext("link") == f"{SITE}changes/"
    items = channel.findall("item")
    assert [item.findtext("title") for item in items] == ["Workers can do one thing", "Another thing", "Old"]
    assert [item.findtext("pubDate") for item in items] == [None, None, "Sat, 21 Nov 2026 00:00:00 +0000"]
    assert len({item.findtext("guid") for item in items}) == 3


@pytest.mark.parametrize(("address", "there"), [("", False), (SITE, True)])
def test_there_is_a_feed_only_with_an_address(tmp_path, address, there) -> None:
    (tmp_path / FEED).write_text("an old one")
    write_feed(tmp_path, address)
    assert (tmp_path / FEED).exists() is there
