"""Scores published child sexual exploitation risk tools, with every step cited.

    case = read_case(text)          # JSON -> Case, or CaseError naming every problem
    assessment = assess(case)       # what the instrument reads, why, what to do, by when
    to_json(assessment)             # also to_text, to_markdown, to_html

    comparison = compare(read_vignette(text))   # one story, both instruments; also comparison_to_html and others

Standard library only. No clock, no network, no storage: the same case gives the
same bytes on any machine. A guide that does not replace judgement (PB Appendix 3).
"""

from .comparison import (
    compare,
    comparison_to_html,
    comparison_to_json,
    comparison_to_text,
    is_vignette,
    read_vignette,
    vignette_to_dict,
)
from .load.errors import CaseError, CseError, InstrumentError, Problem, UnknownInstrumentError, VignetteError
from .load.instruments import instrument_ids, load_instrument
from .load.read_case import case_from, read_case
from .load.sources import load_sources, load_units
from .model import Answer, Assessment, Case, Change, Instrument, Level, Mark, Pathway, Status
from .render.changes import changes_to_html, changes_to_json, changes_to_text
from .render.instrument import instrument_to_json, instrument_to_markdown
from .render.schema import assessment_schema, case_schema
from .render.to_html import to_html
from .render.to_json import case_to_dict, to_dict, to_json
from .render.to_markdown import to_markdown
from .render.to_text import to_text
from .score import assess, what_would_change
from .training import load_questions, load_scenarios
from .version import __version__

__all__ = [
    "Answer",
    "Assessment",
    "Case",
    "CaseError",
    "Change",
    "CseError",
    "Instrument",
    "InstrumentError",
    "Level",
    "Mark",
    "Pathway",
    "Problem",
    "Status",
    "UnknownInstrumentError",
    "VignetteError",
    "__version__",
    "assess",
    "assessment_schema",
    "case_from",
    "case_schema",
    "case_to_dict",
    "changes_to_html",
    "changes_to_json",
    "changes_to_text",
    "compare",
    "comparison_to_html",
    "comparison_to_json",
    "comparison_to_text",
    "instrument_ids",
    "instrument_to_json",
    "instrument_to_markdown",
    "is_vignette",
    "load_instrument",
    "load_questions",
    "load_scenarios",
    "load_sources",
    "load_units",
    "read_case",
    "read_vignette",
    "to_dict",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
    "vignette_to_dict",
    "what_would_change",
]
