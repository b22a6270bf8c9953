"""The parts of a report: what every renderer prints, before any format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..model import Unit


class Line(NamedTuple):
    """One statement: its text, what it rests on, and what goes beside it."""

    text: str
    cites: tuple[str, ...] = ()
    label: str = ""
    aside: str = ""
    note: str = ""
    ours: bool = False


class Section(NamedTuple):
    """A heading and its lines. `kind` is a stable name that renderers and styles may use."""

    kind: str
    heading: str
    lines: tuple[Line, ...]
    listed: str = "plain"


class Report(NamedTuple):
    """Everything a reader of an assessment needs, in the order they need it."""

    title: str
    sections: tuple[Section, ...]
    units: Mapping[str, Unit]
