"""Finding and reading the package's own data files."""

from __future__ import annotations

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from .errors import InstrumentError, Problem


def data_folder(name: str) -> Traversable:
    """A folder of data inside the package: `sources`, `instruments`, `calendar`, `language`."""
    return files("cse_core").joinpath(name)


def read_toml(file: Traversable, shown_as: str) -> dict[str, object]:
    """The tables of one file; InstrumentError naming the file if it is missing or not TOML."""
    twin = _twin(file)
    if twin is not None:
        return twin
    # Here and not above: where every file has its twin, the parser is never loaded.
    import tomllib

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        problem = Problem(shown_as, "is missing.", "a TOML file of this name")
    except UnicodeDecodeError:
        problem = Problem(shown_as, "is not UTF-8 text.", "TOML in UTF-8")
    except tomllib.TOMLDecodeError as error:
        problem = Problem(shown_as, f"is not TOML: {error}.", "TOML, with each key once")
    raise InstrumentError([problem])


def has_toml(folder: Traversable, name: str) -> bool:
    """Whether the folder holds `name.toml`, or the twin the browser reads in its place."""
    return any(folder.joinpath(f"{name}.{ending}").is_file() for ending in ("toml", "json"))


def _twin(file: Traversable) -> dict[str, object] | None:
    """The same tables as JSON, where the build put them beside the file.

    In the browser JSON is read by compiled code, and TOML by Python: that is a tenth of the time at every start.
    """
    if not isinstance(file, Path):
        return None
    twin = file.with_suffix(".json")
    if not twin.exists():
        return None
    tables: dict[str, object] = json.loads(twin.read_text("utf-8"))
    return tables
