"""Reading one TOML table strictly: right types, no missing key, no unknown key.

Problems are collected, not raised, so that an author sees all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from .errors import Problem

T = TypeVar("T")
_REQUIRED = object()


def listed(words: Sequence[str]) -> str:
    """The words as a reader sees a choice: `one of a, b, c`."""
    return "one of " + ", ".join(words)


class Table:
    """One table of a file, and the problems found while reading it."""

    def __init__(self, data: Mapping[str, object], file: str, place: str, problems: list[Problem]) -> None:
        self.data = data
        self.file = file
        self.place = place
        self.problems = problems
        self._read: set[str] = set()

    def report(self, key: str, problem: str, allowed: str = "") -> None:
        """Note a problem at a key of this table."""
        path = ".".join(part for part in (self.place, key) if part)
        self.problems.append(Problem(f"{self.file}: {path}", problem, allowed))

    def _value(self, key: str, fits: Callable[[object], bool], allowed: str, default: T) -> T:
        self._read.add(key)
        if key not in self.data:
            if default is _REQUIRED:
                self.report(key, "is missing.", allowed)
            return default
        value = self.data[key]
        if not fits(value):
            self.report(key, f"is {value!r}.", allowed)
            return default
        return value  # type: ignore[return-value]

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not blank; required unless a default is given."""
        wanted = "text that is not blank" if default is None else "text"
        fits = _is_filled if default is None else _is_text
        value = self._value(key, fits, wanted, _REQUIRED if default is None else default)
        return value if isinstance(value, str) else ""

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts, none blank; required unless a default is given."""
        value = self._value(key, _is_texts, "a list of texts", _REQUIRED if default is None else default)
        return tuple(value) if isinstance(value, list | tuple) else ()

    def one_of(self, key: str, words: Sequence[str]) -> str:
        """One of the given words; the first of them stands in after a problem."""
        value = self._value(key, lambda found: found in words, listed(words), _REQUIRED)
        return value if isinstance(value, str) else words[0]

    def some_of(self, key: str, words: Sequence[str]) -> tuple[str, ...]:
        """A list of some of the given words; absent means none."""
        found = self.texts(key, ())
        for word in found:
            if word not in words:
                self.report(key, f"has {word!r}.", listed(words))
        return tuple(word for word in found if word in words)

    def whole(self, key: str, default: int | None = None, optional: bool = False) -> int | None:
        """A whole number of 1 or more."""
        start: object = default if default is not None or optional else _REQUIRED
        value = self._value(key, _is_count, "a whole number, 1 or more", start)
        return value if isinstance(value, int) else None

    def yes(self, key: str) -> bool:
        """True or false; absent means false."""
        return bool(self._value(key, lambda found: isinstance(found, bool), "true or false", False))

    def table(self, key: str) -> Table:
        """The table at a key; an empty one after a problem."""
        value = self._value(key, lambda found: isinstance(found, dict), "a table", _REQUIRED)
        data = value if isinstance(value, dict) else {}
        return Table(data, self.file, f"{self.place}.{key}".lstrip("."), self.problems)

    def tables(self, key: str, required: bool = True) -> Iterator[Table]:
        """Each table of an array of tables, placed by its id where it has one."""
        value = self._value(key, _is_tables, "an array of tables", _REQUIRED if required else [])
        for number, data in enumerate(value if isinstance(value, list) else [], 1):
            name = data.get("id", number)
            yield Table(data, self.file, f"{self.place}.{key}[{name}]".lstrip("."), self.problems)

    def named_tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """Each table inside the table at a key, with its name."""
        inner = self.table(key)
        for name in inner.data:
            yield name, inner.table(name)

    def has(self, key: str) -> bool:
        """Whether the key is there. It does not count as read."""
        return key in self.data

    def skip(self, key: str) -> object:
        """The raw value at a key, counted as read."""
        self._read.add(key)
        return self.data.get(key)

    def finish(self) -> None:
        """Report every key that nobody read."""
        allowed = ", ".join(sorted(self._read))
        for key in self.data:
            if key not in self._read:
                self.report(key, "is not a key of this table.", allowed)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_filled(item) for item in value)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
