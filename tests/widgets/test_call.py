"""The box "Who do I call now?" gives the board's numbers, and says plainly which are missing."""

from __future__ import annotations

import re

from site_widgets.build.board import load_board
from site_widgets.build.call import MISSING, call_of

BOARD = load_board()


def words(**contacts: str) -> tuple[str, list[str]]:
    made = call_of(BOARD._replace(area="Anytown", contacts=BOARD.contacts | contacts))
    return re.sub(r"<[^>]+>", "", made), re.findall(r'href="tel:(\d+)"', made)


def test_without_the_boards_numbers_it_says_so_and_says_where_to_look() -> None:
    text, numbers = words(childrens_social_care="", childrens_social_care_out_of_hours="")
    assert MISSING in text
    assert "website of the council where the child lives" in text
    assert numbers == ["999", "101", "999", "101"]


def test_the_boards_numbers_can_be_dialled_and_are_said_to_be_local() -> None:
    text, numbers = words(childrens_social_care="01234 567890", childrens_social_care_out_of_hours="01234 567891")
    assert "In Anytown: by day 01234 567890; at night 01234 567891. Anywhere else: look on" in text
    assert numbers[:3] == ["999", "01234567890", "01234567891"]
    assert MISSING not in text


def test_half_of_the_numbers_is_half() -> None:
    text, _ = words(childrens_social_care="01234 567890", childrens_social_care_out_of_hours="")
    assert "by day 01234 567890; for nights and weekends, no number is filled in here" in text
