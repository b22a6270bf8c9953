"""The form for both tools asks every question once, with a box for what is the same, and has a field for all of a story."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from cse_core import compare, load_instrument, read_vignette, vignette_to_dict
from cse_core.load.crosswalk import load_crosswalk
from cse_core.model import Kind
from cse_core.render.compare_words import place_of
from site_widgets.build.form_both import both
from tests.vignettes import vignette, vignette_stream

CROSSWALK = load_crosswalk()
FIRST, SECOND = (load_instrument(id_) for id_ in CROSSWALK.between)
PAGE = both()
FORM = PAGE[PAGE.index("<form") : PAGE.index("</form>")]
SHARED = {row.asks[SECOND.id] for row in CROSSWALK.same}


class Reader(HTMLParser):
    """Every start tag with its attributes and the elements around it; checks that tags close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None], list[dict[str, str | None]]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for each start tag."""
        self.tags.append((tag, dict(attrs), [given for _, given in self.open]))
        if tag not in {"input", "link", "br", "hr"}:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Called for each end tag."""
        assert self.open.pop()[0] == tag


READ = Reader(PAGE)
CONTROLS = [(given, around) for tag, given, around in READ.tags if tag in ("input", "textarea") and given.get("name")]
NAMES = Counter(given["name"] for given, _ in CONTROLS)
ANSWERS = ["present", "suspected", "absent", "not_known"]


def values(name: str) -> list[str | None]:
    """The values of the controls with this name."""
    return [given.get("value") for given, _ in CONTROLS if given["name"] == name]


def questions():
    """Every question of both instruments: the instrument, the question, the name of its field."""
    for instrument in (FIRST, SECOND):
        start = f"cases.{instrument.id}"
        yield from ((instrument, item.id, f"{start}.answers.{item.id}.answer") for item in instrument.indicators)
        yield from ((instrument, f"child.{fact.id}", f"{start}.child.{fact.id}") for fact in instrument.facts)
        yield instrument, "judgement.significant_harm", f"{start}.judgement.significant_harm"


@pytest.mark.parametrize(("instrument", "question", "name"), list(questions()), ids=lambda each: getattr(each, "id", each))
def test_every_question_is_asked_once(instrument, question, name):
    """What both ask is asked under the first alone; not known is where everything starts."""
    if instrument is SECOND and question in SHARED:
        assert name not in NAMES
        return
    assert values(name) == ANSWERS
    assert [given["value"] for given, _ in CONTROLS if given["name"] == name and "checked" in given] == ["not_known"]


def test_there_is_one_box_for_each_row_unticked_and_inside_its_question():
    boxes = [(given, around) for given, around in CONTROLS if given["name"] == "same"]
    assert sorted(given["value"] for given, _ in boxes) == sorted(row.id for row in CROSSWALK.same)
    rows = {row.id: row for row in CROSSWALK.same}
    for given, around in boxes:
        assert given["type"] == "checkbox"
        assert "checked" not in given
        question = rows[given["value"]].asks[FIRST.id]
        if question == "child.age":
            assert any(each.get("class") == "age" for each in around)
            continue
        part = question if "." in question else f"answers.{question}.answer"
        field = f"cases.{FIRST.id}.{part}".replace(".", "-").replace("_", "-")
        assert around[-3]["id"] == f"{field}-question", question


def test_a_box_says_what_the_other_tool_asks_where_its_words_differ():
    words = re.sub(r"<[^>]+>", " ", FORM)
    assert words.count(f"{SECOND.short_title} asks the same: use this answer there too") == len(CROSSWALK.same)
    for row in CROSSWALK.same:
        first, second = (
            next((f.plain for f in each.facts if f"child.{f.id}" == row.asks[each.id]), None)
            or next((i.plain for i in each.indicators if i.id == row.asks[each.id]), None)
            for each in (FIRST, SECOND)
        )
        box = FORM[FORM.index(f'id="same-{row.id}"') :]
        beside = box[: box.index("</div>")]
        if second:
            assert (f"{SECOND.short_title} asks: “{second}”" in beside) is (first != second), row.id


def test_every_place_that_a_comparison_names_is_a_field():
    """So that a reader can go from the table of answers to the question."""
    for given in vignette_stream(15):
        made = compare(read_vignette(json.dumps(given)))
        for told in made.told:
            assert place_of(made, told.instrument, told.question) in NAMES
            for id_, taken in told.taken.items():
                assert {place_of(made, id_, near.question) for near in taken.near} <= set(NAMES)


