"""JSON text to values, strictly: one document, each key once, no NaN."""

from __future__ import annotations

import json
import re

from .errors import CaseError, Problem

# A case nests four deep. Far deeper text is refused before it is parsed, because in the browser
# Python's own limit comes too late: the page's stack ends first and takes Python with it.
DEEPEST = 20
NESTING = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)
NO_CASE_NEEDS = ("holds a number or a nesting no case needs.", "one JSON object of the case's shape")


def parse_json(text: str | bytes) -> object:
    """The value a JSON text holds; CaseError when it is not JSON a case may be written in."""
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise _refused("is not UTF-8 text.", "JSON in UTF-8") from None
    if _too_deep(text):
        raise _refused(*NO_CASE_NEEDS)
    try:
        return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _refused(f"is not JSON: {error.msg} at {where}.", "one JSON object") from None
    except _RepeatedKeyError as error:
        raise _refused(f"has the key {error.args[0]!r} twice.", "each key once") from None
    except (ValueError, RecursionError):
        raise _refused(*NO_CASE_NEEDS) from None


def _too_deep(text: str) -> bool:
    depth = 0
    for found in NESTING.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            return True
    return False


class _RepeatedKeyError(Exception):
    pass


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise _RepeatedKeyError(key)
        table[key] = value
    return table


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _refused(problem: str, allowed: str) -> CaseError:
    return CaseError([Problem("the case", problem, allowed)])
