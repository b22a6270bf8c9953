"""The Sources pages hold every unit once, and say of each where it is restated or why it is not."""

from __future__ import annotations

import re

import pytest

from cse_core import load_sources
from site_widgets.build.docs_pages import restated_on
from site_widgets.build.source_page import NOT_YET, source_page

ROW = re.compile(r'<tr id="([^"]+)">(.*?)</tr>', re.DOTALL)


@pytest.mark.parametrize("source_id", load_sources())
def test_every_unit_has_one_row_in_the_documents_order(source_id: str) -> None:
    rows = dict(ROW.findall(source_page(source_id)))
    assert list(rows) == list(load_sources()[source_id].units)
    for unit_id, row in rows.items():
        unit = load_sources()[source_id].units[unit_id]
        pages = restated_on()[unit_id]
        assert len(re.findall(r"<a ", row)) == len(pages)
        if not pages:
            assert (f"Left out. {unit.not_restated[:20]}" if unit.not_restated else NOT_YET) in row


@pytest.mark.parametrize("source_id", load_sources())
def test_ids_are_unique_and_the_contents_list_lands(source_id: str) -> None:
    page = source_page(source_id)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_page_that_cites_in_its_text_is_linked_at_the_statement() -> None:
    row = dict(ROW.findall(source_page("PB")))["PB-8.3"]
    assert "how-it-decides/#cite-PB-8.3" in row
    assert 'instruments/pan-bedfordshire/"' in row
