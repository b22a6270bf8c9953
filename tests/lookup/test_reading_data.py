"""The reading list: read strictly, everything that the sources list is here, and nothing old looks current."""

from __future__ import annotations

import re

import pytest

from cse_core import load_units
from cse_core.language import all_clear_phrases_in
from site_widgets.build.data_file import DataError
from site_widgets.build.reading import reading
from site_widgets.build.reading_data import load_reading, read_reading

FOUND = load_reading()
FILE = """
groups = ["Today", "Then"]
statuses = ["Current", "Replaced"]

[[reading]]
id = "a-guide"
title = "A guide"
by = "Somebody"
group = "Today"
what = "A guide."
status = "Current"
now = "On gov.uk."
address = "https://example.org/"

[[reading]]
id = "an-old-guide"
title = "An old guide"
by = "Somebody"
year = "2009"
group = "Then"
what = "An older guide."
status = "Replaced"
now = "By the guide."
cites = ["PB-A7-03"]
law = ["guid2009"]
"""
FAULTS = {
    "an unknown key": ('year = "2009"', 'year = "2009"\npages = 4', "pages: is not a key"),
    "a group that is not one": ('group = "Then"', 'group = "Later"', "group: is 'Later'"),
    "a status that is not one": ('status = "Replaced"', 'status = "Old"', "status: is 'Old'"),
    "an old title that no source lists": ('cites = ["PB-A7-03"]\n', "", "cites: is empty"),
    "a citation that leads nowhere": ("PB-A7-03", "PB-A7-99", "'PB-A7-99', which is not there"),
    "an address that is none": ("https://example.org/", "example.org", "an https address"),
    "an id that is there twice": ('"an-old-guide"', '"a-guide"', "has 'a-guide' twice"),
    "nothing about today": ('now = "By the guide."\n', "", "now: is missing"),
}  # fmt: skip


def test_the_file_is_good_before_it_is_broken():
    assert [each.status for each in read_reading(FILE).readings] == ["Current", "Replaced"]


@pytest.mark.parametrize(("find", "replace", "says"), FAULTS.values(), ids=FAULTS)
def test_fault_is_refused(find, replace, says):
    assert FILE.count(find) == 1
    with pytest.raises(DataError) as refused:
        read_reading(FILE.replace(find, replace))
    assert says in str(refused.value)


def test_everything_that_the_sources_list_is_here():
    cited = {unit for each in FOUND.readings for unit in each.cites}
    wanted = {unit for unit in load_units() if re.fullmatch(r"PB-A7-(\d\d|r\d)|LA-S-8-.*|LA-P-7-.*", unit)}
    assert len(wanted) == 26
    assert wanted <= cited


def test_nothing_that_a_source_lists_is_current_unless_it_is_read_today():
    assert {each.group for each in FOUND.readings if each.status == "Current"} == {FOUND.groups[0]}


def test_every_title_is_a_heading_with_an_address_of_its_own():
    ids = re.findall(r"^#+ .+ \{: #([a-z0-9-]+) \}$", reading(), re.MULTILINE)
    assert len(ids) == len(set(ids)) == len(FOUND.groups) + len(FOUND.readings)


def test_no_entry_sounds_like_an_all_clear():
    assert all_clear_phrases_in(reading()) == ()
