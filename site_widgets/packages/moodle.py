"""The question bank as Moodle XML, which Moodle's own question bank can import.

An ordering question needs Moodle 4.4 or later, or the plug-in of that name before it.
Moodle shows no feedback for one step or one pair, so those stand in the feedback of the whole question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape as escaped

from cse_core.model_training import Question, QuestionKind, Topic

from .mixed import mixed
from .words import beside
from .xml_text import Node, node, xml_text

BANK = "Training questions"
RIGHT = "Right."
PARTLY = "Partly right."
WRONG = "Not right yet."
escape = partial(escaped, quote=False)
# Moodle takes a share of the mark only as it writes it itself.
SHARES = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20"}


def moodle_xml(topics: Iterable[Topic], roles: dict[str, str]) -> bytes:
    """Every question of these topics, each topic in a category of its own."""
    return xml_text(node("quiz", (part for topic in topics for part in _topic(topic, roles))))


def _topic(topic: Topic, roles: dict[str, str]) -> Iterable[Node]:
    name = topic.title.replace("/", "//")
    yield node("question", node("category", node("text", f"$course$/top/{BANK}/{name}")), type="category")
    for question in topic.questions:
        yield _question(question, [roles[role] for role in question.roles])


def _question(question: Question, tags: Sequence[str]) -> Node:
    kind, parts = {
        QuestionKind.SINGLE: ("multichoice", _choice),
        QuestionKind.MULTIPLE: ("multichoice", _choice),
        QuestionKind.ORDER: ("ordering", _order),
        QuestionKind.MATCH: ("matching", _match),
    }[question.kind]
    return node(
        "question",
        node("name", node("text", question.id)),
        _html("questiontext", [question.stem]),
        _html("generalfeedback", [*_each_part(question), *beside(question)]),
        node("defaultgrade", "1"),
        node("penalty", "0"),
        node("hidden", "0"),
        node("idnumber", question.id),
        parts(question),
        _html("correctfeedback", [RIGHT]),
        _html("partiallycorrectfeedback", [PARTLY]),
        _html("incorrectfeedback", [WRONG]),
        node("tags", (node("tag", node("text", tag)) for tag in tags)),
        type=kind,
    )


def _each_part(question: Question) -> list[str]:
    steps = [f"{number}. {step.text} {step.feedback}" for number, step in enumerate(question.steps, 1)]
    return steps + [f"{pair.left} – {pair.right}. {pair.feedback}" for pair in question.pairs]


def _choice(question: Question) -> Iterable[Node]:
    single = question.kind is QuestionKind.SINGLE
    right = sum(option.right for option in question.options)
    # What is ticked beside the right ones takes from the mark, so that ticking all is no way to it.
    wrong = "0" if single else "-" + SHARES[len(question.options) - right]
    yield node("single", "true" if single else "false")
    yield node("shuffleanswers", "true")
    yield node("answernumbering", "none")
    yield node("showstandardinstruction", "0")
    for option in mixed(question.options, question.id):
        feedback = _html("feedback", [option.feedback])
        share = SHARES[right] if option.right else wrong
        yield node("answer", node("text", f"<p>{escape(option.text)}</p>"), feedback, fraction=share, format="html")


def _order(question: Question) -> Iterable[Node]:
    yield node("layouttype", "VERTICAL")
    yield node("selecttype", "ALL")
    yield node("selectcount", str(len(question.steps)))
    yield node("gradingtype", "ABSOLUTE_POSITION")
    yield node("showgrading", "HIDE")
    for place, step in enumerate(question.steps, 1):
        feedback = _html("feedback", [step.feedback])
        yield node("answer", node("text", f"<p>{escape(step.text)}</p>"), feedback, fraction=str(place), format="html")


def _match(question: Question) -> Iterable[Node]:
    yield node("shuffleanswers", "true")
    for pair in question.pairs:
        answer = node("answer", node("text", pair.right))
        yield node("subquestion", node("text", f"<p>{escape(pair.left)}</p>"), answer, format="html")


def _html(name: str, paragraphs: Iterable[str]) -> Node:
    text = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    return node(name, node("text", text), format="html")
