"""QTI 2.1 against the published schema, for whoever has it: `python -m tests.packages.qti_schema FOLDER/imsqti_v2p1.xsd`.

No package of a registry carries the schema, and its owners grant no licence to hand it on. So this is no test of
`make test`, which reads the items back and has a player mark them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import xmlschema

import cse_core
from site_widgets.packages.manifest import MANIFEST
from site_widgets.packages.qti import Version, qti_files


def run(path: Path) -> None:
    """Say of every item and of the test what the schema does not take; stop with an error if there is anything."""
    schema = xmlschema.XMLSchema(str(path), base_url=str(path.parent), allow="local", validation="lax")
    files = qti_files(Version.V2P1, "questions", "Training questions", cse_core.load_questions().topics)
    faults = [
        f"{name}: {error.reason}"
        for name, data in sorted(files.items())
        if name != MANIFEST
        for error in schema.iter_errors(data.decode())
    ]
    print(f"{len(files) - 1} files, {len(faults)} faults", *faults, sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    run(Path(sys.argv[1]).resolve())
