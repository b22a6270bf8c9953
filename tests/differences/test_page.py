"""The page "Where the sources differ" holds every entry, and every link on it lands."""

from __future__ import annotations

import re
from html import escape

import pytest

from cse_core import load_sources
from cse_core.language import all_clear_phrases_in
from site_widgets.build.cites import source_page
from site_widgets.build.differences import differences
from site_widgets.build.differences_data import TOPICS, load_differences
from site_widgets.build.place import address
from site_widgets.build.source_page import source_page as units_of

PAGE = differences()
ID = re.compile(r'\bid="([^"]+)"')


@pytest.mark.parametrize("each", load_differences(), ids=lambda each: each.id)
def test_entry_is_there_whole(each):
    start = PAGE.index(f'<h3 id="{each.id}">')
    entry = PAGE[start : PAGE.find("<h3 ", start + 1)]
    for text in (each.title, each.reading, each.why, *each.tests, *(place.says for place in each.says)):
        assert escape(text, quote=True) in entry
    for words in ("What the sources say", "What this site does", "Why that is safer", "Proved by"):
        assert f"<dt>{words}</dt>" in entry
    for cite in (cite for place in each.says for cite in place.cites):
        assert f'#{cite}"' in entry


def test_ids_are_unique():
    ids = ID.findall(PAGE)
    assert len(ids) == len(set(ids))


def test_the_contents_list_names_every_topic_and_every_entry():
    linked = set(re.findall(r'<li><a href="#([^"]+)"', PAGE))
    assert linked == {*TOPICS, *(each.id for each in load_differences())}


def test_every_citation_lands():
    """On the page with every paragraph of its source."""
    places = {
        address(source_page(id_)): set(re.findall(r' id="([^"]+)"', units_of(id_))) for id_ in load_sources()
    }  # fmt: skip
    links = re.findall(r'data-source="[^"]+" href="([^"#]+)#([^"]+)"', PAGE)
    assert len(links) > 400
    assert [link for link in links if link[1] not in places[link[0]]] == []


def test_no_citation_title_sounds_like_an_all_clear():
    assert all_clear_phrases_in(re.sub(r"<[^>]+>", " ", PAGE)) == ()
