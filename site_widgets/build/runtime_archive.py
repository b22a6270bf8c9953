"""Byte-compile the Python files of a zip into another zip, the same bytes every time.

Runs inside Pyodide (so that the byte code fits the page's Python whatever the host has) and, for the
tests, in a CPython of the same version. Uses the standard library only and nothing else of ours.
"""

from __future__ import annotations

import importlib.util
import marshal
import zipfile
from collections.abc import Collection

# The earliest date a zip can hold. Real dates would change the bytes and tell the reader nothing.
DATE = (1980, 1, 1, 0, 0, 0)
# An "unchecked hash" pyc is never compared with a source file, which is not there.
UNCHECKED_HASH = (1).to_bytes(4, "little")


def module_name(path: str) -> str:
    """The dotted name of the module at `path` in an archive: `json/__init__.py` is `json`."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def byte_code(source: bytes, path: str) -> bytes:
    """The contents of the `.pyc` for one source file."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=0)
    digest = importlib.util.source_hash(source)
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + digest + marshal.dumps(code)


def compile_archive(given: str, wanted: str, modules: Collection[str] | None = None) -> None:
    """Write `wanted` from the zip `given`: sorted, undated, sources replaced by byte code.

    With `modules`, only those modules and no data files; a name that the archive lacks is an error.
    """
    with zipfile.ZipFile(given) as source, zipfile.ZipFile(wanted, "w") as target:
        names = sorted(name for name in source.namelist() if not name.endswith(("/", ".pyc")))
        if modules is not None:
            found = {module_name(name): name for name in names if name.endswith(".py")}
            if missing := sorted(set(modules) - set(found)):
                raise KeyError("not in the archive: " + ", ".join(missing))
            names = sorted(found[name] for name in modules)
        for name in names:
            data = source.read(name)
            if name.endswith(".py"):
                data, name = byte_code(data, name), name + "c"
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, data, compresslevel=9)
