"""The law register is read strictly, shown whole, and never more certain than what was read."""

from __future__ import annotations

import re
from html import escape

import pytest

from site_widgets.build.data_file import DataError
from site_widgets.build.law_data import FILE, load_law, read_law
from site_widgets.build.law_list import READ_ITSELF, SURE, law_list
from site_widgets.build.law_note import law_note, status_words

REGISTER = load_law()
PAGE = law_list()
WORDS = """
acts = ["An Act"]
topics = ["offences", "orders"]
statuses = ["in force", "not verified"]
applies = ["England"]
"""
ENTRY = """
[[entry]]
id = "an-entry"
subject = "A subject"
act = "An Act"
topics = ["offences"]
cites = ["PB-3.9"]
applies = "England"
status = "in force"
now = "This holds."
evidence = [{ address = "https://example.org/", read = "2026-11-21", says = "It holds." }]
confidence = "verified"
checked = 2026-11-21
phrases = []
"""
FAULTS = {
    "an unknown key": ('now = "This holds."', 'now = "This holds."\nhow = "x"', "how: is not a key"),
    "an Act that is not listed": ('act = "An Act"', 'act = "Another"', "act: is 'Another'"),
    "a topic that is not listed": ('["offences"]\ncites', '["x"]\ncites', "topics: has 'x'"),
    "no topic": ('topics = ["offences"]', "topics = []", "topics: is empty"),
    "a status that is not listed": ('"in force"\nnow', '"fine"\nnow', "status: is 'fine'"),
    "a citation that leads nowhere": ("PB-3.9", "PB-3.99", "'PB-3.99', which is not there"),
    "verified without evidence": ('[{ address = "https://example.org/", read = "2026-11-21", says = "It holds." }]', "[]", "evidence: is empty"),
    "an address that is none": ("https://example.org/", "example.org", "a web address"),
    "a day that is none": ('read = "2026-11-21"', 'read = "lately"', "read: is 'lately'"),
    "a confidence that is none": ('"verified"', '"sure"', "confidence: is 'sure'"),
    "an id that is no address": ('"an-entry"', '"An entry"', "small letters, digits and hyphens"),
    "no day": ("checked = 2026-11-21\n", "", "checked: is None"),
}  # fmt: skip


def test_the_entry_is_good_before_it_is_broken() -> None:
    assert list(read_law(WORDS + ENTRY).entries) == ["an-entry"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(fault: str) -> None:
    find, replace, said = FAULTS[fault]
    assert ENTRY.count(find) == 1
    with pytest.raises(DataError) as error:
        read_law(WORDS + ENTRY.replace(find, replace))
    assert said in str(error.value)


def test_an_id_twice_is_named() -> None:
    with pytest.raises(DataError, match=r"'an-entry' twice"):
        read_law(WORDS + ENTRY + ENTRY)


def test_a_fault_names_the_file() -> None:
    with pytest.raises(DataError, match=re.escape(FILE.name)):
        read_law("entry = 1")


@pytest.mark.parametrize("entry", REGISTER.entries.values(), ids=lambda entry: entry.id)
def test_entry_is_on_the_page_with_its_status_and_how_sure_it_is(entry) -> None:
    start = PAGE.index(f'data-law="{entry.id}"')
    shown = PAGE[start : PAGE.index("</article>", start)]
    for text in (
        entry.subject,
        entry.now,
        entry.applies,
        *(each.says for each in entry.evidence),
    ):
        assert escape(text, quote=True) in shown
    assert (READ_ITSELF if entry.confidence == "verified" and not entry.evidence else SURE[entry.confidence]) in shown
    assert status_words(entry).lower() in shown.lower()
    assert f'id="{entry.id}"' in shown


def test_what_is_not_verified_says_so_in_the_note() -> None:
    for entry in REGISTER.entries.values():
        text = re.sub(r"<[^>]+>", "", law_note(entry))
        assert ("not verified" in text or "not established" in text) or entry.confidence == "verified", entry.id
        assert ("checked" in text) == (entry.confidence == "verified"), entry.id


def test_a_topic_shows_its_entries_in_short() -> None:
    for topic in REGISTER.topics:
        made = law_list(topic)
        expected = [entry.id for entry in REGISTER.entries.values() if topic in entry.topics]
        assert re.findall(r'data-law="([^"]+)"', made) == expected


def test_every_entry_can_be_chosen_by_every_choice() -> None:
    for key in ("status", "act", "topics"):
        offered = set(re.findall(r'<option value="([^"]*)">', PAGE.split(f'data-key="{key}"')[1].split("</select>")[0]))
        used = {value for found in re.findall(rf'data-{key}="([^"]+)"', PAGE) for value in found.split("|")}
        assert used == offered - {""}


def test_ids_are_unique_and_the_contents_list_lands() -> None:
    ids = re.findall(r'(?<![-\w])id="([^"]+)"', PAGE)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(ids)
