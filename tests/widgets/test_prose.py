"""Double braces in a page's text become citations and law notes; what is not known stops the build and helps."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from cse_core import load_units
from site_widgets.build import prose
from site_widgets.build.cites import cite_links
from site_widgets.build.docs_pages import docs_pages, read_page, restated_on, units_in
from site_widgets.build.law_data import load_law
from site_widgets.build.place import ROOT, address, built, with_addresses
from site_widgets.build.prose import ProseError

EXTENSIONS = ["abbr", "attr_list", "md_in_html", "tables", "toc", "fenced_code", "site_widgets.build.directives"]


@pytest.fixture
def converter() -> Markdown:
    return Markdown(extensions=EXTENSIONS)


def test_a_citation_is_a_link_with_its_unit(converter: Markdown) -> None:
    made = converter.convert("Tell the police. {{PB-3.9}}")
    assert made == (
        '<p>Tell the police. <span class="cites" data-search-exclude>(<a class="cite" id="cite-PB-3.9" data-source="PB-3.9" '
        f'href="{ROOT}sources/pan-bedfordshire/#PB-3.9">PB 3.9</a>)</span></p>'
    )


def test_several_are_parted_and_keep_their_order(converter: Markdown) -> None:
    made = converter.convert("x {{LA-P-4.12-under-13;PB-3.10 ; PB-3.9}}")
    assert re.findall(r'data-source="([^"]+)"', made) == ["LA-P-4.12-under-13", "PB-3.10", "PB-3.9"]
    assert made.count("; <a") == 2
    assert f'href="{ROOT}sources/lambeth/#LA-P-4.12-under-13"' in made


@pytest.mark.parametrize(
    "text", ["- one {{PB-3.9}}", "| a |\n|---|\n| one {{PB-3.9}} |", "> one {{PB-3.9}}", "*{{PB-3.9}}*"]
)
def test_it_works_in_lists_tables_and_quotations(converter: Markdown, text: str) -> None:
    made = converter.convert(text)
    assert 'data-source="PB-3.9"' in made
    assert "{{" not in made


def test_the_first_of_a_page_has_the_place_that_the_sources_page_links_to(converter: Markdown) -> None:
    made = converter.convert("a {{PB-3.9}}\n\nb {{PB-3.9; PB-3.10}}")
    assert re.findall(r' id="([^"]+)"', made) == ["cite-PB-3.9", "cite-PB-3.10"]
    assert converter.convert("a {{PB-3.9}}").count(' id="cite-PB-3.9"') == 1


@pytest.mark.parametrize("text", ["`{{PB-0}}`", "```\n{{PB-0}}\n```", "{PB-0}"])
def test_code_and_single_braces_are_left_alone(converter: Markdown, text: str) -> None:
    assert "PB-0}" in converter.convert(text)
    assert 'class="cite"' not in converter.convert(text)


def test_abbreviations_are_not_marked_inside_a_citation(converter: Markdown) -> None:
    assert "<abbr" not in converter.convert("{{PB-3.9}}\n\n*[PB]: two letters\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a {{PB-3.99}}", ("{{PB-3.99}}", "'PB-3.99'", "PB-3.9", "src/cse_core/sources/")),
        ("a {{PB-3.9, PB-3.10}}", ("'PB-3.9, PB-3.10'", "not there")),
        ("a {{law:cafe}}", ("{{law:cafe}}", "'cafe'", "caf", "docs/_data/law.toml")),
        ("a {{}} {{ ; }}", ("{{ ; }}", "nothing", "a unit id")),
    ],
)  # fmt: skip
def test_what_is_not_a_unit_stops_the_build(converter: Markdown, text: str, said: tuple[str, ...]) -> None:
    with pytest.raises(ProseError) as error:
        converter.convert(text)
    for words in said:
        assert words in str(error.value)


def test_the_fault_names_the_page_and_the_line_of_its_file(
    converter: Markdown, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read_page("guidance/x.md", "---\ntitle: X\n---\n\n# X\n\nFine.\n\nNot fine. {{PB-3.99}}\n")
    monkeypatch.setattr(prose, "page_of", lambda md: page)
    with pytest.raises(ProseError, match=r"^guidance/x\.md, line 9: "):
        converter.convert("# X\n\nFine.\n\nNot fine. {{PB-3.99}}")


def test_a_law_note_says_status_and_day_and_links_to_the_register(converter: Markdown) -> None:
    entry = next(entry for entry in load_law().entries.values() if entry.confidence == "verified")
    made = converter.convert(f"x {{{{law:{entry.id}}}}}")
    assert f'data-law="{entry.id}"' in made
    assert f'href="{ROOT}law/#{entry.id}"' in made
    assert str(entry.checked.year) in re.sub(r"<[^>]+>", "", made)


def test_addresses_hold_at_every_depth() -> None:
    assert (built("index.md"), built("law/index.md"), built("a/b.md")) == ("", "law/", "a/b/")
    page = f'<a href="{address("law/index.md", "x")}">a</a> <a href="{address("index.md")}">b</a>'
    assert with_addresses(page, "../../") == '<a href="../../law/#x">a</a> <a href="../../">b</a>'
    assert with_addresses(page, "") == '<a href="law/#x">a</a> <a href="./">b</a>'


def test_citations_of_data_carry_their_unit_too() -> None:
    made = cite_links(["PB-8.3", "LA-P-4.14-response"], new_tab=True)
    assert re.findall(r'data-source="([^"]+)"', made) == ["PB-8.3", "LA-P-4.14-response"]
    assert made.count('target="_blank"') == 2


def test_the_pages_are_read_with_what_they_cite() -> None:
    page = read_page(
        "x.md", "---\ntitle: A title\nsearch_terms: [a, b]\n---\n# H\n{{PB-3.9}} `{{PB-3.10}}` {{law:x}}\n"
    )
    assert (page.title, page.texts("search_terms"), page.cites) == ("A title", ("a", "b"), ("PB-3.9",))
    instrument = read_page("y.md", "# T\n\n<!-- cse:instrument lambeth -->\n")
    assert instrument.title == "T"
    assert len(instrument.cites) > 50
    assert instrument.marked == frozenset()
    assert units_in(" a ;b; ") == ("a", "b")


def test_every_unit_knows_its_pages_and_the_sources_pages_do_not_count() -> None:
    assert set(restated_on()) == set(load_units())
    assert docs_pages()["how-it-decides.md"] in restated_on()["PB-8.3"]
    assert not any(page.path.startswith("sources/") for pages in restated_on().values() for page in pages)
