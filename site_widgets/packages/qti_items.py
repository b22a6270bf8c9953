"""One question as an item of QTI, in the names of version 2.1. `qti.py` gives the same in the names of version 3.0.

Every item gives SCORE 1 for an answer that is wholly right and 0 for any other, and says what goes with each choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from cse_core.model_training import Option, Question, QuestionKind

from .mixed import mixed
from .words import beside
from .xml_text import Node, node

# FEEDBACK names what is shown for each choice made, BESIDE what is shown whatever the answer is.
RESPONSE, SCORE, FEEDBACK, BESIDE = "RESPONSE", "SCORE", "FEEDBACK", "BESIDE"
ANSWERED = "answered"


def item(question: Question) -> Node:
    """The item, without its namespace."""
    response, interaction, whole = {
        QuestionKind.SINGLE: _choice,
        QuestionKind.MULTIPLE: _choice,
        QuestionKind.ORDER: _order,
        QuestionKind.MATCH: _match,
    }[question.kind](question)
    return node(
        "assessmentItem",
        response,
        node(
            "outcomeDeclaration",
            node("defaultValue", node("value", "0")),
            identifier=SCORE,
            cardinality="single",
            baseType="float",
        ),
        _outcome(FEEDBACK, response.get("cardinality", "")) if question.options else None,
        _outcome(BESIDE, "single"),
        node("itemBody", interaction),
        node("responseProcessing", _marking(), _telling(question)),
        [_shown(FEEDBACK, id_, [f"“{option.text}” {option.feedback}"]) for id_, option in _options(question)],
        _shown(BESIDE, ANSWERED, [*whole, *beside(question)]),
        identifier=item_id(question),
        title=question.stem,
        adaptive="false",
        timeDependent="false",
    )


def item_id(question: Question) -> str:
    """The item's id, which is also the name of its file."""
    return f"q-{question.id}"


Part = TypeVar("Part")
# What declares the answer, what asks for it, and what is said of the whole.
Made = tuple[Node, Node, Sequence[str]]


def _choice(question: Question) -> Made:
    single = question.kind is QuestionKind.SINGLE
    options = _options(question)
    choices = [node("simpleChoice", option.text, identifier=id_) for id_, option in options]
    return (
        _response("single" if single else "multiple", "identifier", (id_ for id_, option in options if option.right)),
        node(
            "choiceInteraction",
            node("prompt", question.stem),
            choices,
            responseIdentifier=RESPONSE,
            shuffle="true",
            maxChoices="1" if single else "0",
        ),
        (),
    )


def _order(question: Question) -> Made:
    steps = _named("step", mixed(question.steps, question.id))
    choices = [node("simpleChoice", step.text, identifier=id_) for id_, step in steps]
    right = sorted(steps, key=lambda each: question.steps.index(each[1]))
    return (
        _response("ordered", "identifier", (id_ for id_, _ in right)),
        node(
            "orderInteraction",
            node("prompt", question.stem),
            choices,
            responseIdentifier=RESPONSE,
            shuffle="true",
            orientation="vertical",
        ),
        [f"{number}. {step.text} {step.feedback}" for number, step in enumerate(question.steps, 1)],
    )


def _match(question: Question) -> Made:
    left = _named("left", question.pairs)
    right = _named("right", mixed(question.pairs, question.id))
    partner = {pair: id_ for id_, pair in right}
    return (
        _response("multiple", "directedPair", (f"{id_} {partner[pair]}" for id_, pair in left)),
        node(
            "matchInteraction",
            node("prompt", question.stem),
            node("simpleMatchSet", (_partner(id_, pair.left) for id_, pair in left)),
            node("simpleMatchSet", (_partner(id_, pair.right) for id_, pair in right)),
            responseIdentifier=RESPONSE,
            shuffle="true",
            maxAssociations=str(len(question.pairs)),
        ),
        [f"{pair.left} – {pair.right}. {pair.feedback}" for pair in question.pairs],
    )


def _partner(id_: str, text: str) -> Node:
    return node("simpleAssociableChoice", text, identifier=id_, matchMax="1")


def _options(question: Question) -> list[tuple[str, Option]]:
    return _named("option", mixed(question.options, question.id)) if question.options else []


def _named(word: str, parts: Sequence[Part]) -> list[tuple[str, Part]]:
    return [(f"{word}-{number}", part) for number, part in enumerate(parts, 1)]


def _response(cardinality: str, kind: str, right: Iterable[str]) -> Node:
    values = node("correctResponse", (node("value", each) for each in right))
    return node("responseDeclaration", values, identifier=RESPONSE, cardinality=cardinality, baseType=kind)


def _marking() -> Node:
    right = node("match", node("variable", identifier=RESPONSE), node("correct", identifier=RESPONSE))
    return node("responseCondition", node("responseIf", right, _set(SCORE, _value("float", "1"))))


def _telling(question: Question) -> list[Node]:
    """What is shown after an answer: the words for each choice made, what is said of the whole, what it rests on."""
    chosen = [_set(FEEDBACK, node("variable", identifier=RESPONSE))] if question.options else []
    return [*chosen, _set(BESIDE, _value("identifier", ANSWERED))]


def _outcome(name: str, cardinality: str) -> Node:
    return node("outcomeDeclaration", identifier=name, cardinality=cardinality, baseType="identifier")


def _set(outcome: str, value: Node) -> Node:
    return node("setOutcomeValue", value, identifier=outcome)


def _value(kind: str, text: str) -> Node:
    return node("baseValue", text, baseType=kind)


def _shown(outcome: str, id_: str, lines: Sequence[str]) -> Node:
    paragraphs = (node("p", line) for line in lines)
    return node("modalFeedback", paragraphs, outcomeIdentifier=outcome, identifier=id_, showHide="show")
