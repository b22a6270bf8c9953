"""Reading a page in blocks: the other tests of this folder rest on it."""

from __future__ import annotations

from site_widgets.build.page_blocks import blocks_in, words_of


def test_blocks_end_with_their_elements_and_keep_their_words_together() -> None:
    found = blocks_in(
        "<h2 id='a'>Title<a class='headerlink'>Link</a></h2><p>One <b>two</b>,<br>three.</p><ul><li>four</ul>"
    )
    assert [block.text for block in found] == ["Title", "One two, three.", "four"]


def test_citations_and_law_notes_are_not_part_of_a_sentence() -> None:
    (block,) = blocks_in('<p>One <span class="cites">(<a data-source="PB-1">PB 1</a>)</span>two.</p>')
    assert block.text == "One two."


def test_a_block_has_the_laws_in_it_and_round_it_and_no_others() -> None:
    found = blocks_in(
        '<p>a <span class="law-note" data-law="x">[x]</span></p><p>b</p><article data-law="y"><p>c</p></article><p>d</p>'
    )
    assert [sorted(block.laws) for block in found] == [["x"], [], ["y"], []]


def test_a_block_knows_what_it_lies_in() -> None:
    (block,) = blocks_in('<section class="page-end"><p>a</p></section>')
    assert block.is_in("page-end")
    assert not block.is_in("table")


def test_words_are_small_and_bare() -> None:
    assert words_of("A child’s (multi-agency) PLAN; 24 hours.") == [
        "a",
        "childs",
        "multi",
        "agency",
        "plan",
        "24",
        "hours",
    ]
