"""The instrument's tables hold all of it, and every citation on them lands."""

from __future__ import annotations

import re
from html import escape

from cse_core import load_instrument, load_units
from site_widgets.build.instrument_page import instrument_page
from site_widgets.build.instrument_units import cites_of

INSTRUMENT = load_instrument("pan-bedfordshire")
PAGE = instrument_page("pan-bedfordshire")


def test_every_item_rule_flag_and_action_is_there() -> None:
    """Nothing the instrument decides is left out."""
    texts = [item.label for item in INSTRUMENT.indicators]
    texts += [item.plain for item in INSTRUMENT.indicators]
    texts += [item.language_note for item in INSTRUMENT.indicators]
    texts += [part.text for part in (*INSTRUMENT.floors, *INSTRUMENT.flags, *INSTRUMENT.actions)]
    texts += [rule.title for rule in INSTRUMENT.rules.values()]
    assert [text for text in texts if escape(text, quote=True) not in PAGE] == []


def test_every_cited_unit_has_one_anchor() -> None:
    """A citation anywhere in the tool can link here."""
    for unit_id in set(cites_of(INSTRUMENT)):
        assert PAGE.count(f'id="{unit_id}"') == 1, unit_id
        assert escape(load_units()[unit_id].title, quote=True) in PAGE


def test_every_link_on_the_page_lands() -> None:
    """Citations and the contents list point at anchors of this page."""
    ids = set(re.findall(r' id="([^"]+)"', PAGE))
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= ids


def test_every_cell_names_its_column() -> None:
    """A phone shows each row as a block."""
    for row in re.findall(r"<tr[^>]*>(?:(?!</tr>).)*</tr>", PAGE):
        if 'scope="col"' not in row:
            assert len(re.findall(r"<t[dh]\b", row)) == row.count("data-label=")


def test_no_gap_of_the_core_shows() -> None:
    """Texts with a gap for the case are readable without one."""
    assert not re.search(r"\{\w+\}", PAGE)
