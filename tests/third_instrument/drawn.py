"""Run beside a copy of the package: every invented instrument's form, tables and readings, as one JSON object."""

import json

import cse_core
from cse_core import assess, case_from, instrument_ids, load_instrument, to_html
from site_widgets.build.form import form
from site_widgets.build.instrument_page import instrument_page
from site_widgets.build.reviewed import reviewed


def readings(id_):
    """The reading of each worked example as HTML."""
    for example in load_instrument(id_).examples:
        checked = case_from({"schema": "cse-case/1", "instrument": id_, **example["case"]})
        yield to_html(assess(checked), checked)


drawn = {
    id_: {
        "form": form(id_),
        "page": instrument_page(id_),
        "reviewed": reviewed(id_),
        "readings": list(readings(id_)),
    }
    for id_ in instrument_ids()
    if id_.startswith("invented-")
}
print(json.dumps({"package": cse_core.__file__, "drawn": drawn}))
