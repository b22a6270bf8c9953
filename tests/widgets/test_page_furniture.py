"""What a page's first lines and citations add to it: numbered headings with steady addresses, and its end."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from site_widgets.build import headings, page_end
from site_widgets.build.docs_pages import DocsPage, read_page
from site_widgets.build.headings import is_guidance, numbers
from site_widgets.build.page_end import page_end as end_of

FIRST_LINES = """---
title: A page
audience: practitioner
search_terms: [CAF, "common assessment"]
related: [how-it-decides.md, guidance/to-come.md]
---
"""
TEXT = "# A page\n\n## First\n\na {{PB-3.9}}\n\n### Part\n\n## Second\n\n### Part\n\n#### Small\n"
PAGE = read_page("guidance/a-page.md", FIRST_LINES + TEXT)


def made(monkeypatch: pytest.MonkeyPatch, page: DocsPage | None) -> tuple[str, list[dict[str, object]]]:
    for module in (headings, page_end):
        monkeypatch.setattr(module, "page_of", lambda md: page)
    converter = Markdown(extensions=["toc", "attr_list", "site_widgets.build.directives"])
    return converter.convert(TEXT), converter.toc_tokens


def test_headings_count_up_and_parts_begin_anew() -> None:
    assert list(numbers([2, 3, 3, 2, 3, 4, 2])) == ["1", "1.1", "1.2", "2", "2.1", "", "3"]
    assert list(numbers([3, 2])) == ["", "1"]


def test_numbers_are_in_the_heading_and_not_in_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    html, contents = made(monkeypatch, PAGE)
    shown = re.findall(r'<h([23]) id="([^"]+)"><span class="heading-number">([\d.]+)</span> (\w+)', html)
    assert shown == [
        ("2", "first", "1", "First"),
        ("3", "part", "1.1", "Part"),
        ("2", "second", "2", "Second"),
        ("3", "part_1", "2.1", "Part"),
    ]
    (top,) = contents
    assert [token["name"] for token in top["children"]] == ["1 First", "2 Second"]


def test_other_pages_keep_their_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    for page in (None, read_page("about-you.md", TEXT)):
        html, _ = made(monkeypatch, page)
        assert "heading-number" not in html
        assert '<h2 id="first">First</h2>' in html


def test_which_pages_are_guidance() -> None:
    assert is_guidance(read_page("guidance/x.md", ""))
    assert is_guidance(read_page("law/x.md", "---\naudience: public\n---\n"))
    assert not is_guidance(read_page("how-it-decides.md", ""))


def test_the_end_holds_words_links_and_every_unit_that_the_page_cites(monkeypatch: pytest.MonkeyPatch) -> None:
    html, _ = made(monkeypatch, PAGE)
    end = html[html.index('class="page-end"') :]
    assert "CAF; common assessment." in end
    assert 'href="cse-root:how-it-decides/"' in end
    assert "to-come" not in end
    assert re.findall(r'data-source="([^"]+)"', end) == ["PB-3.9"]
    assert "practice guidance and risk assessment tool: 1 place" in end
    assert end.count("data-search-exclude") == 2


def test_a_page_can_be_changed_only_where_the_board_says_where() -> None:
    assert "Change this page" not in end_of(PAGE)
    assert 'href="https://example.org/edit/guidance/a-page.md"' in end_of(PAGE, "https://example.org/edit/")


def test_a_page_that_asks_for_nothing_has_no_end() -> None:
    assert end_of(read_page("about-you.md", "# T\n\na {{PB-3.9}}\n")) == ""
