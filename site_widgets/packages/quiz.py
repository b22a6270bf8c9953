"""A knowledge check as the files of a package: one topic, the questions for one role, or all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown import Markdown

import cse_core
from cse_core.model_training import QuestionBank, Topic

from ..build.markup import Html, element
from ..build.place import address
from ..build.quiz import quiz_of
from ..build.quiz_on_paper import ANSWERS, QUESTIONS, answers_of, questions_of
from ..build.support import support
from .archive import Files
from .assets import assets
from .links import alone
from .manifest import FIRST_PAGE, Course
from .page import FRAME, page
from .said import SUPPORT, said

ALL = "all-topics"
ROLE = "role-"
SCRIPT, STYLE = "packages/quiz.js", "quiz/quiz.css"
QUESTIONS_FILE, ANSWERS_FILE = "questions.html", "answers.html"
TOLD = (
    "It is told how far you are, how many you answered right at the first try, and whether that reaches the pass mark. "
    "It keeps which questions you were asked and whether you answered each right, so that you can close this page and "
    "go on later. It is not told what you chose or typed."
)
# What the site's page says of itself, and what holds here: somebody may be told, and there is nothing to choose.
INSTEAD = {
    "Nothing that you choose is sent or kept. It is gone when you leave this page, unless you save it as a file. "
    "There is no clock, and nobody sees how often you try.": "There is no clock. Take the time that you need.",
    ">Choose your questions<": ">Your questions<",
    **SUPPORT,
}


class Check(NamedTuple):
    """What a knowledge check is called, and the part of the bank that it asks."""

    id: str
    title: str
    bank: QuestionBank


def checks() -> Iterator[Check]:
    """Every knowledge check that is made into a package: each topic, each role, and all topics."""
    bank = cse_core.load_questions()
    for topic in bank.topics:
        yield Check(topic.id, f"Knowledge check: {topic.title}", bank._replace(topics=(topic,)))
    for role, words in bank.settings.roles.items():
        own = tuple(_for_role(topic, role) for topic in bank.topics)
        if any(topic.questions for topic in own):
            yield Check(ROLE + role, f"Knowledge check: {words}", bank._replace(topics=own))
    yield Check(ALL, "Knowledge check: all topics", bank)


def course(check: Check) -> Course:
    """What the manifest says: the pass mark is the one in the bank's settings."""
    return Course(check.id, check.title, check.bank.settings.pass_percent)


def quiz_files(check: Check) -> Files:
    """The page with the check, both sheets for paper, and what they need."""
    body = said(str(quiz_of(check.bank, _scripts_off(), support())), INSTEAD)
    beside = {address(QUESTIONS): QUESTIONS_FILE, address(ANSWERS): ANSWERS_FILE}
    return {
        FIRST_PAGE: page(check.title, TOLD, alone(body, beside), [STYLE], SCRIPT),
        QUESTIONS_FILE: page(f"{check.title}: questions", "", _paper(questions_of(check.bank), beside), [STYLE]),
        ANSWERS_FILE: page(f"{check.title}: answers", "", _paper(answers_of(check.bank), beside), [STYLE]),
        **assets([*FRAME, SCRIPT, STYLE]),
    }


def _scripts_off() -> Html:
    return element(
        "noscript",
        element(
            "p",
            "Scripts are off, so this page cannot ask you questions one by one, and tells a learning system nothing. "
            "You can read or print the ",
            element("a", "questions", href=QUESTIONS_FILE),
            ", and then the ",
            element("a", "answers", href=ANSWERS_FILE),
            ".",
            cls="warning",
        ),
    )


def _for_role(topic: Topic, role: str) -> Topic:
    return topic._replace(questions=tuple(question for question in topic.questions if role in question.roles))


def _paper(text: str, beside: dict[str, str]) -> str:
    made = Markdown(extensions=["attr_list", "md_in_html"]).convert(text)
    return alone(made, beside)
