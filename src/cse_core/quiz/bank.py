"""The whole bank: what people wrote, and what the rules of each instrument make."""

from __future__ import annotations

from functools import cache

from ..load.check_questions import check_questions
from ..load.errors import InstrumentError
from ..load.instruments import instrument_ids, load_instrument
from ..load.questions import load_written_questions
from ..model import Instrument, Reads
from ..model_training import QuestionBank, Topic
from .by_level import level_questions
from .by_pathway import pathway_questions
from .choices import topic_id
from .dates import date_questions
from .first import first_questions


@cache
def load_bank() -> QuestionBank:
    """Every question, written or made, checked whole; InstrumentError with every fault found."""
    written = load_written_questions()
    made = tuple(rule_topic(load_instrument(id_)) for id_ in instrument_ids())
    bank = QuestionBank(written.settings, (*written.topics, *made))
    problems = list(check_questions(bank))
    if problems:
        raise InstrumentError(problems)
    return bank


def rule_topic(instrument: Instrument) -> Topic:
    """The questions that an instrument's rules make. A changed rule makes another question; one taken out, none."""
    of_its_kind = level_questions if instrument.reads is Reads.LEVEL else pathway_questions
    questions = (*of_its_kind(instrument), *first_questions(instrument), *date_questions(instrument))
    return Topic(topic_id(instrument), f"Rules of the {instrument.title}", f"instruments/{instrument.id}.md", questions)
