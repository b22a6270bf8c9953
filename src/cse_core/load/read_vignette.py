"""A vignette: one story, told once for two instruments. JSON to two cases, whole or not at all.

A question that both ask is asked once, under the first instrument. Its answer goes to the second only
where the user names the row of the map in `same`; otherwise it stays not known there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..engine.carry import carry
from ..model import Case
from ..model_comparison import Vignette
from ..model_crosswalk import Crosswalk
from .crosswalk import load_crosswalk
from .errors import CaseError, Problem, VignetteError
from .instruments import load_instrument
from .json_text import parse_json
from .node import Node, shown
from .read_case import case_in, date_in
from .table import listed

VIGNETTE_SCHEMA = "cse-vignette/1"
VIGNETTE_KEYS = ("schema", "assessed_on", "reference", "same", "cases")
PARTS = ("child", "answers", "judgement")
# The reasons for a judgement are written once, where the judgement is.
REASONS = "judgement.reasons"


def read_vignette(text: str | bytes) -> Vignette:
    """The vignette a JSON text holds, checked against both instruments. VignetteError lists every problem."""
    try:
        data = parse_json(text)
    except CaseError as error:
        raise VignetteError(error.problems) from None
    return vignette_from(data)


def is_vignette(text: str | bytes) -> bool:
    """Whether a JSON text says that it is a vignette and not a case; false for what cannot be read."""
    try:
        data = parse_json(text)
    except CaseError:
        return False
    schema = data.get("schema") if isinstance(data, dict) else None
    return isinstance(schema, str) and schema.startswith(f"{VIGNETTE_SCHEMA.partition('/')[0]}/")


def vignette_from(data: object) -> Vignette:
    """The vignette in values already read from JSON. VignetteError lists every problem."""
    problems: list[Problem] = []
    root = Node(data, "", problems)
    if problems:
        raise VignetteError(problems)
    crosswalk = load_crosswalk()
    root.only(VIGNETTE_KEYS, "a key of a vignette")
    if root.data.get("schema") != VIGNETTE_SCHEMA:
        root.report("schema", root.found("schema"), repr(VIGNETTE_SCHEMA))
    assessed_on, reference = date_in(root), root.text("reference")
    confirmed = _confirmed(root, crosswalk)
    cases = root.child("cases")
    cases.only(crosswalk.between, "an instrument that can be compared")
    here, there = crosswalk.between
    _only_what_is_not_asked_already(cases.child(there), crosswalk)
    entered: dict[str, Case] = {}
    for id_ in crosswalk.between:
        node = cases.child(id_)
        node.only(PARTS, "a part of a case in a vignette")
        entered[id_] = case_in(node, load_instrument(id_), assessed_on)._replace(reference=reference)
    if problems:
        raise VignetteError(list(dict.fromkeys(problems)))
    second, carried = carry(crosswalk, confirmed, entered[here], entered[there])
    given = {here: entered[here], there: second}
    return Vignette(crosswalk.between, assessed_on, reference, confirmed, entered, given, carried)


def asked_once(crosswalk: Crosswalk) -> tuple[tuple[str, str], ...]:
    """The questions of the second instrument that are asked once, under the first: as part and key of a case."""
    places = [_place(row.asks[crosswalk.between[1]]) for row in crosswalk.same]
    return tuple(dict.fromkeys((*places, _place(REASONS))))


def _place(question: str) -> tuple[str, str]:
    part, dot, key = question.partition(".")
    return (part, key) if dot else ("answers", question)


def _only_what_is_not_asked_already(node: Node, crosswalk: Crosswalk) -> None:
    allowed = f"to leave it out: it is asked once, under {crosswalk.between[0]}"
    for part, key in asked_once(crosswalk):
        inside = node.child(part)
        if inside.has(key):
            inside.report(key, "is not asked here.", allowed)


def _confirmed(root: Node, crosswalk: Crosswalk) -> tuple[str, ...]:
    """The rows that the user confirmed, in the order of the map."""
    rows = [row.id for row in crosswalk.same]
    value = root.data.get("same", [])
    if not isinstance(value, list):
        root.report("same", f"is {shown(value)}.", "a list of rows")
        return ()
    for place, problem in _wrong_rows(value, rows):
        root.report(f"same.{place}", problem, listed(rows))
    return tuple(row for row in rows if row in value)


def _wrong_rows(value: list[object], rows: Collection[str]) -> Iterator[tuple[int, str]]:
    for number, row in enumerate(value):
        if row not in rows:
            yield number, f"is {shown(row)}."
        elif row in value[:number]:
            yield number, f"has {shown(row)} again."
