"""An order that gives nothing away, and is the same in every run.

The bank holds what is right first, and steps and pairs as they are right. Not every system mixes them again.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Part = TypeVar("Part")


def mixed(parts: Sequence[Part], seed: str) -> list[Part]:
    """The parts in an order that depends on the seed alone, and is never the order that was given."""
    order = sorted(range(len(parts)), key=lambda place: sha256(f"{seed} {place}".encode()).digest())
    if order == sorted(order):
        order = [*order[1:], *order[:1]]
    return [parts[place] for place in order]
