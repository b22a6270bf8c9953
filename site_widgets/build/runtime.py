"""Bundle what the page needs to run Python: Pyodide, PyScript, a trimmed standard library and the core.

    python -m site_widgets.build.runtime build/wheel build/runtime

Nothing is downloaded: the parts come from node_modules and from the core's wheel. The same inputs give the
same bytes, and unchanged inputs are not built again. docs/contributing/runtime.md explains the parts.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

from site_widgets.build.runtime_manifest import cut_lock, write_manifest
from site_widgets.build.runtime_twins import with_twins

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = HERE / "runtime_modules.toml"
PYODIDE = ROOT / "node_modules/pyodide"
PYSCRIPT = ROOT / "node_modules/@pyscript/core/dist"
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
# PyScript's entry, its body, and the stub of each plugin that it asks for by itself. The plugins' own
# libraries (an editor, a terminal) are never asked for and stay out.
PYSCRIPT_FILES = ("core.js", "core-*.js", "deprecations-manager-*.js", "donkey-*.js", "error-*.js", "py-*.js")


def node(script: str, *arguments: object) -> str:
    """Run one of our scripts under the project's own Node; its standard output."""
    command = [Path(sys.executable).with_name("node"), HERE / script, *arguments]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr}")
    return done.stdout


def core_wheel(folder: Path) -> Path:
    """The one wheel of the core in `folder`."""
    (wheel,) = folder.glob("cse_core-*.whl")
    return wheel


def pyscript_files() -> list[Path]:
    """PyScript's scripts that the page can ask for."""
    return sorted({path for pattern in PYSCRIPT_FILES for path in PYSCRIPT.glob(pattern)})


def standard_library() -> list[str]:
    """The names of the standard-library modules that the page needs."""
    groups = tomllib.loads(MODULES.read_text())
    return sorted(name for group in groups.values() for name in group["modules"])


def inputs(wheel: Path) -> Iterable[Path]:
    """Every file whose change must change the bundle."""
    yield from (wheel, *sorted(HERE.glob("runtime*")), HERE / "pyodide_node.mjs")
    yield from (*(PYODIDE / name for name in PYODIDE_FILES), PYODIDE / "python_stdlib.zip", *pyscript_files())


def fingerprint(paths: Iterable[Path]) -> str:
    """One hash over the names and contents of `paths`."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def build(wheel: Path, out: Path) -> None:
    """Write the bundle to `out`, which is emptied first."""
    shutil.rmtree(out, ignore_errors=True)
    (out / "pyscript").mkdir(parents=True)
    for name in PYODIDE_FILES:
        shutil.copyfile(PYODIDE / name, out / name)
    for path in pyscript_files():
        shutil.copyfile(path, out / "pyscript" / path.name)
    library = PYODIDE / "python_stdlib.zip"
    with tempfile.TemporaryDirectory() as folder:
        core, paper = Path(folder, wheel.name), Path(folder, "paper.zip")
        with_twins(wheel, core, paper)
        jobs = [
            {"given": library, "wanted": out / library.name, "modules": standard_library()},
            {"given": core, "wanted": out / "core.zip", "modules": None},
            {"given": paper, "wanted": out / "paper.zip", "modules": None},
        ]
        plan = Path(folder, "jobs.json")
        plan.write_text(json.dumps(jobs, default=lambda path: str(path.resolve())))
        node("runtime_compile.mjs", plan)
    cut_lock(PYODIDE / "pyodide-lock.json", out / "core.zip", wheel, out / "pyodide-lock.json")


def run(wheels: Path, out: Path) -> None:
    """Bring the bundle in `out` up to date."""
    wheel, record = core_wheel(wheels), out.with_suffix(".inputs")
    now = fingerprint(inputs(wheel))
    if (out / "manifest.json").exists() and record.exists() and record.read_text() == now:
        print("Browser runtime: up to date")
        return
    build(wheel, out)
    total = write_manifest(out)
    record.write_text(now)
    print(f"Browser runtime: {total / 1e6:.2f} MB compressed")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
