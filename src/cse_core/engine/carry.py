"""Carrying an answer from one instrument to the other: the answer alone, and only where the user confirmed the row."""

from __future__ import annotations

from collections.abc import Collection

from ..model import Case
from ..model_comparison import Carried
from ..model_crosswalk import Crosswalk
from .questions import is_given, said_to, with_said


def carry(
    crosswalk: Crosswalk, confirmed: Collection[str], first: Case, second: Case
) -> tuple[Case, tuple[Carried, ...]]:
    """The second case with every confirmed answer of the first; and each answer that could be carried.

    Never more than an answer: no level, no mark, no evidence, no reasons.
    """
    here, there = crosswalk.between
    carried = []
    for row in crosswalk.same:
        said = said_to(first, row.asks[here])
        if is_given(said):
            carried.append(Carried(row.id, row.asks, said, row.id in confirmed, row.reason))
            if row.id in confirmed:
                second = with_said(second, row.asks[there], said)
    return second, tuple(carried)
