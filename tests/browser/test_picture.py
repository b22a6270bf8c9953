"""The picture of an instrument's rules: one arrangement at a time, all of it readable, on every width, ground and paper."""

from __future__ import annotations

import re

import pytest

from cse_core import instrument_ids, load_instrument

NAME = re.compile("reaches each outcome")
# The arrangement that is shown: its width, the size of its words, and the boxes that do not hold their words.
SHOWN = """() => {
    const shown = [...document.querySelectorAll(".rules-picture svg")].filter((svg) => svg.getBoundingClientRect().width);
    return shown.map((svg) => {
        const wide = svg.getBoundingClientRect().width;
        const unit = wide / svg.viewBox.baseVal.width;
        const size = (text) => parseFloat(getComputedStyle(text).fontSize) * unit;
        const holds = (node) => {
            const box = node.querySelector("polygon, path").getBBox();
            return [...node.querySelectorAll("text")].map((text) => text.getBBox()).every(
                (text) => text.x > box.x && text.x + text.width < box.x + box.width
                    && text.y > box.y && text.y + text.height < box.y + box.height);
        };
        return {
            arrangement: svg.parentElement.className,
            smallest: Math.min(...[...svg.querySelectorAll("text")].map(size)),
            spilt: [...svg.querySelectorAll(".recorded, .rule, .outcome")].filter((node) => !holds(node)).map((node) => node.textContent),
        };
    });
}"""
COLOURS = """() => [...document.querySelectorAll(".rules-picture__columns :is(.node text, .node polygon, .node path)")].map((part) => {
    const { fill, stroke } = getComputedStyle(part);
    return part.tagName === "text" ? fill : stroke;
})"""


@pytest.fixture(params=instrument_ids())
def path(request):
    return f"instruments/{request.param}/"


@pytest.mark.parametrize(("width", "arrangement"), [(320, "one-column"), (390, "one-column"), (1280, "columns")])
def test_one_arrangement_is_shown_and_fits(visit, path, width, arrangement):
    page = visit(path, viewport={"width": width, "height": 800})
    (shown,) = page.evaluate(SHOWN)
    assert shown["arrangement"] == f"rules-picture__{arrangement}"
    assert shown["smallest"] >= 14
    assert shown["spilt"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_words_stay_in_their_boxes_in_a_wide_font(visit, path, width):
    page = visit(path, viewport={"width": width, "height": 800})
    page.evaluate("document.body.style.setProperty('--md-text-font-family', 'DejaVu Sans, Verdana')")
    (shown,) = page.evaluate(SHOWN)
    assert shown["spilt"] == []


def test_it_has_one_name_and_a_description(visit, path):
    page = visit(path)
    (picture,) = page.get_by_role("img", name=NAME).all()
    instrument = load_instrument(path.split("/")[1])
    assert instrument.title in page.locator(f"#{picture.get_attribute('aria-labelledby')}").text_content()
    assert "in words" in page.locator(f"#{picture.get_attribute('aria-describedby')}").text_content()
    assert page.locator(".rules-picture + .rules-in-words h4").count() >= 3


def test_no_id_is_there_twice(visit, path):
    ids = visit(path).evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


def test_lines_and_words_follow_the_reader_and_are_seen(visit, path):
    by_scheme = {}
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme, viewport={"width": 1280, "height": 800})
        by_scheme[scheme] = set(page.evaluate(COLOURS))
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") not in by_scheme[scheme]
        assert "none" not in by_scheme[scheme]
    assert by_scheme["light"] & by_scheme["dark"] == set()


def test_with_forced_colours_every_line_and_word_has_the_text_colour(visit, path):
    page = visit(path, forced_colors="active", viewport={"width": 1280, "height": 800})
    assert set(page.evaluate(COLOURS)) == {page.evaluate("getComputedStyle(document.body).color")}


def test_on_paper_it_is_whole_on_one_sheet(visit, path):
    page = visit(path, viewport={"width": 673, "height": 979})
    page.emulate_media(media="print")
    (shown,) = page.evaluate(SHOWN)
    assert shown["arrangement"] == "rules-picture__columns"
    # A4 less the margins of print.css, at 96 pixels an inch.
    assert page.locator(".rules-picture__columns svg").bounding_box()["height"] <= 979
