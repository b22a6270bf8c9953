"""The instruments of this package: a folder under `instruments/` is an instrument."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

from ..model import Instrument
from .check import check_instrument
from .errors import InstrumentError, Problem, UnknownInstrumentError
from .files import data_folder
from .from_toml import read_instrument
from .sources import load_units


@cache
def instrument_ids() -> tuple[str, ...]:
    """The ids of every instrument, in alphabetical order."""
    return tuple(sorted(folder.name for folder in data_folder("instruments").iterdir() if folder.is_dir()))


@cache
def load_instrument(id_: str) -> Instrument:
    """The instrument with this id, checked whole.

    Raises UnknownInstrumentError for an id that is not in `instrument_ids()`, and
    InstrumentError, with every fault found, when its data is wrong.
    """
    if id_ not in instrument_ids():
        raise UnknownInstrumentError(id_, instrument_ids())
    return load_instrument_from(data_folder("instruments").joinpath(id_))


def load_instrument_from(folder: Traversable) -> Instrument:
    """The instrument in any folder of the right shape; InstrumentError with every fault found."""
    problems: list[Problem] = []
    instrument = read_instrument(folder, problems)
    if instrument.id and instrument.id != folder.name:
        place = f"instruments/{folder.name}/instrument.toml: id"
        problems.append(Problem(place, f"is {instrument.id!r}.", f"the folder's name, {folder.name!r}"))
    problems.extend(check_instrument(instrument, load_units()))
    if problems:
        raise InstrumentError(problems)
    return instrument
