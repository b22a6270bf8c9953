"""The shape of the package: who may import whom, the standard library only, and a documented public surface."""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path

import pytest

import cse_core

ROOT = Path(cse_core.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
MAY_IMPORT = {
    "model": set(),
    "model_crosswalk": set(),
    "model_comparison": {"model", "model_crosswalk"},
    "model_casefile": {"model", "model_forms"},
    "model_document": set(),
    "model_forms": {"model"},
    "model_letter": set(),
    "model_noticed": set(),
    "model_over_time": {"model"},
    "model_plan": set(),
    "model_training": {"model", "model_comparison"},
    "version": set(),
    "language": set(),
    "engine": {
        *("engine", "model", "model_crosswalk", "model_comparison"),
        *("model_forms", "model_noticed", "model_over_time", "model_plan"),
    },
    "load": {
        *("load", "engine", "language"),
        *("model", "model_crosswalk", "model_comparison", "model_casefile"),
        *("model_forms", "model_letter", "model_noticed", "model_training"),
    },
    "render": {
        *("render", "engine", "load", "model", "model_crosswalk", "model_comparison", "version"),
        *("model_casefile", "model_document", "model_forms", "model_letter", "model_over_time", "model_plan"),
    },
    "score": {"engine", "load", "model"},
    "jsonl": {"load", "render", "score"},
    "quiz": {"quiz", "engine", "load", "render", "model", "model_training"},
    "training": {"load", "quiz", "model_training"},
    "notice": {"engine", "load", "model_noticed"},
    "requests": {"engine", "load", "render", "model", "model_casefile", "model_document", "model_forms"},
    "paperwork": {"load", "render", "requests", "model_casefile", "model_document", "model_forms"},
}


def imports(path):
    """The top-level names a module imports; inside the package, the folder or module they lie in."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (("", alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield "", (node.module or "").split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            here = package[: len(package) - (node.level - 1)]
            target = [*here, *(node.module or "").split(".")]
            yield "inside", next(part for part in [*target, "?"] if part)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way_and_outside_is_the_standard_library(path):
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for where, name in imports(path):
        if where == "inside" and part in MAY_IMPORT:
            assert name in MAY_IMPORT[part], f"{path.name} imports {name}"
        elif where == "":
            assert name in sys.stdlib_module_names, f"{path.name} imports {name}"


def test_the_core_asks_neither_clock_nor_chance_nor_network():
    banned = {"random", "time", "socket", "urllib", "http", "ssl", "secrets", "uuid"}
    found = {(path.name, name) for path in MODULES for where, name in imports(path) if not where and name in banned}
    assert found == set()
    for path in MODULES:
        assert ".today(" not in path.read_text("utf-8"), path.name
        assert ".now(" not in path.read_text("utf-8"), path.name


def test_the_public_surface_is_complete_sorted_and_documented():
    assert cse_core.__all__ == sorted(cse_core.__all__)
    public = {
        name for name in vars(cse_core) if not name.startswith("_") and not inspect.ismodule(getattr(cse_core, name))
    }
    assert public | {"__version__"} == set(cse_core.__all__)
    undocumented = [name for name in public if not inspect.getdoc(getattr(cse_core, name))]
    assert undocumented == []


def test_modules_stay_small():
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in MODULES if path.name != "model.py"}
    assert {name: lines for name, lines in lengths.items() if lines > 250} == {}
