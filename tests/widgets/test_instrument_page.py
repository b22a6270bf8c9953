"""The instrument's tables hold all of it, and every citation on them lands."""

from __future__ import annotations

import re

import pytest

from cse_core import instrument_ids, load_instrument, load_units
from cse_core.model import Instrument, Kind, Mark, PrintedColours, Reads
from site_widgets.build.instrument_page import instrument_page, instrument_page_of
from site_widgets.build.instrument_units import cites_of
from site_widgets.build.markup import escape

INSTRUMENTS = {id_: load_instrument(id_) for id_ in instrument_ids()}
PAGES = {id_: instrument_page(id_) for id_ in INSTRUMENTS}
every_page = pytest.mark.parametrize(
    ("instrument", "page"), [(INSTRUMENTS[id_], PAGES[id_]) for id_ in PAGES], ids=PAGES
)


@every_page
def test_every_item_fact_rule_flag_and_action_is_there(instrument: Instrument, page: str) -> None:
    """Nothing the instrument asks or decides is left out."""
    texts = [item.label for item in instrument.indicators]
    texts += [item.plain for item in instrument.indicators]
    texts += [item.note for item in instrument.indicators]
    texts += [item.language_note for item in instrument.indicators]
    texts += [fact.plain for fact in instrument.facts]
    deciding = (*instrument.floors, *instrument.routes, *instrument.flags, *instrument.actions)
    texts += [part.text for part in deciding]
    texts += [action.source_says for action in instrument.actions]
    texts += [rule.title for rule in instrument.rules.values()]
    texts += [part.title for part in (*instrument.floors, *instrument.routes, *instrument.groups)]
    texts += [instrument.title, instrument.edition, instrument.status_today, instrument.caveat, instrument.evidence]
    assert [text for text in texts if escape(text) not in page] == []


@every_page
def test_every_item_has_one_anchor_under_its_own_kind(instrument: Instrument, page: str) -> None:
    """The form links to it. Signs and vulnerability factors stand apart."""
    factors, after = page.index('<h2 id="vulnerability-factors">'), page.index('<h2 id="facts">')
    for item in instrument.indicators:
        (place,) = [found.start() for found in re.finditer(f'id="item-{item.id}"', page)]
        assert place < after
        assert (place > factors) == (item.kind is Kind.VULNERABILITY)


@every_page
def test_every_cited_unit_has_one_anchor(instrument: Instrument, page: str) -> None:
    """A citation anywhere in the tool can link here."""
    for unit_id in set(cites_of(instrument)):
        assert page.count(f'id="{unit_id}"') == 1, unit_id
        assert escape(load_units()[unit_id].title) in page


@every_page
def test_ids_are_unique_and_every_link_on_the_page_lands(instrument: Instrument, page: str) -> None:
    """Citations and the contents list point at anchors of this page."""
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@every_page
def test_every_cell_names_its_column(instrument: Instrument, page: str) -> None:
    """A phone shows each row as a block."""
    for row in re.findall(r"<tr[^>]*>(?:(?!</tr>).)*</tr>", page):
        if 'scope="col"' not in row:
            assert len(re.findall(r"<t[dh]\b", row)) == row.count("data-label=")


@every_page
def test_no_gap_of_the_core_shows(instrument: Instrument, page: str) -> None:
    """Texts with a gap for the case are readable without one; nothing shows an id of the program."""
    assert not re.search(r"\{\w+\}", page)
    shown = re.sub(r"<[^>]+>", " ", page).replace("cse_core", "")
    assert re.findall(r"\b[a-z]+_[a-z_]+\b", shown) == []


@every_page
def test_every_action_says_what_calls_for_it(instrument: Instrument, page: str) -> None:
    """By a level or pathway, by a flag, or in words."""
    cells = re.findall(r'<td data-label="Called for by">(.*?)</td>', page)
    assert len(cells) == len(instrument.actions)
    assert all(cells)


@pytest.mark.parametrize("id_", [id_ for id_, made in INSTRUMENTS.items() if made.reads is Reads.PATHWAY])
def test_a_tool_without_levels_shows_none_and_no_colour_of_its_own(id_: str) -> None:
    """No level column, no floor, no review date; what became of the printed colours is said."""
    page = PAGES[id_]
    assert 'data-label="Level"' not in page
    assert 'data-label="Printed colour"' not in page
    assert "whatever the level" not in page
    assert '<h2 id="review">' not in page
    marking = INSTRUMENTS[id_].marking
    assert marking is not None
    assert escape(marking.colours) in page
    assert '<h2 id="pathways">' in page


@pytest.mark.parametrize("id_", [id_ for id_, made in INSTRUMENTS.items() if made.reads is Reads.LEVEL])
def test_a_tool_of_levels_shows_each_items_own(id_: str) -> None:
    """And when to look again, where the tool says so."""
    cells = re.findall(r'<td data-label="Level">(\w+)</td>', PAGES[id_])
    assert sorted(cells) == sorted(item.level.name.title() for item in INSTRUMENTS[id_].indicators if item.level)
    assert ('<h2 id="review">' in PAGES[id_]) == (INSTRUMENTS[id_].review is not None)


def test_printed_colours_are_shown_where_a_board_supplied_them() -> None:
    """The colours in this test are made up."""
    plain = INSTRUMENTS["lambeth"]
    page = instrument_page_of(
        plain._replace(
            colours=PrintedColours("A made-up board", "a made-up copy"),
            indicators=tuple(item._replace(printed=Mark.GREEN) for item in plain.indicators),
        )
    )
    assert page.count('<td data-label="Printed colour">Green</td>') == 54
    assert "From a copy held by A made-up board: a made-up copy." in page
    assert plain.marking is not None
    assert escape(plain.marking.colours) not in page
    assert 'data-label="Level"' not in page


@every_page
def test_words_from_data_are_escaped(instrument: Instrument, page: str) -> None:
    """An instrument cannot bring markup into the page."""
    nasty = instrument.indicators[0]._replace(plain="<script>x</script>", label='"><img>', note="a & b")
    action = instrument.actions[0]._replace(text="<script>y</script>", who='"><img>')
    made = instrument_page_of(
        instrument._replace(
            indicators=(nasty, *instrument.indicators[1:]), actions=(action, *instrument.actions[1:]), title='"><img>'
        )
    )
    assert "<script>" not in made
    assert "<img>" not in made
    assert "a &amp; b" in made
