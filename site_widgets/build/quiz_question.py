"""One question of the knowledge check: native controls, and what is said of each answer once it has been checked."""

from __future__ import annotations

from collections.abc import Iterable

from cse_core.model_training import Option, Pair, Question, QuestionKind, Step, Topic

from .cites import cite_links
from .law_note import law_note
from .markup import Html, Part, element, hidden_text, join
from .quiz_rests import also_named, rests_of

# The stem of one with several right answers says so itself.
HINTS = {
    QuestionKind.SINGLE: "Choose one.",
    QuestionKind.ORDER: "Give each step its place.",
    QuestionKind.MATCH: "Choose a partner for each.",
}
PLACES = ("1st", "2nd", "3rd", "4th", "5th")


def question_template(question: Question, topic: Topic) -> Html:
    """The question, put away until it is asked. `data-right` and `data-place` are the marks that the script reads."""
    hint = HINTS.get(question.kind)
    return element(
        "template",
        element(
            "fieldset",
            element("legend", question.stem),
            element("p", hint, cls="hint", id=f"{question.id}-hint") if hint else None,
            [element("p", f"{law.subject} ", law_note(law, new_tab=True), cls="hint") for law in also_named(question)],
            _parts(question),
            cls="choices quiz-question",
            id=f"ask-{question.id}",
            aria_describedby=f"{question.id}-hint" if hint else None,
        ),
        rests_of(question, topic),
        data_question=question.id,
        data_topic=topic.id,
        data_kind=question.kind.value,
        data_roles=" ".join(question.roles),
    )


def _parts(question: Question) -> Iterable[Part]:
    if question.options:
        return [_option(question, number, option) for number, option in enumerate(question.options)]
    if question.steps:
        return [_step(question, number, step) for number, step in enumerate(question.steps)]
    # A closed list shows the beginning of its words only: on a phone they can be read here.
    partners = [element("li", pair.right, data_partner=number) for number, pair in enumerate(question.pairs)]
    return [
        element("ul", partners, cls="quiz-partners"),
        *(_pair(question, number, pair) for number, pair in enumerate(question.pairs)),
    ]


def _option(question: Question, number: int, option: Option) -> Html:
    id_ = f"{question.id}-{number}"
    kind = "radio" if question.kind is QuestionKind.SINGLE else "checkbox"
    control = element("input", type=kind, id=id_, name=question.id, value=number, autocomplete="off")
    label = element("label", control, element("span", option.text), cls="choice", for_=id_)
    said = join(option.feedback, _cited(option.cites))
    return _part(number, label, said, data_right=option.right)


def _step(question: Question, number: int, step: Step) -> Html:
    places = [element("option", place, value=at) for at, place in enumerate(PLACES[: len(question.steps)], 1)]
    return _part(
        number, _select(f"{question.id}-{number}", step.text, "Place", places), step.feedback, data_place=number + 1
    )


def _pair(question: Question, number: int, pair: Pair) -> Html:
    partners = [element("option", other.right, value=at) for at, other in enumerate(question.pairs)]
    return _part(
        number, _select(f"{question.id}-{number}", pair.left, "Partner", partners), pair.feedback, data_place=number
    )


def _select(id_: str, words: str, asked: str, options: list[Html]) -> Html:
    """A closed list. A screen reader is told what it asks for; the eye sees it in the first choice."""
    return element(
        "div",
        element("label", words, hidden_text(f": {asked.lower()}"), cls="field__label", for_=id_),
        element(
            "select",
            element("option", f"{asked}?", value=""),
            options,
            cls="input",
            id=id_,
            name=id_,
            autocomplete="off",
        ),
        cls="field",
    )


def _part(number: int, control: Html, feedback: Part, **marks: str | int | bool | None) -> Html:
    said = element("p", element("strong", cls="quiz-mark"), " ", feedback, cls="quiz-feedback", hidden=True)
    return element("div", control, said, cls="quiz-part", data_part=number, **marks)


def _cited(cites: tuple[str, ...]) -> Part:
    return join(" (", cite_links(cites, new_tab=True), ")") if cites else None
