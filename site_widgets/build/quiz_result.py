"""The last step of the knowledge check: the result by topic, what to read, trying again, and the record."""

from __future__ import annotations

from cse_core.model_training import QuestionBank

from .markup import Html, Part, element
from .place import address
from .quiz_record import record
from .quiz_rests import link
from .quiz_sure import sure
from .tables import stacking_table

COLUMNS = ("Topic", "Right at the first try", "What to read")


def result(bank: QuestionBank) -> Html:
    """Every topic has its row; the script shows those that were asked about."""
    rows = [(f"result-{topic.id}", _row(topic.title, topic.page)) for topic in bank.topics]
    again = element(
        "p", "The same questions, with their answers mixed anew. The result above stays: it is of the first try."
    )
    return element(
        "section",
        element("h2", "Your result", id="result-title", tabindex=-1),
        element("div", element("p", id="result-words"), element("p", id="result-again"), cls="inset", id="result-box"),
        element("div", stacking_table("By topic", COLUMNS, rows), id="result-topics"),
        element(
            "div",
            element("h3", "Try again"),
            again,
            element("div", _button("Try the missed ones again", "again", "button"), cls="button-group"),
            id="result-missed",
            hidden=True,
        ),
        sure(
            "after",
            "After the questions",
            "The same three again. How true is each for you now? You can leave them out.",
        ),
        record(bank, _button("Save progress", "save")),
        element(
            "div",
            _button("Start a new check", "new"),
            _button("Leave and forget all of it", "leave"),
            cls="button-group quiz__ways-out",
        ),
        id="result",
        aria_labelledby="result-title",
        data_step=True,
        hidden=True,
    )


def _row(title: str, page: str) -> tuple[Part, ...]:
    return (
        element("span", title, data_title=True),
        element("span", data_score=True),
        link(title, address(page), new_tab=True),
    )


def _button(words: str, action: str, cls: str = "button button--secondary") -> Html:
    return element("button", words, type="button", cls=cls, data_action=action)
