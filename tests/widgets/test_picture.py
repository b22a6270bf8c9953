"""The picture of an instrument's rules and its words: all of it in both, drawn again when the data changes, no style."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

from cse_core import instrument_ids, load_instrument
from cse_core.model import Instrument, Level, Reads, When
from cse_core.render.routes import by_outcome, routes
from site_widgets.build import picture as directive
from site_widgets.build.picture import PictureError, picture, picture_of
from site_widgets.build.pictures import pictures_of, write

SVG = "{http://www.w3.org/2000/svg}"
INSTRUMENTS = [load_instrument(id_) for id_ in instrument_ids()]
DRAWN = {instrument.id: pictures_of(instrument) for instrument in INSTRUMENTS}
EVERY = [pytest.param(i, name, id=f"{i.id}-{name}") for i in INSTRUMENTS for name in DRAWN[i.id]]


def boxes(svg: str, kind: str) -> list[str]:
    """What stands in each box of one kind, as one line."""
    nodes = [node for node in ET.fromstring(svg).iter(f"{SVG}g") if node.get("class") == f"node {kind}"]
    return [
        " ".join(text.text or "" for text in node.iter(f"{SVG}text") if (text.text or "").strip()) for node in nodes
    ]


def words_of(html: str) -> str:
    """What a reader reads below the picture."""
    below = html.split('class="rules-in-words"')[1]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", below)).split())


def sentence(words: str) -> str:
    """As it stands in a box."""
    return words[:1].upper() + words[1:]


@pytest.mark.parametrize(("instrument", "name"), EVERY)
def test_every_way_is_in_the_picture(instrument: Instrument, name: str) -> None:
    """What is recorded, the rule, the outcome and the note."""
    svg, ways = DRAWN[instrument.id][name], routes(instrument)
    rules = [clauses for shown in by_outcome(ways).values() for clauses in shown]
    assert sorted(boxes(svg, "outcome")) == sorted(by_outcome(ways))
    assert sorted(boxes(svg, "rule")) == sorted(clauses[0].title for clauses in rules)
    assert boxes(svg, "note") == [sentence(way.note) for way in ways if way.note]
    if name == "columns":
        assert sorted(boxes(svg, "recorded")) == sorted(sentence(way.words) for way in ways)
    else:
        stacked = [" or ".join(sentence(way.words) for way in clauses) for clauses in rules]
        assert sorted(boxes(svg, "recorded")) == sorted(stacked)


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_every_way_is_in_words_with_its_names_and_citations(instrument: Instrument) -> None:
    """The same as the picture says, and what it only counts."""
    html = picture_of(instrument, DRAWN[instrument.id])
    words = words_of(html)
    for way in routes(instrument):
        assert way.title in words
        assert f"When {way.words}" in words
        assert way.note in words
        assert [cite for cite in way.cites if f'data-source="{cite}"' not in html] == []
        assert [name for names in way.lists for name in names.names if name not in words] == []
    assert re.findall(r"<h4>([^<]*)</h4>", html) == list(by_outcome(routes(instrument)))


def test_a_floor_added_to_the_data_is_drawn_and_said() -> None:
    """Nothing but the data has to change."""
    instrument = load_instrument("pan-bedfordshire")
    floor = instrument.floors[0]._replace(
        id="added", title="A made-up rule", raises_to=Level.HIGH, when=(When({"age_from": 17}), When({"age_under": 3}))
    )
    more = instrument._replace(floors=(*instrument.floors, floor))
    pictures = pictures_of(more)
    for svg in pictures.values():
        assert boxes(svg, "rule").count("A made-up rule") == 1
        assert any("The child is 17 or over" in words for words in boxes(svg, "recorded"))
    words = words_of(picture_of(more, pictures))
    assert "A made-up rule. Any one of these is enough: When the child is 17 or over When the child is under 3" in words
    assert "made-up" not in "".join(DRAWN[instrument.id].values())


def test_a_route_added_to_the_data_is_drawn_and_said() -> None:
    """The same for an instrument that reads a pathway."""
    instrument = next(i for i in INSTRUMENTS if i.reads is Reads.PATHWAY)
    route = instrument.routes[0]._replace(id="added", title="A made-up route", when=(When({"any_recurring": True}),))
    more = instrument._replace(routes=(*instrument.routes, route))
    pictures = pictures_of(more)
    assert all("A made-up route" in boxes(svg, "rule") for svg in pictures.values())
    assert "A made-up route" in words_of(picture_of(more, pictures))


@pytest.mark.parametrize(("instrument", "name"), EVERY)
def test_the_picture_has_shapes_and_words_and_no_style(instrument: Instrument, name: str) -> None:
    """Colours, fonts and sizes are the style sheet's, which follows the reader."""
    svg = ET.fromstring(DRAWN[instrument.id][name])
    used = {attribute for element in svg.iter() for attribute in element.attrib}
    assert used & {"style", "fill", "stroke", "color", "font-family", "font-size", "stroke-width"} == set()
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {
        "svg", "title", "desc", "g", "path", "polygon", "ellipse", "text",
    }  # fmt: skip


