"""The page of a form asks everything that its definition asks, says where each question comes from, and sends nothing."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cse_core.paperwork import FORMS, FieldKind, load_forms
from site_widgets.build.paper import paper_of
from site_widgets.build.paper_fields import ROWS_ON_PAPER
from tests.widgets.test_form import Reader

PAGES = {id_: paper_of(load_forms()[id_]) for id_ in FORMS}
every_form = pytest.mark.parametrize("id_", FORMS)
CHOSEN = (FieldKind.ONE_OF, FieldKind.SOME_OF)


def names_of(form):
    """The name of every control that the page should have."""
    yield "written_on"
    for section in form.sections:
        for field in form.fields_of(section):
            if section.repeats:
                yield from (f"answers.{section.id}.{row}.{field.id}" for row in range(ROWS_ON_PAPER))
            else:
                yield f"answers.{field.id}"
    yield from (f"conditions.{condition.id}" for condition in form.conditions)


def questions_of(id_: str) -> str:
    """The form itself."""
    start = PAGES[id_].index('id="assessment-form"')
    return PAGES[id_][start : PAGES[id_].index("</form>", start)]


def part_of(id_: str, name: str) -> str:
    """What stands at the question with this name, up to where it comes from."""
    page = PAGES[id_]
    start = page.index(f' name="{name}"')
    return page[start : page.index("</details>", start)]


@every_form
def test_every_field_is_asked_and_no_other(id_: str) -> None:
    """A control for each field and condition, in every row; its name is its place in the file."""
    controls = Reader(PAGES[id_]).all("input", "textarea", "select")
    assert {control["name"] for control in controls if control.get("name")} == set(names_of(load_forms()[id_]))


@every_form
def test_every_question_says_where_it_comes_from_and_offers_its_choices(id_: str) -> None:
    """The citations, what is ours, and the note on what the old form asked, at the question itself."""
    form = load_forms()[id_]
    rows = {section.id for section in form.sections if section.repeats}
    for field in form.fields:
        part = part_of(id_, f"answers.{field.section}.0.{field.id}" if field.section in rows else f"answers.{field.id}")
        for unit in field.cites:
            assert f'data-source="{unit}"' in part, field.id
        for entry in field.law:
            assert f'data-law="{entry}"' in part, field.id
        assert ("It is ours." in part) is field.ours
        if field.kind in CHOSEN:
            assert all(f'value="{choice.value}"' in part for choice in field.choices), field.id


@every_form
def test_the_page_says_first_whom_to_call_and_last_what_is_left_out(id_: str) -> None:
    """What comes before stands above the first question; each status of a law stands beside its subject."""
    form, page = load_forms()[id_], PAGES[id_]
    opening = page[: page.index('id="assessment-form"')]
    assert all(f'data-law="{entry}"' in opening for entry in form.law)
    assert all(f'data-source="{unit}"' in opening for unit in form.cites)
    assert opening.index('id="before"') < opening.index('id="use-when"') < opening.index('id="not-when"')
    end = page[page.index("</form>", len(opening)) :]
    assert all(f'data-source="{unit}"' in end for left in form.left_out for unit in left.cites)


@every_form
def test_ids_are_unique_and_every_label_and_description_leads_somewhere(id_: str) -> None:
    """What a screen reader follows exists."""
    tags = Reader(PAGES[id_]).tags
    ids = Counter(attributes["id"] for _, attributes in tags if "id" in attributes)
    assert [found for found, times in ids.items() if times > 1] == []
    for _, attributes in tags:
        for key in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for found in (attributes.get(key) or "").split():
                assert found in ids, (key, found)


@every_form
def test_nothing_is_remembered_or_sent(id_: str) -> None:
    """Every field says autocomplete="off"; no form has anywhere to go, and no button in it sends it."""
    read = Reader(PAGES[id_])
    assert all(control.get("autocomplete") == "off" for control in read.all("input", "textarea", "select"))
    assert all(form["method"] == "dialog" and "action" not in form for form in read.all("form"))
    inside = questions_of(id_)
    assert all('type="button"' in button for button in re.findall(r"<button[^>]*>", inside))
