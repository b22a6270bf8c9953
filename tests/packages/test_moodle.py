"""Moodle XML read back, by the rules with which Moodle reads it. It was not imported into a Moodle here."""

from html import unescape
from xml.etree import ElementTree

import pytest

from cse_core.model_training import QuestionKind
from site_widgets.packages.moodle import SHARES, moodle_xml

KINDS = {
    QuestionKind.SINGLE: "multichoice",
    QuestionKind.MULTIPLE: "multichoice",
    QuestionKind.ORDER: "ordering",
    QuestionKind.MATCH: "matching",
}
# What Moodle lets a choice be worth, as it writes it, for up to six choices that share a mark.
WORTH = {"100", "50", "33.33333", "25", "20", "16.66667"}


@pytest.fixture(scope="module")
def root(bank):
    return ElementTree.fromstring(moodle_xml(bank.topics, dict(bank.settings.roles)))


@pytest.fixture(scope="module")
def read(root):
    """Every question by its id number."""
    return {each.findtext("idnumber"): each for each in root.iter("question") if each.get("type") != "category"}


def words(element):
    """A text as a reader sees it: the text is HTML, one paragraph after the other."""
    text = element.findtext("text") or ""
    assert text.startswith("<p>"), text
    assert text.endswith("</p>"), text
    return unescape(text.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "\n"))


def test_every_question_is_there_once_below_its_topic(bank, root):
    found, category = [], ""
    for question in root:
        if question.get("type") == "category":
            category = question.findtext("category/text")
        else:
            found.append((category, question.findtext("name/text"), question.get("type")))
    assert found == [
        (f"$course$/top/Training questions/{topic.title.replace('/', '//')}", question.id, KINDS[question.kind])
        for topic in bank.topics
        for question in topic.questions
    ]


def test_every_question_says_what_the_bank_says(bank, read):
    for question in bank.questions:
        made = read[question.id]
        assert words(made.find("questiontext")) == question.stem
        assert made.find("questiontext").get("format") == "html"
        assert [tag.findtext("text") for tag in made.iter("tag")] == [bank.settings.roles[role] for role in question.roles]
        general = words(made.find("generalfeedback"))
        assert "Rests on: " in general
        assert question.why in general
        assert all(part.feedback in general for part in (*question.steps, *question.pairs))


def test_choices_are_right_where_the_bank_says_so(bank, read):
    for question in [question for question in bank.questions if question.options]:
        made = read[question.id]
        single = question.kind is QuestionKind.SINGLE
        assert made.findtext("single") == ("true" if single else "false")
        assert made.findtext("shuffleanswers") == "true"
        got = {words(answer): (float(answer.get("fraction")), words(answer.find("feedback"))) for answer in made.findall("answer")}
        assert {text: (share > 0, feedback) for text, (share, feedback) in got.items()} == {
            option.text: (option.right, option.feedback) for option in question.options
        }
        assert {answer.get("fraction").lstrip("-") for answer in made.findall("answer")} <= WORTH | {"0"}
        shares = [share for share, _ in got.values()]
        assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.001)
        if not single:
            assert sum(shares) == pytest.approx(0, abs=0.001), "ticking all is worth nothing"


def test_steps_stand_in_their_right_order(bank, read):
    for question in [question for question in bank.questions if question.steps]:
        made = read[question.id]
        assert [(words(answer), float(answer.get("fraction"))) for answer in made.findall("answer")] == [
            (step.text, place) for place, step in enumerate(question.steps, 1)
        ]
        assert (made.findtext("selecttype"), made.findtext("selectcount")) == ("ALL", str(len(question.steps)))
        assert made.findtext("gradingtype") == "ABSOLUTE_POSITION"


def test_pairs_belong_together(bank, read):
    for question in [question for question in bank.questions if question.pairs]:
        made = read[question.id]
        got = [(words(part), part.findtext("answer/text")) for part in made.findall("subquestion")]
        assert got == [(pair.left, pair.right) for pair in question.pairs]


def test_every_share_is_one_that_moodle_takes():
    assert {*SHARES.values()} <= WORTH


def test_nothing_in_it_leads_anywhere(bank):
    text = moodle_xml(bank.topics, dict(bank.settings.roles)).decode()
    assert "http" not in text
    assert "href" not in text
    assert "src=" not in text
