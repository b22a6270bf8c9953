"""`<!-- cse:quiz -->`: the knowledge check, made of native controls; the script draws, shows and counts.

Which answers are right is marked here, from the bank. The script only looks at the marks.
"""

from __future__ import annotations

import json

import cse_core
from cse_core.model_training import QuestionBank

from .markup import Html, Part, element
from .place import address
from .quiz_ask import ask
from .quiz_choose import choose, open_file
from .quiz_question import question_template
from .quiz_record import record
from .quiz_result import result

QUESTIONS, ANSWERS, RECORD = "training/questions.md", "training/answers.md", "training/record.md"


def quiz() -> Html:
    """The knowledge check with every question of the bank."""
    return quiz_of(cse_core.load_questions(), _scripts_off())


def quiz_of(bank: QuestionBank, *before: Part) -> Html:
    """The knowledge check with the questions of this bank, which may be a part of the whole one."""
    templates = [question_template(question, topic) for topic in bank.topics for question in topic.questions]
    return _frame(bank, *before, _kept(), choose(bank), ask(), result(bank), templates)


def learner_record() -> Html:
    """The record alone: a sheet for a pen, or for a saved file."""
    bank = cse_core.load_questions()
    opener = element(
        "section",
        element("h2", "Fill it in from a saved file", id="open-title"),
        element("p", "Open the file that you saved after a knowledge check. It stays on this device."),
        open_file(),
        cls="no-print",
        aria_labelledby="open-title",
        data_needs_script=True,
        hidden=True,
    )
    return _frame(bank, opener, record(bank))


def _frame(bank: QuestionBank, *parts: Part) -> Html:
    """The place in which the script works, with what it has to know of the bank's settings and of this edition."""
    words = {"roles": dict(bank.settings.roles), "topics": {topic.id: topic.title for topic in bank.topics}}
    return element(
        "div",
        *parts,
        element("p", role="status", id="said", cls="quiz__said"),
        _dialog(),
        cls="quiz",
        id="quiz",
        data_pass=bank.settings.pass_percent,
        data_refresh=bank.settings.refresh_months,
        data_edition=cse_core.__version__,
        data_words=json.dumps(words, ensure_ascii=False),
        data_search_exclude=True,
    )


def _kept() -> Html:
    return element(
        "p",
        "Nothing that you choose is sent or kept. It is gone when you leave this page, unless you save it as a file. "
        "There is no clock, and nobody sees how often you try.",
        cls="inset no-print",
    )


def _scripts_off() -> Html:
    return element(
        "noscript",
        element(
            "div",
            element("p", element("strong", "Scripts are off, so this page cannot ask you questions one by one.")),
            element(
                "p",
                "You can read or print ",
                element("a", "all questions", href=address(QUESTIONS)),
                ", then ",
                element("a", "all answers", href=address(ANSWERS)),
                ", and fill in ",
                element("a", "the record", href=address(RECORD)),
                " by pen.",
            ),
            cls="warning",
        ),
    )


def _dialog() -> Html:
    return element(
        "dialog",
        element("h2", "Leave and forget all of it?", id="confirm-title"),
        element("p", "Your answers and your result are not saved in a file. They will be gone."),
        element(
            "form",
            element("button", "Stay here", value="no", cls="button", autofocus=True),
            element("button", "Forget it", value="yes", cls="button button--warning"),
            method="dialog",
            cls="button-group",
        ),
        id="confirm",
        aria_labelledby="confirm-title",
    )