@pytest.mark.parametrize(("instrument", "name"), EVERY)
def test_the_kinds_differ_in_shape(instrument: Instrument, name: str) -> None:
    """One polygon, one rounded path, two polygons, and nothing: told apart without colour."""
    shapes = {"recorded": ["polygon"], "rule": ["path"], "outcome": ["polygon", "polygon"], "note": []}
    for node in ET.fromstring(DRAWN[instrument.id][name]).iter(f"{SVG}g"):
        kind = node.get("class", "").removeprefix("node ")
        if kind in shapes:
            found = [child.tag.removeprefix(SVG) for child in node if child.tag != f"{SVG}text"]
            assert found == shapes[kind], kind


@pytest.mark.parametrize(("instrument", "name"), EVERY)
def test_the_picture_has_a_name_and_a_description(instrument: Instrument, name: str) -> None:
    """For a reader who does not see it: what it is, how much it holds, and where the words are."""
    svg = ET.fromstring(DRAWN[instrument.id][name])
    said = {element.get("id"): element.text or "" for element in svg if element.tag in (f"{SVG}title", f"{SVG}desc")}
    assert svg.get("role") == "img"
    assert instrument.title in said[svg.get("aria-labelledby")]
    assert "in words" in said[svg.get("aria-describedby")]
    for outcome in by_outcome(routes(instrument)):
        assert f"to {outcome}" in said[svg.get("aria-describedby")]


def test_ids_are_unique_where_both_instruments_are_on_one_page() -> None:
    """Two arrangements of each."""
    html = "".join(picture_of(instrument, DRAWN[instrument.id]) for instrument in INSTRUMENTS)
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == 4 * len(INSTRUMENTS)
    assert len(set(ids)) == len(ids)


def test_the_same_data_gives_the_same_picture() -> None:
    """So that a build can be repeated."""
    assert pictures_of(INSTRUMENTS[0]) == DRAWN[INSTRUMENTS[0].id]


def test_a_page_stops_the_build_where_its_picture_is_missing_or_old(tmp_path, monkeypatch) -> None:
    """The message names the file and what to do."""
    monkeypatch.setattr(directive, "PICTURES", tmp_path)
    with pytest.raises(PictureError, match=r"no picture .*pan-bedfordshire-columns\.svg.*make site"):
        picture("pan-bedfordshire")
    write(tmp_path)
    assert picture("pan-bedfordshire") == picture_of(load_instrument("pan-bedfordshire"), DRAWN["pan-bedfordshire"])
    old = tmp_path / "pan-bedfordshire-columns.svg"
    old.write_text(re.sub('data-drawn-from="[0-9a-f]+"', 'data-drawn-from="0"', old.read_text("utf-8")), "utf-8")
    with pytest.raises(PictureError, match=r"other rules.*make site"):
        picture("pan-bedfordshire")
