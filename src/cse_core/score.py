"""The calls most users need: a case in, an assessment out; and what single answer would change it."""

from .engine.assess import assess_case
from .engine.changes import single_changes
from .load.instruments import load_instrument
from .model import Assessment, Case, Change


def assess(case: Case) -> Assessment:
    """The assessment of a case by the instrument it names. Never raises for a case made by `read_case`."""
    return assess_case(load_instrument(case.instrument), case)


def what_would_change(case: Case) -> tuple[Change, ...]:
    """Every single answer that would give the case another level or pathway, those that raise it first."""
    return single_changes(load_instrument(case.instrument), case)
