"""What must hold in the bank of questions: counts by kind, ids and stems once, something under every claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..language import all_clear_phrases_in
from ..model_training import Question, QuestionBank, QuestionKind
from .errors import Problem
from .rests import rests

FEWEST, MOST = 3, 5
CHOOSE_ALL = "Choose all that apply."


def check_questions(bank: QuestionBank) -> Iterator[Problem]:
    """Every fault found, topic by topic."""
    ids = Counter(question.id for question in bank.questions)
    stems = Counter(_plain(question.stem) for question in bank.questions)
    for question in bank.questions:
        place = f"questions/{question.topic}.toml: question[{question.id}]"
        if ids[question.id] > 1:
            yield Problem(f"{place}.id", "is there twice.", "each id once in the whole bank")
        if stems[_plain(question.stem)] > 1:
            yield Problem(f"{place}.stem", "is there twice.", "each stem once in the whole bank")
        for role in question.roles:
            if role not in bank.settings.roles:
                yield Problem(f"{place}.roles", f"has {role!r}.", ", ".join(bank.settings.roles))
        yield from check_question(question, place)


def check_question(question: Question, place: str) -> Iterator[Problem]:
    """What must hold of any one question, whoever made it."""
    yield from rests(place, question.cites, question.ours)
    for number, option in enumerate(question.options, 1):
        if option.cites:
            yield from rests(f"{place}.option[{number}]", option.cites, ours=False)
    yield from _counts(question, place)
    yield from _told_apart(question, place)
    for phrase in all_clear_phrases_in(". ".join(texts_of(question))):
        yield Problem(place, f"says {phrase!r}.", "words that do not sound like an all-clear")


def texts_of(question: Question) -> Iterator[str]:
    """Every text of a question that a learner may read."""
    yield from (question.stem, question.why)
    for part in (*question.options, *question.steps, *question.pairs):
        yield from (text for text in part if isinstance(text, str))


def _counts(question: Question, place: str) -> Iterator[Problem]:
    parts = len(question.options) + len(question.steps) + len(question.pairs)
    if not FEWEST <= parts <= MOST:
        yield Problem(place, f"offers {parts}.", f"{FEWEST} to {MOST}")
    right = sum(option.right for option in question.options)
    if question.kind is QuestionKind.SINGLE and right != 1:
        yield Problem(place, f"has {right} right options.", "exactly one")
    if question.kind is QuestionKind.MULTIPLE:
        if right < 2 or right == parts:
            yield Problem(place, f"has {right} right options of {parts}.", "two or more right, one or more wrong")
        if not question.stem.endswith(CHOOSE_ALL):
            yield Problem(f"{place}.stem", "does not say how many to choose.", f"to end with {CHOOSE_ALL!r}")


def _told_apart(question: Question, place: str) -> Iterator[Problem]:
    """No two of what is offered read alike."""
    offered = [[option.text for option in question.options], [step.text for step in question.steps]]
    offered += [[pair.left for pair in question.pairs], [pair.right for pair in question.pairs]]
    for texts in offered:
        for text, times in Counter(map(_plain, texts)).items():
            if times > 1:
                yield Problem(place, f"offers {text!r} twice.", "each text once")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
