"""The first step of the knowledge check: about what, for whom, how many."""

from __future__ import annotations

from collections.abc import Iterable

from cse_core.model_training import QuestionBank

from .fields import Choice
from .markup import Html, element
from .quiz_sure import sure

FEW, MANY, ALL = 5, 20, "all"


def choose(bank: QuestionBank) -> Html:
    """The settings, and how sure the learner is before the first question."""
    roles = [(id_, words) for id_, words in bank.settings.roles.items() if any(bank.for_role(id_))]
    topics = [(topic.id, topic.title) for topic in bank.topics]
    usual = bank.settings.questions_per_check
    counts = [(str(number), str(number)) for number in sorted({FEW, usual, MANY})] + [(ALL, "All that fit")]
    return element(
        "section",
        element("h2", "Choose your questions", id="choose-title", tabindex=-1),
        element(
            "form",
            _select("topic", "Topic", [("", "All topics"), *topics]),
            _select("role", "Your role", [("", "Any role"), *roles]),
            _select("count", "How many questions", counts, str(usual)),
            element("p", role="status", id="choose-fit", cls="hint"),
            sure(
                "before",
                "Before you start",
                "How true is each of these for you today? You can leave them out. You will see them again at the end.",
            ),
            element("div", element("button", "Start", cls="button"), cls="button-group"),
            id="choose-form",
            autocomplete="off",
            novalidate=True,
        ),
        element(
            "div",
            element("h3", "Go on from a saved file"),
            element("p", "If you saved your progress before, open the file. It stays on this device."),
            open_file(),
            cls="quiz__open",
        ),
        id="choose",
        aria_labelledby="choose-title",
        data_step=True,
        hidden=True,
    )


def open_file() -> Html:
    """The button that opens a saved file, and the place for what is wrong with one."""
    chooser = element(
        "input",
        type="file",
        id="open-file",
        accept=".json,application/json",
        autocomplete="off",
        hidden=True,
        tabindex=-1,
    )
    button = element("button", "Open saved progress", type="button", cls="button button--secondary", data_action="open")
    return element(
        "div",
        element("p", id="open-error", cls="error-message", role="alert", hidden=True),
        element("div", button, chooser, cls="button-group"),
    )


def _select(key: str, label: str, choices: Iterable[Choice], chosen: str = "") -> Html:
    options = [element("option", words, value=value, selected=value == chosen) for value, words in choices]
    return element(
        "div",
        element("label", label, cls="field__label", for_=key),
        element("select", options, cls="input", id=key, name=key, autocomplete="off"),
        cls="field",
    )
