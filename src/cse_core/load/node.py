"""Reading one object of a case strictly, collecting every problem with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from .errors import Problem
from .table import listed

Word = TypeVar("Word", bound=StrEnum)


class Node:
    """One object of a case. Reading never raises; it reports into the shared list."""

    def __init__(self, data: object, place: str, problems: list[Problem]) -> None:
        self.place = place
        self.problems = problems
        self.data: Mapping[str, object] = {}
        if isinstance(data, dict):
            self.data = data
        else:
            problems.append(Problem(place or "the case", f"is {shown(data)}.", "an object"))

    def at(self, key: str) -> str:
        """The place of a key, as the form names its fields."""
        return f"{self.place}.{key}" if self.place else key

    def report(self, key: str, problem: str, allowed: str) -> None:
        """Note a problem at a key."""
        self.problems.append(Problem(self.at(key), problem, allowed))

    def only(self, keys: Iterable[str], what: str = "a key of a case") -> None:
        """Report every key that is not allowed here."""
        keys = list(keys)
        for key in self.data:
            if key not in keys:
                self.report(key, f"is not {what}.", listed(keys))

    def has(self, key: str) -> bool:
        """Whether the key is there at all."""
        return key in self.data

    def found(self, key: str) -> str:
        """What stands at a key, as the first words of a problem."""
        return f"is {shown(self.data[key])}." if self.has(key) else "is missing."

    def text(self, key: str) -> str:
        """The text at a key; empty when it is left out."""
        value = self.data.get(key, "")
        if isinstance(value, str) and _encodable(value):
            return value
        self.report(key, f"is {shown(value)}.", "text")
        return ""

    def word(self, key: str, words: type[Word], default: Word) -> Word:
        """One word of an enumeration; the default when it is left out."""
        value = self.data.get(key, default.value)
        allowed = [word.value for word in words]
        if isinstance(value, str) and value in allowed:
            return words(value)
        self.report(key, f"is {shown(value)}.", listed(allowed))
        return default

    def yes(self, key: str) -> bool:
        """True or false; false when it is left out."""
        value = self.data.get(key, False)
        if isinstance(value, bool):
            return value
        self.report(key, f"is {shown(value)}.", "true or false")
        return False

    def choice(self, key: str, allowed: Sequence[str], required: bool) -> str | None:
        """One of the given words, or None when it may be left out or null and is."""
        value = self.data.get(key)
        if isinstance(value, str) and value in allowed:
            return value
        if value is not None or required:
            problem = "is missing." if key not in self.data else f"is {shown(value)}."
            self.report(key, problem, listed(allowed) + ("" if required else ", or null"))
        return None

    def child(self, key: str) -> Node:
        """The object at a key; an empty one when it is left out."""
        return Node(self.data.get(key, {}), self.at(key), self.problems)

    def children(self) -> Iterator[tuple[str, Node]]:
        """Each object inside this one, with its key."""
        for key in self.data:
            yield key, self.child(key)

    def each(self, key: str) -> Iterator[Node]:
        """Each object of the list at a key; none when it is left out."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            self.report(key, f"is {shown(value)}.", "a list of objects")
            return
        for number, item in enumerate(value):
            yield Node(item, f"{self.at(key)}.{number}", self.problems)


def shown(value: object) -> str:
    """A value as an error message shows it: short, and never a long text from a case."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return repr(value) if len(value) <= 40 else "a long text"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return str(value)


def _encodable(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
