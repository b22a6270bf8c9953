"""The instrument's data: counts as the source prints them, citations that resolve, nothing personal, nothing that soothes."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cse_core import instrument_to_json, load_instrument, load_sources, load_units
from cse_core.language import all_clear_phrases_in, never_said

INSTRUMENT = load_instrument("pan-bedfordshire")


def test_items_by_list_and_kind_as_the_source_prints_them():
    found = Counter((item.level.word, item.kind.value) for item in INSTRUMENT.indicators)
    assert found == {("low", "sign"): 9, ("low", "vulnerability"): 14, ("medium", "sign"): 14, ("high", "sign"): 14}
    only_section_7 = [item.label for item in INSTRUMENT.indicators if item.source_ref.startswith("PB-7")]
    assert only_section_7 == ["Being moved around for sexual activity"]


def test_every_item_of_the_printed_form_is_there_once():
    expected = {
        f"PB-A3-{level}-{n:02}" for level, last in (("LOW", 23), ("MED", 14), ("HIGH", 13)) for n in range(1, last + 1)
    }
    assert Counter(item.source_ref for item in INSTRUMENT.indicators) == Counter([*expected, "PB-7.3-08"])


def test_signs_come_before_vulnerability_factors_and_never_share_a_group():
    kinds = [group.kind.value for group in INSTRUMENT.groups]
    assert kinds == sorted(kinds)
    for group in INSTRUMENT.groups:
        assert {item.kind for item in INSTRUMENT.indicators if item.group == group.id} == {group.kind}


def test_sources_hold_every_unit_with_a_reading_of_its_citation():
    assert {id_: len(source.units) for id_, source in load_sources().items()} == {"LA": 324, "PB": 274}
    assert load_units()["PB-8.3"].cite_as == "PB 8.3"
    assert load_units()["PB-A3-LOW-exclusions"].cite_as == "PB Appendix 3, who can never be Low"
    assert load_units()["LA-P-4.14-response"].cite_as.startswith("LA policy 4.14")


def test_units_that_no_page_restates_say_why():
    reasons = {id_: unit.not_restated for id_, unit in load_units().items() if unit.not_restated}
    assert Counter(id_[:2] for id_ in reasons) == {"PB": 5, "LA": 19}
    assert reasons["LA-S-4-review"] == "A review date that passed in 2014."
    assert all_clear_phrases_in("\n".join(reasons.values())) == ()


def test_citations_read_differently():
    shown = Counter(unit.cite_as for unit in load_units().values())
    assert [words for words, times in shown.items() if times > 1] == []


def test_no_phone_number_or_address_from_the_source_is_carried():
    text = instrument_to_json(INSTRUMENT)
    assert re.findall(r"\b0\d[\d ]{8,}\b|[\w.]+@[\w.]+|https?://", text) == []


def test_our_own_wording_never_sounds_like_an_all_clear():
    assert all_clear_phrases_in(instrument_to_json(INSTRUMENT)) == ()


@pytest.mark.parametrize("phrase", never_said())
def test_each_phrase_is_found_in_any_case_and_with_a_hyphen(phrase):
    assert phrase in all_clear_phrases_in(f"We found that {phrase.upper()}.")
    assert phrase in all_clear_phrases_in(f"({phrase.replace(' ', '-')})")


def test_words_that_only_look_like_a_phrase_are_left_alone():
    assert all_clear_phrases_in("Piano risks; this safety plan; a low level; the child is safeguarded") == ()
