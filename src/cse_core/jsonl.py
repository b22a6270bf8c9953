"""Many cases: one line in, one line out, in order and in constant memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from .load.errors import CaseError
from .load.read_case import read_case
from .render.to_json import to_json
from .score import assess


def assess_lines(lines: Iterable[bytes]) -> Iterator[tuple[str, bool]]:
    """For each line, its assessment as one line of JSON and True; or its errors and False.

    A refused line becomes `{"line": n, "errors": [{place, problem, allowed}, …]}`; the rest go on.
    """
    for number, line in enumerate(lines, 1):
        try:
            yield to_json(assess(read_case(line)), compact=True), True
        except CaseError as error:
            errors = [problem.to_dict() for problem in error.problems]
            yield json.dumps({"line": number, "errors": errors}, ensure_ascii=False) + "\n", False
