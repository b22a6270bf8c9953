"""What a reader sees: what to do now first, the reading in words, both judgements, why, and what was typed, as typed."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from cse_core import assess, case_from, load_units, to_dict, to_html, to_json, to_markdown, to_text
from cse_core.render.report import report
from tests.cases import STATUSES, case, case_strategy

NOT_KNOWN = dict.fromkeys(STATUSES, "not_known")


def made(given_case):
    checked = case_from(given_case)
    return assess(checked), checked


def kinds(given_case):
    return [section.kind for section in report(*made(given_case)).sections]


class Outline(HTMLParser):
    """Checks that every element is closed in order, and collects ids, links and text."""

    def __init__(self, html):
        super().__init__()
        self.open, self.ids, self.links, self.words = [], [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag != "br":
            self.open.append(tag)
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if "href" in attrs else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@settings(deadline=None, max_examples=80, derandomize=True)
@given(case_strategy())
def test_every_format_says_the_reading_after_what_to_do_now(given_case):
    assessment, checked = made(given_case)
    reading = to_dict(assessment)["reading"]
    text = to_text(assessment, checked)
    assert text.index("call 999") < text.index(reading.upper())
    for page in (to_markdown(assessment, checked), unescape(to_html(assessment, checked))):
        assert page.index("call 999") < page.index(f"{reading}\n" if page.startswith("##") else f">{reading}<")


@settings(deadline=None, max_examples=80, derandomize=True)
@given(case_strategy())
def test_html_is_well_formed_and_every_citation_has_a_place(given_case):
    assessment, checked = made(given_case)
    page = Outline(to_html(assessment, checked, cite_base="there/"))
    assert len(page.ids) == len(set(page.ids))
    assert all(id_.startswith("reading-") for id_ in page.ids)
    for link in page.links:
        base, _, unit = link.partition("#")
        assert (base, unit in load_units()) == ("there/", True)


@pytest.mark.parametrize(
    ("given_case", "reading"),
    [
        (case("LOW-04"), "This reads as Low"),
        (case("LOW-04", age=None), "At least Low; could be High"),
        (case("LOW-04", looked_after="not_known"), "At least Low; could be Medium"),
        (case("HIGH-09", **NOT_KNOWN), "This reads as High"),
        (case(), "No level: none of the tool's items is recorded yet"),
        (case(judgement={"significant_harm": "suspected"}), "This reads as High"),
    ],
)
def test_the_reading_in_words(given_case, reading):
    assert to_dict(made(given_case)[0])["reading"] == reading


def test_a_provisional_reading_says_what_to_find_out():
    text = to_text(*made(case("LOW-04", age=None, care_leaver="not_known")))
    assert "Find out the child's age and whether the young person is a care leaver." in text


@pytest.mark.parametrize(
    ("given_case", "says"),
    [
        (case("HIGH-09", judgement={"level": "low", "reasons": "x"}), "You judged Low. Your other answers give High."),
        (case("LOW-04", judgement={"level": "medium", "reasons": "x"}), "You judged Medium. Your other answers give Low."),
        (case(judgement={"level": "low", "reasons": "x"}), "You judged Low. Your other answers give no level."),
    ],
)
def test_both_judgements_are_kept_where_they_differ(given_case, says):
    assert says in " ".join(to_text(*made(given_case)).split())


@pytest.mark.parametrize("judgement", [{}, {"level": "low", "reasons": "x"}])
def test_nothing_is_said_of_a_difference_that_is_not_there(judgement):
    assert "judgement" not in kinds(case("LOW-04", judgement=judgement))


def test_sections_come_in_the_order_a_reader_needs_them():
    given_case = case("LOW-04", age=None, judgement={"level": "medium", "reasons": "x"})
    expected = ["now", "result", "judgement", "unknowns", "why", "actions", "review", "limits", "record", "stamp"]
    assert kinds(given_case) == expected


def test_every_action_that_is_for_now_is_in_the_first_section():
    assessment, checked = made(case("HIGH-09", age=12, missing_now="present", disclosure="present"))
    first = report(assessment, checked).sections[0]
    shown = [line.text for line in first.lines]
    assert all(action.text in shown for action in assessment.actions if action.when == "now")


def test_what_was_typed_is_shown_as_typed_and_never_as_markup():
    told = '<script>alert("x")</script> *not bold* & two\nlines'
    given_case = case("LOW-04") | {"child_view": told, "reference": "R|7"}
    given_case["answers"]["unexplained-gifts"] = {"answer": "present", "evidence": told, "recency": "current"}
    assessment, checked = made(given_case)
    page = to_html(assessment, checked)
    assert "<script" not in page
    assert "".join(Outline(page).words).count('<script>alert("x")</script> *not bold* & two') == 2
    assert "\\*not bold\\*" in to_markdown(assessment, checked)
    assert told.splitlines()[0] in " ".join(to_text(assessment, checked).split())


def test_the_article_carries_the_assessment_for_other_code():
    assessment, checked = made(case("LOW-04", age=None))
    start = to_html(assessment, checked).split(">", 1)[0]
    assert 'data-status="provisional" data-level="low"' in start
    carried = unescape(re.search(r'data-assessment="([^"]*)"', start)[1])
    assert carried == to_json(assessment, compact=True).strip()
    nothing = to_html(*made(case())).split(">", 1)[0]
    assert 'data-status="nothing_recorded" data-level=""' in nothing


def test_the_record_is_stamped_and_says_it_is_no_referral():
    text = " ".join(to_text(*made(case("LOW-04"))).split())
    for words in ("Core version", "Check again after 72 hours", "This is not a referral", "A tool from 2013–14"):
        assert words in text


def test_no_total_is_ever_shown():
    text = to_text(*made(case("LOW-04", "MED-07", "HIGH-09")))
    assert "does not add items up" in text
    assert not re.search(r"\b(score|total|points)\b", text, re.IGNORECASE)


def test_what_was_written_beside_an_answer_not_known_is_pointed_out():
    given_case = case("LOW-04", other=(("high", "not_known"),))
    given_case["answers"]["out-overnight"] = {"answer": "not_known", "evidence": "a neighbour said so"}
    text = " ".join(to_text(*made(given_case)).split())
    assert "You wrote something beside 1 item still at “Not known”." in text
    assert "You described 1 other concern and left the answer at “Not known”." in text


@pytest.mark.parametrize(
    ("given_case", "says"),
    [
        (case("LOW-04"), "It is never a reason to stop, or to refuse help."),
        (case("LOW-04", age=None), "Do not wait for the answers before you act."),
        (case(), "tell your safeguarding lead about it today"),
        (case("HIGH-09", age=None), "Find out the child's age. It changes what has to be done."),
        (case(judgement={"significant_harm": "present"}), "The level rests on your view on significant harm."),
        (case(judgement={"level": "low", "reasons": "x"}), "The level rests on your own judgement."),
    ],
)
def test_no_reading_can_be_taken_for_a_reason_to_wait(given_case, says):
    assert says in " ".join(to_text(*made(given_case)).split())


def test_facts_are_recorded_as_they_were_asked():
    text = to_text(*made(case("LOW-04", missing_now="absent", disclosure="suspected")))
    assert "Missing now: No" in text
    assert "The child has told someone: Suspected" in text