def paths(value, path=""):
    """The names of the fields that would hold these values."""
    if not isinstance(value, dict):
        yield path
        return
    for key, inner in value.items():
        yield from paths(inner, f"{path}.{key}" if path else key)


def test_every_part_of_a_story_has_a_field():
    """A file that the core accepts can be opened without losing anything."""
    whole = vignette(
        {"answers": {item.id: {"answer": "present"} for item in FIRST.indicators}},
        {"answers": {item.id: {"answer": "present"} for item in SECOND.indicators}},
    )
    made = vignette_to_dict(read_vignette(json.dumps(whole)))
    assert made.pop("schema") == json.loads(next(given["data-head"] for _, given, _ in READ.tags if "data-head" in given))["schema"]
    assert set(paths(made)) - set(NAMES) == set()


def test_there_is_no_field_that_no_story_has():
    whole = vignette(
        {"answers": {item.id: {"answer": "present"} for item in FIRST.indicators}},
        {"answers": {item.id: {"answer": "present"} for item in SECOND.indicators}},
    )
    made = set(paths(vignette_to_dict(read_vignette(json.dumps(whole)))))
    assert set(NAMES) - made == set()
    assert "other concerns" in PAGE
    assert "data-rows" not in PAGE


@pytest.mark.parametrize("instrument", [FIRST, SECOND], ids=lambda each: each.id)
def test_what_the_child_lives_with_is_kept_apart_from_the_signs(instrument):
    for item in instrument.indicators:
        name = f"cases.{instrument.id}.answers.{item.id}.answer"
        around = next((around for given, around in CONTROLS if given["name"] == name))
        if item.id in {row.asks[FIRST.id] for row in CROSSWALK.same} and instrument is FIRST:
            continue  # Asked for both, before the lists.
        apart = any(each.get("class") == "vulnerability-block" for each in around)
        assert apart is (item.kind is Kind.VULNERABILITY), item.id


def test_the_lists_fold_by_group_and_are_open_until_a_script_folds_them():
    folded = [given for tag, given, _ in READ.tags if tag == "details" and given.get("class") == "form-group"]
    assert len(folded) > 20
    assert all("open" in given and "data-on-paper" in given and given["data-section"] for given in folded)
    titles = [given["data-section"] for _, given, _ in READ.tags if "data-section" in given]
    assert len(titles) == len(set(titles))
    for name in ("answers", "child"):
        for instrument in (FIRST, SECOND):
            inside = [around for given, around in CONTROLS if given["name"].startswith(f"cases.{instrument.id}.{name}.")]
            assert all(any("data-section" in each for each in around) for around in inside)


def test_marks_are_asked_for_the_second_and_a_level_for_the_first():
    assert {name.split(".")[1] for name in NAMES if name.endswith(".level") and ".answers." in name} == {SECOND.id}
    assert values(f"cases.{FIRST.id}.judgement.level") == ["", "low", "medium", "high"]
    assert f"cases.{SECOND.id}.judgement.level" not in NAMES


def test_no_level_stands_beside_an_item():
    for item in FIRST.indicators:
        start = FORM.index(f'id="cases-{FIRST.id}-answers-{item.id}-answer-question"')
        asked = FORM[start : FORM.index("</details>", start)]
        words = re.sub(r"<[^>]+>", " ", asked).replace(item.note, "")
        assert not re.search(r"\b(Low|Medium|High)\b", words), item.id


def test_ids_are_unique_and_every_label_and_description_leads_somewhere():
    ids = Counter(given["id"] for _, given, _ in READ.tags if "id" in given)
    assert [id_ for id_, times in ids.items() if times > 1] == []
    for _, given, _ in READ.tags:
        for key in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for id_ in (given.get(key) or "").split():
                assert id_ in ids, (key, id_)


def test_nothing_is_remembered_or_sent():
    assert all(given.get("autocomplete") == "off" for given, _ in CONTROLS)
    main = next(given for tag, given, _ in READ.tags if tag == "form")
    assert (main["method"], main["data-instrument"], main["data-saved"]) == ("dialog", "", "story")
    assert "action" not in main
    assert all('type="button"' in button for button in re.findall(r"<button[^>]*>", FORM))
    for _, given, _ in READ.tags:
        assert "style" not in given
        assert not any(key.startswith("on") for key in given)
        assert not any("//" in (given.get(key) or "") for key in ("href", "src"))


def test_each_tool_has_a_link_to_its_own_page():
    for instrument in (FIRST, SECOND):
        assert re.search(rf'href="[^"]*assess/{instrument.id}/"', PAGE)
