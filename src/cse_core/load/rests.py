"""What a statement rests on: it names units of the sources, or says that it is ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .errors import Problem
from .sources import load_units

WHAT_RESTS = "unit ids of sources/, or ours = true"


def rests(place: str, cites: Sequence[str], ours: bool) -> Iterator[Problem]:
    """What is wrong with what a statement rests on: neither, both, or a unit that no source has."""
    if bool(cites) == ours:
        yield Problem(place, "is ours and cites." if cites else "does not say what it rests on.", WHAT_RESTS)
    for id_ in cites:
        if id_ not in load_units():
            yield Problem(f"{place}.cites", f"has {id_!r}.", "a unit id of sources/")
