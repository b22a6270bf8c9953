"""Stories and questions for training. What is needed for them is loaded when it is first asked for, and not before.

In a browser they are not there at all: pages made from them hold what they need.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model_training import QuestionBank, Scenario


def load_scenarios() -> Mapping[str, Scenario]:
    """Every story for training, by id. InstrumentError lists every fault found in any of them.

    What the instruments read in an episode is `compare(episode.vignette)`.
    """
    from .load.scenarios import load_scenarios as load

    return load()


def load_questions() -> QuestionBank:
    """Every question of the knowledge checks, by topic, with the pass mark. InstrumentError lists every fault found.

    The last topics are made from the instruments' rules: a changed rule makes another question.
    """
    from .quiz.bank import load_bank

    return load_bank()
