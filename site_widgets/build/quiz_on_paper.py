"""`<!-- cse:questions -->` and `<!-- cse:answers -->`: the whole bank to read or print, with scripts off too.

What is offered stands in an order that gives nothing away and is the same in every build, so that both sheets agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from string import ascii_uppercase
from typing import TypeVar

import cse_core
from cse_core.model_training import Question, QuestionBank, QuestionKind, Topic

from .cites import cite_links
from .law_named import with_law
from .markup import Html, Part, element
from .page_text import PageText, blocks, heading
from .place import address
from .quiz_question import PLACES
from .quiz_rests import rests_of

QUESTIONS, ANSWERS = "training/questions.md", "training/answers.md"
ASKS = {
    QuestionKind.SINGLE: "Choose one.",
    QuestionKind.ORDER: "Write the place of each beside it.",
    QuestionKind.MATCH: "Write the letter of its partner beside each.",
}
T = TypeVar("T", bound=tuple[object, ...])


def questions() -> PageText:
    """Every question by topic, without its answer."""
    return questions_of(cse_core.load_questions())


def answers() -> PageText:
    """Every answer by topic, with what is said of each thing offered and what it rests on."""
    return answers_of(cse_core.load_questions())


def questions_of(bank: QuestionBank) -> PageText:
    """The questions of this bank, which may be a part of the whole one."""
    return _sheet(bank, _asked)


def answers_of(bank: QuestionBank) -> PageText:
    """The answers of this bank, which may be a part of the whole one."""
    return _sheet(bank, _answered)


def mixed(parts: Sequence[T], salt: str) -> list[tuple[int, T]]:
    """The parts with their own numbers, in an order of their own: never the one in which they are right."""
    numbered = sorted(enumerate(parts), key=lambda each: sha256(f"{salt} {each[1][0]}".encode()).digest())
    if [number for number, _ in numbered] == list(range(len(parts))):
        return numbered[1:] + numbered[:1]
    return numbered


def _sheet(bank: QuestionBank, shown: Callable[[Question, Topic], Html]) -> PageText:
    return blocks(*(_topic(topic, shown) for topic in bank.topics))


def _topic(topic: Topic, shown: Callable[[Question, Topic], Html]) -> str:
    return blocks(heading(2, topic.title, topic.id), *(shown(question, topic) for question in topic.questions))


def _asked(question: Question, topic: Topic) -> Html:
    hint = ASKS.get(question.kind)
    return _question(
        question,
        topic,
        element("p", hint, cls="hint") if hint else None,
        _list([element("li", with_law(text)) for text in _offered(question)]),
        _partners(question) if question.pairs else None,
        element("p", element("a", "Its answer", href=address(ANSWERS, question.id)), cls="no-print"),
    )


def _answered(question: Question, topic: Topic) -> Html:
    return _question(question, topic, _list(list(_explained(question))), rests_of(question, topic, new_tab=False))


def _question(question: Question, topic: Topic, *parts: Part) -> Html:
    number = topic.questions.index(question) + 1
    stem = element("p", element("strong", f"{number}. ", with_law(question.stem)))
    return element("article", stem, *parts, cls="question-sheet", id=question.id, data_search_exclude=True)


def _list(items: list[Html]) -> Html:
    """Lettered in words: a list's own letters are lost where its style is."""
    return element("ul", items, cls="question-sheet__offered")


def _offered(question: Question) -> Iterator[str]:
    if question.options:
        yield from (f"{letter}. {option.text}" for letter, (_, option) in _lettered(question.options, question.id))
    elif question.steps:
        yield from (f"____ {step.text}" for _, step in mixed(question.steps, question.id))
    else:
        yield from (f"{pair.left}: ____" for pair in question.pairs)


def _partners(question: Question) -> Html:
    lettered = _lettered(question.pairs, question.id)
    return _list([element("li", f"{letter}. ", with_law(pair.right)) for letter, (_, pair) in lettered])


def _explained(question: Question) -> Iterator[Html]:
    for letter, (_, option) in _lettered(question.options, question.id):
        mark = "Right" if option.right else "Not this one"
        cites = [" (", cite_links(option.cites), ")"] if option.cites else None
        yield _said(f"{letter}. {option.text}", mark, option.feedback, cites)
    for place, step in zip(PLACES, question.steps, strict=False):
        yield _said(step.text, place, step.feedback)
    letters = {number: letter for letter, (number, _) in _lettered(question.pairs, question.id)}
    for number, pair in enumerate(question.pairs):
        yield _said(pair.left, f"{letters[number]}, {pair.right}", pair.feedback)


def _said(offered: str, mark: str, feedback: str, cites: Part = None) -> Html:
    return element(
        "li", with_law(offered), element("br"), element("strong", f"{mark}."), " ", with_law(feedback), cites
    )


def _lettered(parts: Sequence[T], salt: str) -> Iterator[tuple[str, tuple[int, T]]]:
    return zip(ascii_uppercase, mixed(parts, salt), strict=False)
