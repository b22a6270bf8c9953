"""What a learner reads, with where it stands: every text of the stories, and of every question, written or made."""

from __future__ import annotations

from collections.abc import Iterator

from cse_core import load_questions, load_scenarios
from cse_core.load.check_questions import texts_of
from cse_core.load.check_scenarios import scenario_texts


def of_stories() -> Iterator[tuple[str, str]]:
    for id_, scenario in load_scenarios().items():
        yield from ((id_, text) for text in scenario_texts(scenario) if text)


def of_questions(made: bool | None = None) -> Iterator[tuple[str, str]]:
    """Of written questions, of those made from rules, or of all."""
    for question in load_questions().questions:
        if made is None or bool(question.made_from) is made:
            yield from ((question.id, text) for text in texts_of(question) if text)
