"""The toolkit on the page: each step once with its status in words, and everybody's steps one link away."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from site_widgets.build.disruption import disruption
from site_widgets.build.disruption_data import STATUSES, load_disruption

STEPS = [step for aim in load_disruption().aims for step in aim.steps]
AIM_OF = {step.id: aim for aim in load_disruption().aims for step in aim.steps}


@pytest.fixture(scope="module")
def page() -> str:
    """The toolkit as a reader gets it."""
    return Markdown(extensions=["site_widgets.build.directives", "attr_list"]).convert("<!-- cse:disruption -->")


def test_every_group_and_aim_is_a_heading(page: str) -> None:
    """With an address of its own."""
    found = load_disruption()
    headings = re.findall(r"<h[23] id=\"([^\"]+)\"", page)
    assert len(headings) == len(set(headings)) == len(found.groups) + len(found.aims) + 1 + len(found.people)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_a_step_has_its_status_in_words_who_acts_and_what_to_do_instead(page: str, step) -> None:
    """All in one paragraph, which a link can lead to."""
    (words,) = re.findall(rf'<p id="{step.id}">(.*?)</p>', page, re.DOTALL)
    status = {"use": "Use", "with care": "With care", "do not use": "Do not use"}[step.status]
    assert re.match(rf'<span class="tag[^"]*">{status}</span> <strong>', words)
    assert ("<strong>Who:</strong>" in words) == (step.status != "do not use")
    assert ("<strong>Take care:</strong>" in words) == (step.status == "with care")
    assert ("<strong>Instead:</strong>" in words) == (step.status == "do not use")
    assert set(re.findall(r'data-source="([^"]+)"', words)) == set(step.cites) - set(AIM_OF[step.id].cites)
    assert set(re.findall(r'data-law="([^"]+)"', words)) == set(step.law)
    assert ("(Ours.)" in words) == (not step.cites)


@pytest.mark.parametrize("aim", load_disruption().aims, ids=lambda aim: aim.id)
def test_an_aim_cites_what_its_steps_do_not_repeat(page: str, aim) -> None:
    """Right under its heading."""
    below = page[page.index(f'<h3 id="{aim.id}"') :]
    purpose = below[: below.index("</p>")]
    assert set(re.findall(r'data-source="([^"]+)"', purpose)) == set(aim.cites)


def test_everybody_is_led_to_what_they_can_do_and_to_nothing_else(page: str) -> None:
    """What to leave undone is on nobody's list."""
    listed = page[page.index('id="by-who-can-act"') :]
    expected = [len(step.who) * (step.status != STATUSES[-1]) for step in STEPS]
    assert [listed.count(f'href="#{step.id}"') for step in STEPS] == expected
    assert listed.count("(with care)") == sum(len(step.who) for step in STEPS if step.status == "with care")


def test_nothing_is_left_of_the_markup(page: str) -> None:
    """No brace, no marker."""
    assert "{" not in page
    assert "cse:" not in disruption()
