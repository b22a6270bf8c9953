"""A story and all that is said about it is easy to read: a learner may be new to all of it."""

from __future__ import annotations

import pytest

pytest.importorskip("textstat")

from cse_core.load.check_scenarios import scenario_texts
from site_widgets.build.reading_ease import SENTENCE, ease_of
from site_widgets.build.scenario_data import stories

HARDEST = 8.0


@pytest.mark.parametrize("story", stories().values(), ids=lambda story: story.id)
def test_every_story_is_easy_to_read(story) -> None:
    found = ease_of(story.id, "practitioner", scenario_texts(story))
    assert found.grade <= HARDEST
    assert found.sentence < SENTENCE
