"""The form holds everything the instrument asks, in native controls, and nothing that steers the answer."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from cse_core import instrument_ids, load_instrument
from cse_core.model import Indicator, Instrument, Kind, Mark, PrintedColours, Reads
from site_widgets.build.form import form, form_of
from site_widgets.build.markup import escape


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


class Form:
    """The form of one instrument, and what it holds."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.page = form_of(instrument)
        self.read = Reader(self.page)
        self.controls = [control for control in self.read.all("input", "textarea") if control.get("name")]
        self.names = {control["name"] for control in self.controls}

    def values(self, name: str) -> list[str | None]:
        """The values of the radios with this name."""
        return [control["value"] for control in self.controls if control["name"] == name]

    def checked(self, name: str) -> list[str | None]:
        """Where the question starts."""
        return [control["value"] for control in self.controls if control["name"] == name and "checked" in control]

    def asked(self, item: Indicator) -> str:
        """Everything that stands at one item, up to the next question."""
        start = self.page.index(f'id="answers-{item.id}-answer-question"')
        return self.page[start : self.page.index("</details>", start)]


FORMS = {id_: Form(load_instrument(id_)) for id_ in instrument_ids()}
BY_LEVEL = [id_ for id_ in FORMS if load_instrument(id_).reads is Reads.LEVEL]
BY_PATHWAY = [id_ for id_ in FORMS if load_instrument(id_).reads is Reads.PATHWAY]
ITEMS = [
    pytest.param(form, item, id=f"{id_}-{item.id}")
    for id_, form in FORMS.items()
    for item in form.instrument.indicators
]
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
ANSWERS = ["present", "suspected", "absent", "not_known"]
MARKS = ["green", "amber", "red", ""]
LEVELS = ["low", "medium", "high"]


def words(html: str) -> str:
    """What a reader reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("id_", instrument_ids())
def test_the_directive_is_the_form_of_its_instrument(id_: str) -> None:
    """The page says which instrument it asks for."""
    assert form(id_) == FORMS[id_].page
    assert FORMS[id_].read.all("form")[0]["data-instrument"] == id_


@pytest.mark.parametrize(("form", "item"), ITEMS)
def test_each_item_has_four_answers_evidence_and_recency(form: Form, item: Indicator) -> None:
    """Not known is where it starts."""
    name = f"answers.{item.id}"
    assert form.values(f"{name}.answer") == ANSWERS
    assert form.checked(f"{name}.answer") == ["not_known"]
    assert form.values(f"{name}.recency") == ["current", "past_6_months", "earlier", "not_known"]
    assert form.checked(f"{name}.recency") == ["not_known"]
    assert any(control["name"] == f"{name}.evidence" for control in form.read.all("textarea"))


@pytest.mark.parametrize(("form", "item"), ITEMS)
def test_each_item_is_asked_once_in_todays_words_with_the_sources_behind(form: Form, item: Indicator) -> None:
    """The source's own words are there, and not as the question."""
    asked = form.asked(item)
    assert f"<legend>{escape(item.plain)}</legend>" in asked
    assert form.page.count(f"<legend>{escape(item.plain)}</legend>") == 1
    summary = f"<summary>{escape(form.instrument.called)} says"
    assert summary in asked
    assert asked.index(summary) < asked.index(f"<q>{escape(item.label)}</q>")
    assert escape(item.language_note) in asked
    assert escape(item.note) in asked


@every_form
def test_each_fact_offers_not_known(form: Form) -> None:
    """Unknown is not no."""
    for fact in form.instrument.facts:
        assert form.values(f"child.{fact.id}") == ANSWERS
        assert form.checked(f"child.{fact.id}") == ["not_known"]
        assert escape(fact.plain) in form.page
        assert escape(fact.do_now) in form.page


@every_form
def test_every_field_of_a_case_is_there_and_no_other(form: Form) -> None:
    """Names are the case's JSON paths."""
    by_level = form.instrument.reads is Reads.LEVEL
    texts = {"assessed_on", "reference", "child.age", "child_view", "family_view", "judgement.reasons"}
    context = {f"context.{key}" for key in ("people_of_concern", "places", "peers", "online", "protective")}
    concerns = {f"other_concerns.{row}.{key}" for row in range(3) for key in ("description", "level", "answer")}
    facts = {f"child.{fact.id}" for fact in form.instrument.facts}
    asked = ("answer", "evidence", "recency", *(() if by_level else ("level", "recurring")))
    items = {f"answers.{item.id}.{key}" for item in form.instrument.indicators for key in asked}
    judged = {"judgement.significant_harm", *(["judgement.level"] if by_level else [])}
    assert form.names == texts | context | concerns | facts | items | judged


