"""The learner's record: one sheet of paper, filled in by the script or by pen. It is kept nowhere else."""

from __future__ import annotations

import cse_core
from cse_core.model_training import QuestionBank

from .board import load_board
from .fields import text_field
from .markup import Html, Part, element
from .quiz_sure import STATEMENTS
from .tables import stacking_table

SITE = "Protecting children from sexual exploitation: training and reference"
SURE_COLUMNS = ("How sure", "Before", "After")
CHECK_COLUMNS = ("Date", "Topics", "Right at the first try")


def record(bank: QuestionBank, *more: Part) -> Html:
    """The name, the buttons, and the sheet. Where no script fills it in, its lines are for a pen."""
    name = text_field(
        "record-name",
        "Your name, as it should stand on the record",
        hint="It stands on this page and on your paper, and is kept nowhere. It is not in the saved file.",
        maxlength=80,
    )
    hint = "To keep it as a file, print, and choose “Save as PDF” in your browser's print window."
    button = element("button", "Print the record", type="button", cls="button", data_action="print")
    controls = element(
        "div",
        name,
        element("p", hint, cls="hint"),
        element("div", button, *more, cls="button-group"),
        cls="no-print",
        data_needs_script=True,
        hidden=True,
    )
    return element(
        "section",
        element("h2", "A record for you", id="record-title", tabindex=-1),
        controls,
        _sheet(bank),
        cls="quiz-record",
        aria_labelledby="record-title",
    )


def _sheet(bank: QuestionBank) -> Html:
    settings = bank.settings
    board = load_board()
    facts: tuple[tuple[str, str, str], ...] = (
        ("name", "Name", ""),
        ("date", "Date", ""),
        ("role", "Role", ""),
        ("topics", "Topics", ""),
        ("first", "Right at the first try", ""),
        ("pass", f"Pass mark: {settings.pass_percent}%", ""),
        ("again", "Right after trying again", ""),
        ("refresh", f"Do it again by ({settings.refresh_months} months on)", ""),
        ("edition", "Site and edition", f"{SITE}, edition {cse_core.__version__}"),
    )
    rows = [element("div", element("dt", term), element("dd", words, data_record=key)) for key, term, words in facts]
    sure = [(f"record-{id_}", (words, _cell("before"), _cell("after"))) for id_, words in STATEMENTS]
    return element(
        "article",
        element("h3", "Knowledge check: a learner's record"),
        element(
            "p",
            element("strong", "Self-assessed.", cls="tag tag--caution"),
            " The learner answered alone. Nobody watched, marked or checked it.",
        ),
        element("p", f"Board: {board.name}.") if board.name else None,
        element("dl", rows, cls="summary-list"),
        stacking_table("In the learner's own view", SURE_COLUMNS, sure),
        element(
            "div",
            stacking_table("Earlier checks in the same file", CHECK_COLUMNS, ()),
            id="record-earlier",
            hidden=True,
        ),
        element(
            "p",
            "This record shows that questions were answered on that day. It does not show how somebody works with a "
            "child, and it is no qualification. It does not replace training that an employer or a board asks for.",
        ),
        cls="record-paper",
        id="record-paper",
    )


def _cell(key: str) -> Html:
    return element("span", data_sure=key)
