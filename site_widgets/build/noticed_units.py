"""The paragraphs that the page "I have noticed something" cites."""

from __future__ import annotations

from collections.abc import Iterator

from cse_core.notice import load_noticed


def cites_of_noticed() -> Iterator[str]:
    """Every unit that a line of its advice, or a statement beside it, rests on; some more than once."""
    found = load_noticed()
    for line in found.lines:
        yield from line.cites
    for statement in (*found.why, *found.write, *found.avoid, *found.known_to):
        yield from statement.cites
