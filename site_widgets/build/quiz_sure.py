"""How sure the learner is, before and after: three statements, each with the same four answers."""

from __future__ import annotations

from .fields import Choice, question
from .fields import radios as row_of_radios
from .markup import Html, element

STATEMENTS: tuple[Choice, ...] = (
    ("notice", "I could notice small signs that somebody may be exploiting a child."),
    ("listen", "I could listen to a child who tells me, and know what to say."),
    ("act", "I could tell the right people the same day, and write down what I know."),
)
ANSWERS: tuple[Choice, ...] = (
    ("0", "Not sure yet"),
    ("1", "A little sure"),
    ("2", "Fairly sure"),
    ("3", "Sure"),
)


def sure(when: str, title: str, intro: str) -> Html:
    """The three statements, `when` being "before" or "after". Nothing is chosen, and nothing has to be."""
    asked = [question(f"{when}.{id_}", words, row_of_radios(f"{when}.{id_}", ANSWERS)) for id_, words in STATEMENTS]
    return element(
        "section",
        element("h3", title, id=f"{when}-title"),
        element("p", intro),
        asked,
        cls="quiz-sure",
        aria_labelledby=f"{when}-title",
    )