@pytest.mark.parametrize("id_", BY_LEVEL)
def test_judgement_starts_without_a_view(id_: str) -> None:
    """The practitioner can say that they have none yet."""
    form = FORMS[id_]
    assert form.values("judgement.level") == ["", *LEVELS]
    assert form.checked("judgement.level") == [""]
    assert form.values("other_concerns.0.level") == LEVELS
    assert form.checked("other_concerns.0.level") == []


@every_form
def test_significant_harm_is_asked_and_starts_as_not_known(form: Form) -> None:
    """Whatever the tool reads."""
    assert form.values("judgement.significant_harm") == ANSWERS
    assert form.checked("judgement.significant_harm") == ["not_known"]


@pytest.mark.parametrize("id_", BY_PATHWAY)
def test_each_item_and_each_concern_takes_the_practitioners_own_mark(id_: str) -> None:
    """No mark is where it starts, and "keeps happening" is not ticked."""
    form = FORMS[id_]
    marking = form.instrument.marking
    assert marking is not None
    for item in form.instrument.indicators:
        assert form.values(f"answers.{item.id}.level") == MARKS
        assert form.checked(f"answers.{item.id}.level") == [""]
        (pattern,) = [control for control in form.controls if control["name"] == f"answers.{item.id}.recurring"]
        assert (pattern["type"], pattern["value"], "checked" in pattern) == ("checkbox", "true", False)
        assert escape(marking.not_marked) in form.asked(item)
    for row in range(3):
        assert form.values(f"other_concerns.{row}.level") == MARKS
        assert form.checked(f"other_concerns.{row}.level") == [""]
    assert escape(marking.hint) in form.page


@pytest.mark.parametrize("id_", BY_PATHWAY)
def test_a_tool_without_levels_asks_for_none_and_speaks_of_none(id_: str) -> None:
    """No judgement in Low, Medium or High, no review date, and no "levels" to read."""
    form = FORMS[id_]
    assert "judgement.level" not in form.names
    assert set(LEVELS).isdisjoint(control.get("value") for control in form.controls)
    assert "Review dates" not in form.page
    assert "levels and rules" not in form.page
    assert "with its level" not in form.page


@every_form
def test_the_form_starts_where_its_links_lead(form: Form) -> None:
    """Whatever the tool calls its first section."""
    first = form.instrument.fact_sections[0]
    assert f'id="urgent" aria-labelledby="urgent-title" data-section="{escape(first.title)}"' in form.page
    links = [link["href"] for link in form.read.all("a") if (link.get("href") or "").startswith("#")]
    ids = {attributes["id"] for _, attributes in form.read.tags if "id" in attributes}
    assert links
    assert {(link or "").removeprefix("#") for link in links} <= ids


@every_form
def test_age_is_asked_once_in_its_own_section(form: Form) -> None:
    """After what cannot wait, or in it where there is one section only."""
    assert [control["name"] for control in form.controls].count("child.age") == 1
    (asking,) = [section for section in form.instrument.fact_sections if section.asks_age]
    inside = form.page[form.page.index(f'data-section="{escape(asking.title)}"') :]
    assert 'name="child.age"' in inside[: inside.index("</section>")]


@every_form
def test_ids_are_unique_and_every_label_and_description_leads_somewhere(form: Form) -> None:
    """What a screen reader follows exists."""
    ids = Counter(attributes["id"] for _, attributes in form.read.tags if "id" in attributes)
    assert [id_ for id_, times in ids.items() if times > 1] == []
    for _, attributes in form.read.tags:
        for key in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for id_ in (attributes.get(key) or "").split():
                assert id_ in ids, (key, id_)


@every_form
def test_nothing_is_remembered_or_sent(form: Form) -> None:
    """Every field says autocomplete="off"; the form has nowhere to go."""
    assert all(control.get("autocomplete") == "off" for control in form.controls)
    main = form.read.all("form")[0]
    assert main["method"] == "dialog"
    assert "action" not in main
    assert all("formaction" not in button for button in form.read.all("button"))
    inside = form.page[form.page.index("<form") : form.page.index("</form>")]
    assert all('type="button"' in button for button in re.findall(r"<button[^>]*>", inside))


