"""What is said beside a question once it is answered: why, what it rests on, and what the law register says of it."""

from __future__ import annotations

from cse_core import load_units
from cse_core.model_training import Question

from ..build.law_data import load_law
from ..build.law_note import status_words

OURS = "Rests on: this project’s own words."


def beside(question: Question) -> tuple[str, ...]:
    """The lines, each a plain sentence. No address: a package has no link to lean on."""
    return tuple(line for line in (question.why, rests_on(question), *in_law(question)) if line)


def rests_on(question: Question) -> str:
    """The units that the question cites, as the site names them."""
    units = load_units()
    cited = ", ".join(units[unit].cite_as for unit in question.cites)
    return f"Rests on: {cited}." if cited else OURS


def in_law(question: Question) -> tuple[str, ...]:
    """For each entry of the law register that the question names: what it is, and its status."""
    entries = load_law().entries
    return tuple(f"{entry.subject}: {status_words(entry)}." for entry in map(entries.__getitem__, question.law))
