"""The data of "Where the sources differ": read strictly, with nothing of a real person and nothing that soothes."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cse_core.language import all_clear_phrases_in
from site_widgets.build.differences_data import (
    FILE,
    KINDS,
    TOPICS,
    DifferencesError,
    load_differences,
    read_differences,
)

ENTRY = """
[[difference]]
id = "an-entry"
title = "A title"
topic = "levels"
kind = "error"
says = [{ cites = ["PB-8.3"], says = "Something." }]
reading = "This."
why = "That."
tests = ["tests/core/test_levels.py::test_level[a row]"]
"""
# A telephone number, a mailbox, a web address, a Scottish or English postcode, a full date.
PERSONAL = re.compile(
    r"\b0\d[\d ]{8,}\b|[\w.]+@[\w.]+|https?://|www\.|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
FAULTS = {
    "an unknown key": ('why = "That."', 'why = "That."\nwhen = "now"', "when: is not a key"),
    "an unknown key beside a citation": ('says = "Something."', 'says = "Something.", who = "x"', "who: is not a key"),
    "a citation that leads nowhere": ('"PB-8.3"', '"PB-8.99"', "'PB-8.99', which is not there"),
    "no citation": ('["PB-8.3"]', "[]", "cites: is empty"),
    "no place": ('[{ cites = ["PB-8.3"], says = "Something." }]', "[]", "says: is empty"),
    "no test": ('["tests/core/test_levels.py::test_level[a row]"]', "[]", "tests: is empty"),
    "tests left out": ('tests = ["tests/core/test_levels.py::test_level[a row]"]', "", "tests: is missing"),
    "a test that is not named in full": ("::test_level[a row]", "", "tests: has 'tests/core/test_levels.py'"),
    "a topic that is not one": ('"levels"', '"colours"', "topic: is 'colours'"),
    "a kind that is not one": ('"error"', '"mistake"', "kind: is 'mistake'"),
    "an id that is no address": ('"an-entry"', '"An entry"', "small letters, digits and hyphens"),
    "an id that a topic has": ('"an-entry"', '"levels"', "id: is taken"),
    "a blank reading": ('"This."', '" "', "reading: is ' '"),
}  # fmt: skip


def texts():
    for each in load_differences():
        yield from (each.title, each.reading, each.why, *(place.says for place in each.says))


def test_the_entry_is_good_before_it_is_broken():
    (entry,) = read_differences(ENTRY)
    assert (entry.id, entry.says[0].cites) == ("an-entry", ("PB-8.3",))


@pytest.mark.parametrize(("find", "replace", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_is_refused(find, replace, says):
    assert ENTRY.count(find) == 1
    with pytest.raises(DifferencesError) as refused:
        read_differences(ENTRY.replace(find, replace))
    assert len(refused.value.problems) == 1
    assert says in str(refused.value)


def test_an_id_that_is_there_twice_is_refused():
    with pytest.raises(DifferencesError, match=r"an-entry.*is taken"):
        read_differences(ENTRY + ENTRY)


def test_every_fault_is_named_at_once():
    broken = ENTRY.replace("PB-8.3", "PB-8.99").replace('"error"', '"mistake"') + ENTRY
    with pytest.raises(DifferencesError) as refused:
        read_differences(broken)
    assert len(refused.value.problems) == 3


def test_what_is_not_toml_is_refused():
    with pytest.raises(DifferencesError, match="is not TOML"):
        read_differences("[[difference]\n")


def test_topics_and_kinds_are_closed_and_all_in_use():
    found = load_differences()
    assert {each.topic for each in found} == set(TOPICS)
    assert {each.kind for each in found} == set(KINDS)
    # In the file, too, the entries of a topic stand together and in order.
    assert [topic for topic, _ in Counter(each.topic for each in found).items()] == list(TOPICS)


def test_entries_are_told_apart_by_their_titles():
    assert [title for title, times in Counter(each.title for each in load_differences()).items() if times > 1] == []


def test_nothing_of_a_real_person_and_no_number():
    assert PERSONAL.findall(FILE.read_text("utf-8")) == []


@pytest.mark.parametrize("text", ["ring 01632 960123", "a.name@example.org", "www.example.org", "born 01/02/2003"])
def test_the_search_for_personal_data_finds_it(text):
    assert PERSONAL.search(text)


def test_nothing_sounds_like_an_all_clear():
    assert [text for text in texts() if all_clear_phrases_in(text)] == []
