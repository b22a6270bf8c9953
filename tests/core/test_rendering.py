"""What a reader sees: what to do now first, the reading in words, both judgements, why, and what was typed, as typed."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cse_core import (
    assess,
    case_from,
    changes_to_html,
    changes_to_json,
    instrument_ids,
    load_units,
    to_dict,
    to_html,
    to_json,
    to_markdown,
    to_text,
    what_would_change,
)
from cse_core.render.report import report
from tests.cases import AT_MOST, LAMBETH_BY_NUMBER, STATUSES, case, case_strategy, checklist_case

NOT_KNOWN = dict.fromkeys(STATUSES, "not_known")
RED = {"12": "red"}
CALL_NOW = "Call children's social care and the police now"
REFER = "Refer to children's social care today. Do first what is for now"

every_instrument = pytest.mark.parametrize("id_", instrument_ids())


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


@every_instrument
@settings(deadline=None, max_examples=min(80, AT_MOST), derandomize=True)
@given(data=st.data())
def test_every_format_says_the_reading_after_what_to_do_now(id_, data):
    assessment, checked = made(data.draw(case_strategy(id_)))
    reading = to_dict(assessment)["reading"]
    text = to_text(assessment, checked)
    assert text.index("call 999") < text.index(reading.upper())
    for page in (to_markdown(assessment, checked), unescape(to_html(assessment, checked))):
        assert page.index("call 999") < page.index(f"{reading}\n" if page.startswith("##") else f">{reading}<")


@every_instrument
@settings(deadline=None, max_examples=min(80, AT_MOST), derandomize=True)
@given(data=st.data())
def test_html_is_well_formed_and_every_citation_has_a_place(id_, data):
    assessment, checked = made(data.draw(case_strategy(id_)))
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
        (checklist_case("12"), REFER),
        (checklist_case("04", age=None), REFER),
        (checklist_case(gang_links="suspected"), REFER),
        (checklist_case("12", marks=RED), CALL_NOW),
        (checklist_case(disclosure="suspected"), CALL_NOW),
        (checklist_case(harm="present"), CALL_NOW),
        (checklist_case(), "Nothing is recorded yet"),
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
        (
            case("LOW-04", judgement={"level": "medium", "reasons": "x"}),
            "You judged Medium. Your other answers give Low.",
        ),
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


def test_sections_of_a_checklist_come_in_the_order_a_reader_needs_them():
    expected = ["now", "result", "notice", "marks", "unknowns", "why", "actions", "limits", "record", "stamp"]
    assert kinds(checklist_case("12", "27", age=None, marks=RED)) == expected
    assert kinds(checklist_case()) == ["now", "result", "unknowns", "why", "limits", "record", "stamp"]
    # A tool without levels has nothing to say about one, and no date of review to print.
    assert {"judgement", "review"} & set(expected) == set()


@pytest.mark.parametrize(
    "given_case",
    [
        case("HIGH-09", age=12, missing_now="present", disclosure="present"),
        checklist_case("27", "45", age=12, missing_now="present", disclosure="present", trafficked="suspected"),
        checklist_case("12", marks=RED),
    ],
)
def test_every_action_that_is_for_now_is_in_the_first_section(given_case):
    assessment, checked = made(given_case)
    first = report(assessment, checked).sections[0]
    shown = [line.text for line in first.lines]
    assert all(action.text in shown for action in assessment.actions if action.when == "now")


@pytest.mark.parametrize(
    ("given_case", "item"),
    [(case("LOW-04"), "unexplained-gifts"), (checklist_case("12"), LAMBETH_BY_NUMBER["50"])],
    ids=["pan-bedfordshire", "lambeth"],
)
def test_what_was_typed_is_shown_as_typed_and_never_as_markup(given_case, item):
    told = '<script>alert("x")</script> *not bold* & two\nlines'
    level = "low" if given_case["instrument"] == "pan-bedfordshire" else "green"
    given_case |= {"child_view": told, "family_view": told, "reference": told, "context": {"places": told}}
    given_case |= {"other_concerns": [{"description": told, "level": level, "answer": "present"}]}
    given_case["answers"][item] = {"answer": "present", "evidence": told, "recency": "current"}
    given_case["judgement"]["reasons"] = told
    assessment, checked = made(given_case)
    page = to_html(assessment, checked)
    assert "<script" not in page
    assert "".join(Outline(page).words).count('<script>alert("x")</script> *not bold* & two') == 7
    markdown = to_markdown(assessment, checked)
    assert markdown.count("\\*not bold\\*") == 7
    assert "<script" not in markdown.replace("\\<script", "")
    assert told.splitlines()[0] in " ".join(to_text(assessment, checked).split())


def test_the_article_carries_the_assessment_for_other_code():
    assessment, checked = made(case("LOW-04", age=None))
    start = to_html(assessment, checked).split(">", 1)[0]
    assert 'data-status="provisional" data-level="low"' in start
    carried = unescape(re.search(r'data-assessment="([^"]*)"', start)[1])
    assert carried == to_json(assessment, compact=True).strip()
    nothing = to_html(*made(case())).split(">", 1)[0]
    assert 'data-status="nothing_recorded" data-level=""' in nothing


@pytest.mark.parametrize(
    ("given_case", "pathway", "status"),
    [
        (checklist_case("12", marks=RED), "section_47_now", "final"),
        (checklist_case("12"), "refer_now", "final"),
        (checklist_case(), "nothing_recorded", "nothing_recorded"),
    ],
)
def test_the_article_of_a_checklist_carries_a_pathway_and_no_level(given_case, pathway, status):
    assessment, checked = made(given_case)
    start = to_html(assessment, checked).split(">", 1)[0]
    assert f'data-status="{status}" data-pathway="{pathway}"' in start
    assert "data-level" not in start
    carried = unescape(re.search(r'data-assessment="([^"]*)"', start)[1])
    assert carried == to_json(assessment, compact=True).strip()


def test_the_record_is_stamped_and_says_it_is_no_referral():
    text = " ".join(to_text(*made(case("LOW-04"))).split())
    for words in ("Core version", "Check again after 72 hours", "This is not a referral", "A tool from 2013–14"):
        assert words in text
    text = " ".join(to_text(*made(checklist_case("12"))).split())
    for words in ("Core version", "Check again after 72 hours", "This is not a referral", "A tool from November 2013"):
        assert words in text
    assert "no item here has a colour or a level" in text


@pytest.mark.parametrize(
    "given_case", [case("LOW-04", "MED-07", "HIGH-09"), checklist_case("01", "12", "39", marks=RED)]
)
def test_no_total_is_ever_shown(given_case):
    text = " ".join(to_text(*made(given_case)).split())
    assert "does not add items up" in text
    assert re.findall(r"\b(scored?|total|\d+ points|\d+ out of \d+)\b", text, re.IGNORECASE) == []


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
        (checklist_case("12"), "Having nothing marked red is never a reason to stop."),
        (checklist_case("12"), "A phone call is quickest, and it comes before any form."),
        (checklist_case("04", age=None), "Find out the child's age. Do not wait for the answers before you act."),
        (checklist_case("12", marks=RED), "Do not wait for a second sign, a second opinion or more evidence."),
        (checklist_case("39"), "The call does not wait for this talk."),
        (checklist_case(looked_after="present"), "The reading rests on “Looked after”."),
        (checklist_case(harm="present"), "The reading rests on your view on significant harm."),
        (checklist_case(), "tell your safeguarding lead about it today"),
        (checklist_case(), "The call does not wait for this form, a mark, proof or anyone's consent."),
    ],
)
def test_no_reading_can_be_taken_for_a_reason_to_wait(given_case, says):
    assert says in " ".join(to_text(*made(given_case)).split())


SHY = "“The child keeps what they do secret”"
PHONE = "“The child finds it very hard to be away from a phone or laptop”"


def lines_of(given_case, kind):
    """The lines of one section: what stands before each colon, and what after it."""
    (found,) = [section for section in report(*made(given_case)).sections if section.kind == kind]
    return {line.label or line.text: line.text for line in found.lines}


def test_the_practitioners_marks_are_shown_item_by_item_and_by_domain():
    given_case = checklist_case("11", "12", "34", marks={"11": "green", "12": "red"}, recurring=("11",))
    assert lines_of(given_case, "marks") == {
        "Red: the form calls this high": f"{SHY}.",
        "Green: the form calls this low": f"{PHONE}.",
        "Not marked": "“The child was missing and was found somewhere they do not know, such as a hotel or guest house”.",
        "Keeps happening": f"{PHONE}.",
        "Recorded by domain": "Emotional & Behavioural development 2 and Family & Social Relationships 1.",
    }


def test_only_what_is_recorded_is_among_the_marks():
    given_case = checklist_case("12", absent=("11",), marks={"11": "red", "34": "red"}, recurring=("11", "34"))
    assert lines_of(given_case, "marks") == {
        "Not marked": f"{SHY}.", "Recorded by domain": "Emotional & Behavioural development 1."
    }  # fmt: skip
    assert "marks" not in kinds(checklist_case(absent=("11",), marks={"11": "red"}))
    assert "marks" not in kinds(case("LOW-04"))


def test_items_without_evidence_are_named_where_more_is_to_be_found_out():
    lines = lines_of(checklist_case("11", "12", evidence=("12",)), "unknowns")
    assert lines["No evidence written yet"] == f"{PHONE}."
    assert "No evidence written yet" not in lines_of(checklist_case("12", evidence=("12",)), "unknowns")


def test_marks_and_patterns_are_in_the_record():
    given_case = checklist_case(
        "12", marks=RED, recurring=("12",), evidence=("12",), other=(("amber", "suspected"), (None, "present"))
    )
    given_case["other_concerns"][1]["description"] = "another"
    recorded = lines_of(given_case, "record")
    assert (
        recorded["The child keeps what they do secret"] == "Present, marked red by you, keeps happening. what was seen"
    )
    assert recorded["Other concern: a concern the checklist does not list"] == "Suspected, marked amber by you"
    assert recorded["Other concern: another"] == "Present"
    assert "Your judgement" not in recorded


@every_instrument
@settings(deadline=None, max_examples=min(30, AT_MOST), derandomize=True)
@given(data=st.data())
def test_what_would_change_is_well_formed_and_carries_itself_for_other_code(id_, data):
    checked = case_from(data.draw(case_strategy(id_)))
    changes = what_would_change(checked)
    page = changes_to_html(checked, changes)
    assert Outline(page).ids == ["reading-changes"]
    carried = unescape(re.search(r'data-changes="([^"]*)"', page)[1])
    assert carried == changes_to_json(checked, changes).strip()


def test_facts_are_recorded_as_they_were_asked():
    text = to_text(*made(case("LOW-04", missing_now="absent", disclosure="suspected")))
    assert "Missing now: No" in text
    assert "The child has told someone: Suspected" in text
