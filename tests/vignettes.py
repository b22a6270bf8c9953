"""Making vignettes for tests: one readable builder, and a seeded stream of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from cse_core.load.crosswalk import load_crosswalk
from tests.cases import LAMBETH, PAN_BEDFORDSHIRE, stream

ROWS = tuple(row.id for row in load_crosswalk().same)
# What the second instrument asks too, and a vignette asks once, under the first.
ASKED_ONCE = {"child": ("age", "missing_now", "disclosure", "looked_after"), "judgement": ("significant_harm", "reasons")}


def vignette(
    first: dict[str, Any] | None = None, second: dict[str, Any] | None = None, same: tuple[str, ...] = ROWS
) -> dict[str, Any]:
    """A vignette with these parts of a case under Pan-Bedfordshire and under Lambeth."""
    return {
        "schema": "cse-vignette/1",
        "assessed_on": "2026-11-20",
        "same": list(same),
        "cases": {PAN_BEDFORDSHIRE: first or {}, LAMBETH: second or {}},
    }


def present(*questions: str, **more: Any) -> dict[str, Any]:
    """Answers to items: each present."""
    return {item: {"answer": "present", **more} for item in questions}


def vignette_stream(number: int, seed: int = 20261121) -> Iterator[dict[str, Any]]:
    """The same `number` of varied vignettes every time."""
    choose = random.Random(seed)
    firsts = stream(number, seed, PAN_BEDFORDSHIRE)
    seconds = stream(number, seed + 1, LAMBETH)
    for first, second in zip(firsts, seconds, strict=True):
        under = {part: dict(second[part]) for part in ("child", "answers", "judgement")}
        for part, keys in ASKED_ONCE.items():
            for key in keys:
                under[part].pop(key, None)
        yield {
            "schema": "cse-vignette/1",
            "assessed_on": first["assessed_on"],
            "reference": first["reference"],
            "same": choose.sample(ROWS, choose.choice((0, 1, 3, len(ROWS), len(ROWS)))),
            "cases": {
                PAN_BEDFORDSHIRE: {part: first[part] for part in ("child", "answers", "judgement")},
                LAMBETH: under,
            },
        }
