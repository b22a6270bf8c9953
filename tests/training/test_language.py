"""The words of the training part: none blames, none sounds like an all-clear, and no story says what the engine says."""

from __future__ import annotations

import re
from html import escape

import pytest

from cse_core import load_questions, load_scenarios
from cse_core.language import all_clear_phrases_in
from site_widgets.build.page_blocks import blocks_in
from tests.guidance.test_language import blaming
from tests.guidance.test_own_words import copied
from tests.guidance.test_personal import personal
from tests.training.texts import of_questions, of_stories

# A level or a pathway in a sentence of ours would stand there unchanged when a rule changes.
COMPUTED = re.compile(
    r"\b(?:at|is|as|to|of|reads|read|level) (?:Low|Medium|High)\b(?! [A-Z])|\b(?:Low|Medium|High) level\b"
)
EVERY = [*of_stories(), *of_questions()]


def test_nothing_blames_a_child() -> None:
    found = [(where, *blaming(blocks_in(f"<p>{escape(text)}</p>"))) for where, text in EVERY]
    assert [fault for fault in found if fault[1:]] == []


def test_nothing_sounds_like_an_all_clear() -> None:
    assert [(where, text) for where, text in EVERY if all_clear_phrases_in(text)] == []


def test_nothing_is_copied_and_nothing_is_personal() -> None:
    assert copied(EVERY) == []
    assert list(personal(EVERY)) == []


def test_no_story_and_no_written_question_says_what_the_engine_says() -> None:
    found = [(where, text) for where, text in (*of_stories(), *of_questions(made=False)) if COMPUTED.search(text)]
    assert found == []


@pytest.mark.parametrize("text", ["This is High.", "The form reads Low here.", "A Medium level"])
def test_the_check_for_computed_words_can_fail(text) -> None:
    assert COMPUTED.search(text)


def test_nothing_is_shouted() -> None:
    """Calm: no exclamation marks, but in what somebody in a story says; no capitals for emphasis."""
    quoted = re.compile(r'"[^"]*"|“[^”]*”')
    assert [(where, text) for where, text in EVERY if "!" in quoted.sub("", text)] == []


def test_no_feedback_blames_the_learner() -> None:
    scolding = re.compile(
        r"\b(?:you failed|wrong!|how could you|you should have known|careless|silly|obviously)\b", re.I
    )
    feedback = [part.feedback for q in load_questions().questions for part in (*q.options, *q.steps, *q.pairs)]
    for scenario in load_scenarios().values():
        for episode in scenario.episodes:
            feedback += [each.feedback for each in (*episode.signs, *episode.gaps, *episode.first_steps)]
    assert [text for text in feedback if scolding.search(text)] == []