@every_form
def test_no_inline_style_handler_or_other_host(form: Form) -> None:
    """What the page's policy forbids is not there."""
    for _, attributes in form.read.tags:
        assert "style" not in attributes
        assert not any(key.startswith("on") for key in attributes)
        assert not any("//" in (attributes.get(key) or "") for key in ("href", "src"))


@pytest.mark.parametrize(("form", "item"), ITEMS)
def test_no_level_and_no_colour_of_its_own_stands_beside_an_item(form: Form, item: Indicator) -> None:
    """It would steer the practitioner's own judgement. The three marks to choose from stand there for every item."""
    asked = re.sub(r"One red is enough\. [^.]*\.", "", words(form.asked(item)))
    for said in (item.note, item.label, item.language_note):
        asked = asked.replace(escape(said), "")
    assert re.findall(r"\b(Low|Medium|High|[Pp]rinted)\b", asked) == []
    named = set(re.findall(r"\b(Green|Amber|Red)\b", asked))
    marked = form.instrument.marking is not None
    assert named == ({"Green", "Amber", "Red"} if marked else set())


@every_form
def test_signs_come_before_vulnerability_factors_and_judgement_before_the_reading(form: Form) -> None:
    """The order of the form."""
    groups = [item.group for item in form.instrument.indicators if item.kind is Kind.SIGN]
    first = next(group.id for group in form.instrument.groups if group.id in groups)
    marks = (
        'id="urgent"',
        'id="about-this"',
        'id="answers-explained"',
        f'id="group-{first}"',
        'class="vulnerability-block"',
        'id="other-concerns"',
        'id="context"',
        'id="views"',
        'id="judgement"',
        'id="reading"',
    )
    places = [form.page.index(mark) for mark in marks]
    assert places == sorted(places)
    block = form.page[form.page.index('class="vulnerability-block"') : form.page.index('id="other-concerns"')]
    for item in form.instrument.indicators:
        assert (f'id="answers-{item.id}-answer-question"' in block) == (item.kind is Kind.VULNERABILITY)


def test_housing_is_asked_in_two_places_because_it_holds_a_sign_and_a_factor() -> None:
    """A key to another place is a sign; having no home is what the child lives with."""
    form = FORMS["lambeth"]
    signs, factors = (form.page.index(f'id="group-housing{end}"') for end in ("", "-lives-with"))
    keys, homeless = (
        form.page.index(f'id="answers-{item}-answer-question"')
        for item in ("keys-to-other-premises", "homeless-or-unsuitable-housing")
    )
    assert signs < keys < form.page.index('class="vulnerability-block"') < factors < homeless
    assert 'data-section="Housing"' in form.page
    assert 'data-section="Housing: what the child lives with"' in form.page
    both = [
        section
        for section in re.findall(r'data-section="([^"]*)"', form.page)
        if ": what the child lives with" in section
    ]
    assert both == ["Housing: what the child lives with"]


def test_a_printed_colour_is_shown_where_a_board_supplied_it() -> None:
    """The colour in this test is made up."""
    plain = FORMS["lambeth"].instrument
    coloured = plain._replace(
        colours=PrintedColours("A made-up board", "a made-up copy"),
        indicators=tuple(item._replace(printed=Mark.AMBER) for item in plain.indicators),
    )
    page = form_of(coloured)
    assert page.count("Printed colour: amber.") == 54
    assert "Printed colour" not in FORMS["lambeth"].page
    # The words about lost colours would then be wrong.
    assert plain.marking is not None
    assert escape(plain.marking.colours) in FORMS["lambeth"].page
    assert escape(plain.marking.colours) not in page


@every_form
def test_words_from_data_are_escaped(form: Form) -> None:
    """An instrument cannot bring markup into the page."""
    instrument = form.instrument
    nasty = instrument.indicators[0]._replace(plain="<script>x</script>", label='"><img>', note="a & b")
    fact = instrument.facts[0]._replace(plain="<script>y</script>", do_now='"><img>', why="c & d")
    made = form_of(
        instrument._replace(
            indicators=(nasty, *instrument.indicators[1:]), facts=(fact, *instrument.facts[1:]), title='"><img>'
        )
    )
    assert "<script>" not in made
    assert "<img>" not in made
    assert "a &amp; b" in made
