"""The instrument's data: counts as the source prints them, citations that resolve, nothing personal, nothing that soothes."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cse_core import instrument_ids, instrument_to_json, load_instrument, load_sources, load_units
from cse_core.language import all_clear_phrases_in, never_said
from tests.core.labels import LABELS

INSTRUMENT = load_instrument("pan-bedfordshire")
CHECKLIST = load_instrument("lambeth")
INSTRUMENTS = [load_instrument(id_) for id_ in instrument_ids()]
every_instrument = pytest.mark.parametrize("instrument", INSTRUMENTS, ids=instrument_ids())
# Whole numbers of a British telephone, and addresses. 101, 116 000 and 999 are shorter, and may be said.
LOCAL = re.compile(r"\b0\d[\d ]{8,}\b|[\w.]+@[\w.]+|https?://")


@every_instrument
def test_every_item_has_the_exact_words_of_the_source_and_none_is_left_out(instrument):
    assert {item.source_ref: item.label for item in instrument.indicators} == LABELS[instrument.id]
    assert (
        len(instrument.indicators)
        == len(LABELS[instrument.id])
        == {"lambeth": 54, "pan-bedfordshire": 51}[instrument.id]
    )


def test_domains_of_the_checklist_hold_as_many_items_as_printed_in_the_printed_order():
    assert [item.source_ref for item in CHECKLIST.indicators] == [f"LA-A4-{n:02}" for n in range(1, 55)]
    found = Counter(item.group for item in CHECKLIST.indicators)
    printed = {group.title: found[group.id] for group in CHECKLIST.groups}
    assert list(printed.items()) == [
        ("Health", 7), ("Education", 2), ("Emotional & Behavioural development", 10), ("Identity", 1),
        ("Family & Social Relationships", 15), ("Social Presentation", 3), ("Family History", 6),
        ("Family Culture & Religious Beliefs", 2), ("Housing", 2), ("Income", 6),
    ]  # fmt: skip


def test_nine_items_of_the_checklist_are_what_the_child_lives_with():
    """Family history, family culture and religious beliefs, and where the child lives. Everything else is a sign."""
    factors = [item.source_ref for item in CHECKLIST.indicators if item.kind.value == "vulnerability"]
    assert factors == [f"LA-A4-{n}" for n in range(39, 48)]


def test_the_checklist_asks_21_facts_and_none_about_who_the_child_is():
    assert len(CHECKLIST.facts) == 21
    asked = " ".join(f"{fact.id} {fact.label} {fact.plain}" for fact in CHECKLIST.facts)
    who = r"\b(ethnic\w*|race|racial|religio\w*|faith|gay|lesbian|sexuality|sexual orientation|gender|nationality)\b"
    assert re.findall(who, asked, re.IGNORECASE) == []


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


def test_only_housing_holds_a_sign_and_a_vulnerability_factor():
    for group in CHECKLIST.groups:
        kinds = {item.kind for item in CHECKLIST.indicators if item.group == group.id}
        assert kinds == {group.kind} if group.kind else len(kinds) == 2
    assert [group.id for group in CHECKLIST.groups if group.kind is None] == ["housing"]


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


@every_instrument
def test_no_phone_number_or_address_from_the_source_is_carried(instrument):
    assert LOCAL.findall(instrument_to_json(instrument)) == []


def test_a_phone_number_or_an_address_would_be_found():
    for told in ("Call 020 7946 0000.", "Call 01632 960000 now", "mase@example.org", "https://example.org/form"):
        assert LOCAL.findall(told)


@every_instrument
def test_our_own_wording_never_sounds_like_an_all_clear(instrument):
    assert all_clear_phrases_in(instrument_to_json(instrument)) == ()


@every_instrument
def test_every_item_says_how_to_ask_it_today_in_words_of_our_own(instrument):
    plain = [item.plain for item in instrument.indicators]
    assert len(set(plain)) == len(plain)
    for item in instrument.indicators:
        assert item.plain.strip(" .") != item.label.strip(" ."), item.id
        assert not re.search(r"promiscu|prostitut|red light|boyfriend.s choice", item.plain, re.IGNORECASE), item.id


@every_instrument
def test_what_is_asked_or_said_to_do_reads_as_a_sentence(instrument):
    for fact in instrument.facts:
        assert fact.plain.endswith("?"), fact.id
        assert all(text.endswith(".") for text in (fact.why, fact.do_now) if text), fact.id
    for part in (*instrument.flags, *instrument.routes, *instrument.floors, *instrument.actions):
        assert part.text.endswith("."), part.id


@pytest.mark.parametrize("phrase", never_said())
def test_each_phrase_is_found_in_any_case_and_with_a_hyphen(phrase):
    assert phrase in all_clear_phrases_in(f"We found that {phrase.upper()}.")
    assert phrase in all_clear_phrases_in(f"({phrase.replace(' ', '-')})")


def test_words_that_only_look_like_a_phrase_are_left_alone():
    assert all_clear_phrases_in("Piano risks; this safety plan; a low level; the child is safeguarded") == ()
