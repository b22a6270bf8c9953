"""The one call most users need: a case in, an assessment out."""

from .engine.assess import assess_case
from .load.instruments import load_instrument
from .model import Assessment, Case


def assess(case: Case) -> Assessment:
    """The assessment of a case by the instrument it names. Never raises for a case made by `read_case`."""
    return assess_case(load_instrument(case.instrument), case)
