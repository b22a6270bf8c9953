"""How far a disruption plan has got on a day: boundaries, what is missing, and on whom it works."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cse_core.engine.plan_progress import ON_PEOPLE_AND_PLACES, ON_THE_CHILDS_OWN_LIFE, plan_progress
from cse_core.language import all_clear_phrases_in
from cse_core.paperwork import answer, filled_from, load_forms
from cse_core.render.plan_progress import plan_progress_report, plan_progress_to_html
from site_widgets.build.disruption_data import load_disruption
from tests.forms.fillings import made

PLAN = load_forms()["disruption-plan"]
TODAY = date(2026, 11, 20)


def step(due="", progress="", aim="suspected-people", lead="the police", effect="none that we know", text="Ask"):
    given = {"aim": aim, "step": text, "step-effect": effect, "step-lead": lead, "step-due": due}
    return {key: value for key, value in {**given, "step-progress": progress}.items() if value}


def target(by="", result="", text="School rings the same day"):
    return {key: value for key, value in {"target": text, "target-by": by, "target-result": result}.items() if value}


def progress(steps=(), targets=(), **answers):
    filled = filled_from(made(PLAN, {**answers, "steps": list(steps), "targets": list(targets)}))
    return plan_progress(filled, TODAY)


@pytest.mark.parametrize(
    ("due", "done", "where"),
    [
        ("2026-11-19", "", "overdue"),
        ("2026-11-19", "under-way", "overdue"),
        ("2026-11-19", "done", "done"),
        ("2026-11-19", "changed", "ended"),
        ("2026-11-19", "stopped", "ended"),
        ("2026-11-20", "not-begun", "soon"),
        ("2026-11-27", "", "soon"),
        ("2026-11-28", "", "to_do"),
        ("", "", "to_do"),
    ],
)
def test_each_step_stands_in_one_list(due, done, where):
    found = progress([step(due, done)])
    lists = ("overdue", "soon", "to_do", "done", "ended")
    assert [name for name in lists if getattr(found, name)] == [where]


@pytest.mark.parametrize(
    ("by", "result", "where"),
    [
        ("2026-11-19", "", "targets_overdue"),
        ("2026-11-19", "open", "targets_overdue"),
        ("2026-11-20", "open", "targets_open"),
        ("", "", "targets_open"),
        ("2026-11-19", "met", "targets_met"),
        ("2026-11-19", "missed", "targets_missed"),
    ],
)
def test_each_target_stands_in_one_list(by, result, where):
    found = progress(targets=[target(by, result)])
    lists = ("targets_overdue", "targets_open", "targets_met", "targets_missed")
    assert [name for name in lists if getattr(found, name)] == [where]


def asked(found):
    return " ".join(line.text for section in plan_progress_report(found).sections if section.kind == "ask" for line in section.lines)


def test_a_step_that_nobody_can_act_on_is_named():
    found = progress([step("2026-11-28"), step(lead="", effect="")])
    assert "Step 2 does not say what it will do to the child, who leads on it and a day." in asked(found)
    assert "Step 1" not in asked(found)


def test_a_plan_that_works_on_the_child_is_asked_why():
    on_child = [step("2026-11-28", aim="boundaries"), step("2026-11-28", aim="awareness")]
    assert "The child is not the danger." in asked(progress([*on_child, step("2026-11-28")]))
    assert "The child is not the danger." not in asked(progress([*on_child, step("2026-11-28"), step("2026-11-28")]))


def test_a_missed_target_blames_nobody():
    assert "Change the target or the help." in asked(progress(targets=[target(result="missed")]))


def test_danger_that_is_not_less_asks_for_a_change_about_people_and_places():
    assert "not less" in asked(progress(**{"not-lower": "same"}))
    assert "not less" not in asked(progress(**{"not-lower": "less"}))


def test_the_aims_are_grouped_as_the_toolkit_groups_them():
    toolkit = load_disruption()
    groups = {aim.id: aim.group for aim in toolkit.aims}
    assert {aim for aim, group in groups.items() if group == "People and places"} == set(ON_PEOPLE_AND_PLACES)
    assert {aim for aim, group in groups.items() if group.startswith("The child's own life")} == set(ON_THE_CHILDS_OWN_LIFE)
    (aims,) = (field for field in PLAN.fields if field.id == "aim")
    assert {choice.value: choice.words for choice in aims.choices} == {aim.id: aim.title for aim in toolkit.aims}


def test_what_was_typed_is_text_and_never_markup():
    html = plan_progress_to_html(progress([step("2026-11-19", text="<b>Ask</b> & wait", lead="<i>x</i>")]))
    assert "&lt;b&gt;Ask&lt;/b&gt; &amp; wait" in html
    assert "<i>" not in html
    assert all_clear_phrases_in(html) == ()


def test_the_page_asks_with_the_day_it_is_there():
    part = made(PLAN, {"steps": [step("2026-11-19")]})
    told = json.loads(answer(json.dumps({"do": "plan", "part": part, "today": "2026-11-20"})))
    assert "1 overdue. 0 still to do. 0 done." in told["html"]
    wrong = json.loads(answer(json.dumps({"do": "plan", "part": made(load_forms()["chronology"], {}), "today": "x"})))
    assert [problem["place"] for problem in wrong["problems"]] == ["form"]
