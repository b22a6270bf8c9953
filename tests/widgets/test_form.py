"""The form holds everything the instrument asks, in native controls, and nothing that steers the answer."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from cse_core import load_instrument
from site_widgets.build.form import form, form_of

INSTRUMENT = load_instrument("pan-bedfordshire")
PAGE = form("pan-bedfordshire")


class Reader(HTMLParser):
    """Collects start tags with their attributes, and checks that tags close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for each start tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in {"input", "link", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Called for each end tag."""
        assert self.open.pop() == tag

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of every such tag, in order."""
        return [attributes for tag, attributes in self.tags if tag in tags]


READ = Reader(PAGE)
CONTROLS = [control for control in READ.all("input", "textarea") if control.get("name")]


def values(name: str) -> list[str | None]:
    """The values of the radios with this name."""
    return [control["value"] for control in CONTROLS if control["name"] == name]


def checked(name: str) -> list[str | None]:
    """Where the question starts."""
    return [control["value"] for control in CONTROLS if control["name"] == name and "checked" in control]


ANSWERS = ["present", "suspected", "absent", "not_known"]


@pytest.mark.parametrize("item", INSTRUMENT.indicators, ids=lambda item: item.id)
def test_each_item_has_four_answers_evidence_and_recency(item) -> None:  # type: ignore[no-untyped-def]
    """Not known is where it starts."""
    name = f"answers.{item.id}"
    assert values(f"{name}.answer") == ANSWERS
    assert checked(f"{name}.answer") == ["not_known"]
    assert values(f"{name}.recency") == ["current", "past_6_months", "earlier", "not_known"]
    assert any(control["name"] == f"{name}.evidence" for control in READ.all("textarea"))


def test_each_fact_offers_not_known() -> None:
    """Unknown is not no."""
    for fact in INSTRUMENT.facts:
        assert values(f"child.{fact.id}") == ANSWERS
        assert checked(f"child.{fact.id}") == ["not_known"]


def test_judgement_starts_without_a_view() -> None:
    """The practitioner can say that they have none yet."""
    assert values("judgement.level") == ["", "low", "medium", "high"]
    assert checked("judgement.level") == [""]


def test_every_field_of_a_case_is_there() -> None:
    """Names are the case's JSON paths."""
    names = {control["name"] for control in CONTROLS}
    texts = {"assessed_on", "reference", "child.age", "child_view", "family_view", "judgement.reasons"}
    context = {f"context.{key}" for key in ("people_of_concern", "places", "peers", "online", "protective")}
    concerns = {f"other_concerns.{row}.{key}" for row in range(3) for key in ("description", "level", "answer")}
    assert texts | context | concerns | {"judgement.significant_harm"} <= names


def test_ids_are_unique_and_every_label_and_description_leads_somewhere() -> None:
    """What a screen reader follows exists."""
    ids = Counter(attributes["id"] for _, attributes in READ.tags if "id" in attributes)
    assert [id_ for id_, times in ids.items() if times > 1] == []
    for _, attributes in READ.tags:
        for key in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for id_ in (attributes.get(key) or "").split():
                assert id_ in ids, (key, id_)


def test_nothing_is_remembered_or_sent() -> None:
    """Every field says autocomplete="off"; the form has nowhere to go."""
    assert all(control.get("autocomplete") == "off" for control in CONTROLS)
    main = READ.all("form")[0]
    assert main["method"] == "dialog"
    assert "action" not in main
    assert all("formaction" not in button for button in READ.all("button"))
    inside = PAGE[PAGE.index("<form") : PAGE.index("</form>")]
    assert all('type="button"' in button for button in re.findall(r"<button[^>]*>", inside))


def test_no_inline_style_handler_or_other_host() -> None:
    """What the page's policy forbids is not there."""
    for _, attributes in READ.tags:
        assert "style" not in attributes
        assert not any(key.startswith("on") for key in attributes)
        assert not any("//" in (attributes.get(key) or "") for key in ("href", "src"))


def test_no_level_stands_beside_an_item() -> None:
    """A level there would steer the practitioner's own judgement."""
    for item in INSTRUMENT.indicators:
        start = PAGE.index(f'id="answers-{item.id}-answer-question"')
        asked = PAGE[start : PAGE.index("</details>", start)]
        assert not re.search(r"\b(Low|Medium|High)\b", re.sub(r"<[^>]+>", " ", asked).replace(item.note, "")), item.id


def test_signs_come_before_vulnerability_factors_and_judgement_before_the_reading() -> None:
    """The order of the form."""
    marks = (
        'id="urgent"',
        'id="child"',
        'id="group-harm-seen-or-told"',
        "vulnerability-block",
        'id="context"',
        'id="judgement"',
        'id="reading"',
    )
    places = [PAGE.index(mark) for mark in marks]
    assert places == sorted(places)


def test_words_from_data_are_escaped() -> None:
    """An instrument cannot bring markup into the page."""
    nasty = INSTRUMENT.indicators[0]._replace(plain="<script>x</script>", label='"><img>', note="a & b")
    made = form_of(INSTRUMENT._replace(indicators=(nasty, *INSTRUMENT.indicators[1:])))
    assert "<script>x" not in made
    assert "<img>" not in made
    assert "a &amp; b" in made
