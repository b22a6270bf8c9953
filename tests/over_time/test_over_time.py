"""Several assessments of one child: what came and stayed, what never drops out, and what a lower reading asks."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core import case_from, load_instrument
from cse_core.engine.over_time import over_time
from cse_core.language import all_clear_phrases_in
from cse_core.model_over_time import Trend
from cse_core.paperwork import answer
from cse_core.render.over_time import over_time_report
from cse_core.render.over_time_html import over_time_picture, over_time_to_html
from tests.casefile.files import casefile
from tests.cases import BY_REF, LAMBETH, PAN_BEDFORDSHIRE, case, case_strategy, checklist_case

LOW, MED, HIGH = "LOW-01", "MED-01", "HIGH-01"


def seen(*cases):
    first = cases[0]["instrument"]
    return over_time(load_instrument(first), [case_from(each) for each in cases])


def words(made):
    return [(section.kind, " ".join(f"{line.text} {line.aside}" for line in section.lines)) for section in over_time_report(made).sections]


@pytest.mark.parametrize(
    ("then", "now", "trend"),
    [
        ("absent", "present", Trend.NEW),
        ("not_known", "suspected", Trend.NEW),
        ("present", "present", Trend.STILL),
        ("suspected", "suspected", Trend.STILL),
        ("suspected", "present", Trend.SURER),
        ("present", "suspected", Trend.LESS_SURE),
        ("present", "absent", Trend.NOT_NOW),
        ("suspected", "not_known", Trend.NOT_ASKED),
    ],
)
def test_what_became_of_an_item(then, now, trend):
    def at(given, on):
        made = case(on=on)
        made["answers"] = {BY_REF[LOW]: {"answer": given}}
        return made

    (found,) = seen(at(then, "2026-01-05"), at(now, "2026-02-05")).seen
    assert found.trend is trend


def test_what_was_never_recorded_is_not_there():
    assert seen(case(absent=(LOW,), on="2026-01-05"), case(on="2026-02-05")).seen == ()


def test_what_was_seen_before_stays_in_view_with_its_days():
    made = seen(case(HIGH, on="2026-01-05"), case(LOW, on="2026-02-05"), case(LOW, on="2026-03-05"))
    before = dict(words(made))["before"]
    assert "Recorded on 5 January 2026. It happened. It still counts when you judge." in before


def test_a_lower_reading_asks_what_has_changed_about_the_person_or_the_place():
    made = seen(case(HIGH, on="2026-01-05"), case(LOW, on="2026-02-05"))
    assert made.lower
    ask = dict(words(made))["ask"]
    assert "What has changed about the person who harms, or about the place?" in ask
    assert "The question is ours." in ask
    assert "never shows that the harm has stopped" in ask
    assert not seen(case(LOW, on="2026-01-05"), case(HIGH, on="2026-02-05")).lower


@pytest.mark.parametrize(
    ("levels", "prompts"),
    [
        ((MED, MED), False),
        ((MED, MED, MED), True),
        ((LOW, MED, HIGH), True),
        ((HIGH, MED, MED), False),
        ((MED, MED, LOW), False),
        ((HIGH, LOW, LOW, LOW), True),
    ],
)
def test_two_reassessments_without_a_fall_ask_for_another_approach(levels, prompts):
    cases = [case(ref, on=f"2026-0{number}-05") for number, ref in enumerate(levels, 1)]
    made = seen(*cases)
    assert made.no_fall is prompts
    asked = dict(words(made)).get("ask", "")
    assert ("Two is ours" in asked) is prompts
    assert ("Do not ask the child to change" in asked) is prompts


def test_nothing_recorded_three_times_is_no_lack_of_progress():
    assert not seen(*(case(on=f"2026-0{month}-05") for month in (1, 2, 3))).no_fall


def test_the_checklist_has_pathways_and_no_level():
    first = {**checklist_case("34"), "assessed_on": "2026-01-05"}
    made = seen(first, {**checklist_case("34", harm="present"), "assessed_on": "2026-02-05"})
    html = over_time_to_html(made)
    assert not re.search(r"\b(Low|Medium|High)\b", html)
    assert "Section 47 now" in html


def test_a_concern_in_own_words_is_kept_with_its_days():
    made = seen(case(other=(("medium", "present"),), on="2026-01-05"), case(LOW, on="2026-02-05"))
    assert "a concern the tool does not list Recorded on 5 January 2026." in dict(words(made))["concerns"]


def test_two_tools_are_never_set_against_each_other():
    file = casefile([case(LOW, on="2026-01-05"), {**checklist_case("34"), "assessed_on": "2026-02-05"}])
    told = json.loads(answer(json.dumps({"do": "over_time", "file": file})))
    assert told["html"].count('<article class="over-time"') == 2
    # One assessment of each: there is nothing to draw.
    assert "<svg" not in told["html"]


def test_the_picture_says_in_words_what_it_shows():
    made = seen(case(HIGH, on="2026-01-05"), case(LOW, on="2026-02-05"))
    picture = over_time_picture(made)
    label = re.search(r'<svg[^>]* aria-label="([^"]*)"', picture)[1]
    assert "5 January 2026: High; 5 February 2026: Low" in label
    assert "style=" not in picture
    assert picture.count("<circle") == 2
    listed = dict(words(made))["readings"]
    assert listed.split() == ["High", "Low"]


def dated(count):
    return st.lists(case_strategy(), min_size=count, max_size=4)


@settings(max_examples=60, deadline=None)
@given(dated(2), st.randoms())
def test_the_order_in_which_they_are_given_never_matters(cases, chance):
    shuffled = list(cases)
    chance.shuffle(shuffled)
    assert over_time_to_html(seen(*shuffled)) == over_time_to_html(seen(*cases))


@settings(max_examples=60, deadline=None)
@given(dated(1), case_strategy())
def test_one_more_assessment_takes_nothing_out_of_view(cases, more):
    last = max(date.fromisoformat(each["assessed_on"]) for each in cases)
    later = {**more, "assessed_on": (last + timedelta(days=30)).isoformat()}
    before, after = seen(*cases), seen(*cases, later)
    assert {each.id for each in before.seen} <= {each.id for each in after.seen}
    assert {each.text for each in before.concerns} <= {each.text for each in after.concerns}
    held = {each.id: each.recorded_at for each in after.seen}
    for each in before.seen:
        assert held[each.id][: len(each.recorded_at)] == each.recorded_at


@settings(max_examples=60, deadline=None)
@given(st.sampled_from((PAN_BEDFORDSHIRE, LAMBETH)).flatmap(lambda id_: st.lists(case_strategy(id_), min_size=1, max_size=3)))
def test_no_wording_sounds_like_an_all_clear(cases):
    assert all_clear_phrases_in(over_time_to_html(seen(*cases))) == ()
