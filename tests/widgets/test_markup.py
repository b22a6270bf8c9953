"""Text becomes HTML only through `element`, and is escaped on the way."""

from __future__ import annotations

from site_widgets.build.markup import Html, element, escape, join


def test_text_is_escaped_in_content_and_in_attributes() -> None:
    """What a data file says can never become markup."""
    made = element("p", "<b>&", title='"<i>"')
    assert made == '<p title="&quot;&lt;i&gt;&quot;">&lt;b&gt;&amp;</p>'


def test_html_is_not_escaped_twice() -> None:
    """Elements nest as they are."""
    assert element("ul", [element("li", "a & b")]) == "<ul><li>a &amp; b</li></ul>"
    assert escape(Html("<br>")) == "<br>"


def test_nothing_and_nested_lists() -> None:
    """None is left out and lists are flattened."""
    assert join("a", None, ["b", ["c"]]) == "abc"


def test_attributes() -> None:
    """True is a bare attribute; None and False leave it out; reserved words have stand-ins."""
    assert element("input", for_="x", cls="y", data_row=0, hidden=True, checked=False, id=None) == (
        '<input for="x" class="y" data-row="0" hidden>'
    )
