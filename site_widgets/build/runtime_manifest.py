"""What is in the browser runtime: the cut lock file for Pyodide, and a manifest for people and tests."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def cut_lock(full: Path, core: Path, wheel: Path, out: Path) -> None:
    """Write Pyodide's lock file with one package, the core, instead of its makers' hundreds.

    The page would otherwise download a list of packages that it cannot and must not fetch.
    """
    name, version = wheel.name.split("-")[:2]
    entry = {
        "depends": [],
        "file_name": core.name,
        "imports": [name],
        "install_dir": "site",
        "name": name.replace("_", "-"),
        "package_type": "package",
        "sha256": sha256(core),
        "unvendored_tests": False,
        "version": version,
    }
    lock = {"info": json.loads(full.read_text())["info"], "packages": {entry["name"]: entry}}
    out.write_text(json.dumps(lock, indent=1, sort_keys=True) + "\n")


def write_manifest(folder: Path) -> int:
    """List every file with its size, its size compressed and its SHA-256; the compressed total."""
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "manifest.json":
            data = path.read_bytes()
            files[path.relative_to(folder).as_posix()] = {
                "bytes": len(data),
                "gzip": len(gzip.compress(data, 9, mtime=0)),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
    total = sum(entry["gzip"] for entry in files.values())
    manifest = {"gzip_total": total, "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    return total
