"""Who to call: the data is read strictly, no number of a source is repeated, and what is missing is said."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cse_core import load_units
from cse_core.language import all_clear_phrases_in
from site_widgets.build.board import CONTACTS, load_board, read_board
from site_widgets.build.contacts import contacts, contacts_text, day_in_words
from site_widgets.build.contacts_data import load_contacts, read_contacts
from site_widgets.build.data_file import DataError

FOUND = load_contacts()
FILE = """
lists = ["A list"]

[[line]]
id = "a-line"
name = "A line"
number = "0800 1111"
kind = "call"
address = "https://example.org/"
who = "Anyone."
what = "To talk."
read = "A page."
checked = 2026-11-21

[[former]]
id = "a-former"
name = "An old line"
list = "A list"
was = "A line."
now = "Closed."
cites = ["PB-A6-nhs"]
"""
FAULTS = {
    "an unknown key": ('what = "To talk."', 'what = "To talk."\nhours = "9 to 5"', "hours: is not a key"),
    "a number that is none": ('"0800 1111"', '"0800-1111"', "digits in groups"),
    "a number without its kind": ('kind = "call"\n', "", "kind: is missing"),
    "an address that is none": ("https://example.org/", "www.example.org", "an https address"),
    "no day": ("checked = 2026-11-21\n", "", "a date without quotes"),
    "a day in quotes": ("checked = 2026-11-21", 'checked = "2026-11-21"', "a date without quotes"),
    "what was read, left out": ('read = "A page."\n', "", "read: is missing"),
    "a list that is not one": ('list = "A list"', 'list = "Another"', "list: is 'Another'"),
    "nothing cited": ('["PB-A6-nhs"]', "[]", "cites: is empty"),
    "a citation that leads nowhere": ("PB-A6-nhs", "PB-A6-none", "'PB-A6-none', which is not there"),
    "a number of a source": ('now = "Closed."', 'now = "Closed. Was 01234 567 890."', "has a number or a mailbox"),
    "a mailbox of a source": ('was = "A line."', 'was = "somebody@example.org"', "has a number or a mailbox"),
    "an id that is there twice": ('"a-former"', '"a-line"', "has 'a-line' twice"),
}  # fmt: skip
BOARD = """
name = "A partnership"
area = "An area"
site_url = "https://example.org/children/"
adopted = true
reviewed_by = "A name, a role, a date"
contacts_checked_on = 2026-11-21
[contacts]
childrens_social_care = "01234 567890"
childrens_social_care_out_of_hours = "01234 567891"
police_non_emergency = "101"
front_door = "Front door"
exploitation_panel = "Panel"
local_authority_designated_officer = "Officer"
accessibility = "Team"
data_protection = "Team"
"""
BOARD_FAULTS = {
    "an unknown key": ('area = "An area"', 'area = "An area"\ntown = "x"', "town: is not a key"),
    "an unknown contact": ('accessibility = "Team"', 'accessibility = "Team"\nfax = "x"', "contacts.fax: is not a key"),
    "no police": ('police_non_emergency = "101"\n', "", "police_non_emergency: is missing"),
    "an address without its slash": ("/children/", "/children", "ends with a slash"),
    "a number in words": ('"01234 567890"', '"01234 567890, 9 to 5"', "one number, in digits and spaces"),
    "a day in quotes": ("contacts_checked_on = 2026-11-21", 'contacts_checked_on = "today"', "a date without quotes"),
    "adopted with a contact missing": ('"01234 567891"', '""', "nights and weekends"),
    "adopted without a review": ('"A name, a role, a date"', '""', "a named professional’s review"),
    "adopted when nobody tested": ("contacts_checked_on = 2026-11-21\n", "", "last tested"),
}  # fmt: skip


def test_the_files_are_good_before_they_are_broken():
    assert read_contacts(FILE).formers[0].now == "Closed."
    assert read_board(BOARD).missing == ()


@pytest.mark.parametrize(("find", "replace", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_is_refused(find, replace, says):
    assert FILE.count(find) == 1
    with pytest.raises(DataError) as refused:
        read_contacts(FILE.replace(find, replace))
    assert says in str(refused.value)


@pytest.mark.parametrize(("find", "replace", "says"), BOARD_FAULTS.values(), ids=BOARD_FAULTS)
def test_fault_of_a_board_is_refused(find, replace, says):
    assert BOARD.count(find) == 1
    with pytest.raises(DataError) as refused:
        read_board(BOARD.replace(find, replace))
    assert says in str(refused.value)


def test_every_contact_of_the_2014_list_is_here():
    cited = {unit for each in FOUND.formers for unit in each.cites}
    wanted = {unit for unit in load_units() if unit.startswith("PB-A6-")}
    assert len(wanted) == 22
    assert wanted <= cited


def test_emergency_comes_first_and_history_last():
    page = contacts()
    assert page.index("tel:999") < page.index("## In your area") < page.index("## What the two documents listed")
    assert FOUND.lines[0].number == "999"


def test_no_number_stands_in_what_is_history():
    history = contacts().partition("## What the two documents listed")[2]
    assert re.findall(r"\b0\d[\d ]{8,}\b|tel:|[\w.]+@[\w.]+", history) == []


def test_every_line_says_when_it_was_read_and_how():
    for line in FOUND.lines:
        assert f"Checked {day_in_words(line.checked)}. Read: {line.read}" in contacts()


def test_what_is_missing_is_said_plainly():
    empty = read_board("[contacts]\npolice_non_emergency = '101'")
    page = contacts_text(FOUND, empty)
    assert "No board has adopted this copy" in page
    for name in (*(CONTACTS[key] for key in CONTACTS if key != "police_non_emergency"), "the area", "the board’s name"):
        assert f"- {name}\n" in page


def test_what_a_board_filled_in_is_shown_and_nothing_is_missing():
    page = contacts_text(FOUND, read_board(BOARD))
    assert "This copy is for An area. It was adopted by A partnership." in page
    assert "- **Children’s social care:** [01234 567890](tel:01234567890)" in page
    assert "A partnership last tested these on 21 November 2026." in page
    assert "Not filled in" not in page


def test_the_file_of_this_copy_can_be_read():
    assert load_board().contacts["police_non_emergency"]


def test_a_day_in_words():
    assert day_in_words(date(2026, 1, 2)) == "2 January 2026"


def test_no_contact_sounds_like_an_all_clear():
    assert all_clear_phrases_in(contacts()) == ()
