"""Stories and questions are easy to read: for a learner on a phone, after work."""

from __future__ import annotations

from collections import defaultdict

import pytest

pytest.importorskip("textstat")

from cse_core import load_questions
from cse_core.load.check_questions import texts_of
from site_widgets.build.reading_ease import ease_of
from tests.training.texts import of_stories

GRADE = 8.0
WORDS = 15.0


def texts() -> dict[str, list[str]]:
    found = defaultdict(list)
    for id_, text in of_stories():
        found[id_].append(text)
    for topic in load_questions().topics:
        found[topic.id] = [text for question in topic.questions for text in texts_of(question) if text]
    return found


@pytest.mark.parametrize(("where", "said"), texts().items(), ids=texts())
def test_it_is_easy_to_read(where, said) -> None:
    ease = ease_of(where, "practitioner", said)
    assert ease.grade <= GRADE
    assert ease.sentence <= WORDS
