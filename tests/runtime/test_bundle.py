"""The browser runtime: complete, trimmed, byte-compiled, and the same bytes each time."""

import ast
import hashlib
import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from site_widgets.build import runtime, runtime_trace
from site_widgets.build.runtime_twins import LEFT_OUT, PAPERWORK

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "build/runtime"
WHEELS = ROOT / "build/wheel"
# The command line is the one part of the core that a page never loads.
COMMAND_LINE = {"__main__.py"}


def core_imports():
    """Every module of the core, and every module of the standard library that it names."""
    names = {"json"}
    for path in sorted((ROOT / "src/cse_core").rglob("*.py")):
        if path.name in COMMAND_LINE or path.relative_to(ROOT / "src").as_posix().startswith(LEFT_OUT):
            continue
        module = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
        names.add(module.removesuffix(".__init__"))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(node.module)
    return sorted(names)


def node(script, *arguments):
    command = [Path(sys.executable).with_name("node"), ROOT / script, *arguments]
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    out = tmp_path_factory.mktemp("rebuilt") / "runtime"
    runtime.run(WHEELS, out)
    return out


def test_everything_the_core_imports_is_in_the_bundle():
    failed = json.loads(node("tests/runtime/import_core.mjs", json.dumps(core_imports())))
    assert failed == {}


def test_what_no_page_asks_of_the_core_is_left_out():
    core, paper, wheel = (
        names_in(BUNDLE / "core.zip"),
        names_in(BUNDLE / "paper.zip"),
        names_in(runtime.core_wheel(WHEELS)),
    )
    for left_out in LEFT_OUT:
        assert any(name.startswith(left_out) for name in wheel), f"{left_out}: nothing to leave out"
        assert [name for name in core | paper if name.startswith(compiled(left_out))] == []


def test_the_paperwork_comes_apart_from_what_an_assessment_waits_for():
    core, paper = names_in(BUNDLE / "core.zip"), names_in(BUNDLE / "paper.zip")
    assert core & paper == set()
    for part in PAPERWORK:
        assert [name for name in paper if name.startswith(compiled(part))], f"{part}: nothing there"


def compiled(name):
    return name.replace(".py", ".pyc")


def names_in(archive):
    with zipfile.ZipFile(archive) as opened:
        return {name for name in opened.namelist() if not name.endswith("/")}


def test_a_module_that_is_left_out_is_noticed():
    failed = json.loads(node("tests/runtime/import_core.mjs", json.dumps(["cse_core", "sqlite3", "xml.dom"])))
    assert set(failed) == {"sqlite3", "xml.dom"}


def test_the_list_of_modules_is_what_the_trace_finds():
    found = runtime_trace.as_toml(runtime_trace.loaded_modules(runtime.core_wheel(WHEELS)))
    assert runtime.MODULES.read_text() == found, "run: .venv/bin/python -m site_widgets.build.runtime_trace"


def test_manifest_names_every_file_with_its_hash():
    files = json.loads((BUNDLE / "manifest.json").read_text())["files"]
    there = {path.relative_to(BUNDLE).as_posix() for path in BUNDLE.rglob("*") if path.is_file()}
    assert there - {"manifest.json"} == set(files)
    for name, entry in files.items():
        data = (BUNDLE / name).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["bytes"] == len(data)


def test_lock_file_names_the_core_and_nothing_else():
    (entry,) = json.loads((BUNDLE / "pyodide-lock.json").read_text())["packages"].values()
    assert entry["name"] == "cse-core"
    assert entry["sha256"] == hashlib.sha256((BUNDLE / entry["file_name"]).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["python_stdlib.zip", "core.zip", "paper.zip"])
def test_archives_hold_undated_byte_code_and_no_source(name):
    with zipfile.ZipFile(BUNDLE / name) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert not [entry.filename for entry in entries if entry.filename.endswith(".py")]
        codes = [archive.read(entry) for entry in entries if entry.filename.endswith(".pyc")]
    # One version of Python, and "never look for the source".
    assert len({code[:8] for code in codes}) == 1
    assert codes[0][4:8] == (1).to_bytes(4, "little")


def test_the_same_inputs_give_the_same_bytes(rebuilt):
    for path in sorted(BUNDLE.rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (rebuilt / path.relative_to(BUNDLE)).read_bytes(), path.name


def test_unchanged_inputs_are_not_built_again(rebuilt, capsys):
    before = (rebuilt / "core.zip").stat().st_mtime_ns
    runtime.run(WHEELS, rebuilt)
    assert "up to date" in capsys.readouterr().out
    assert (rebuilt / "core.zip").stat().st_mtime_ns == before


def test_a_changed_input_is_noticed(rebuilt):
    record = rebuilt.with_suffix(".inputs")
    wheel = runtime.core_wheel(WHEELS)
    assert record.read_text() == runtime.fingerprint(runtime.inputs(wheel))
    assert record.read_text() != runtime.fingerprint([*runtime.inputs(wheel), Path(__file__)])


def test_names_of_modules():
    from site_widgets.build.runtime_archive import module_name

    assert module_name("json/__init__.py") == "json"
    assert module_name("importlib/resources/_common.py") == "importlib.resources._common"


@pytest.mark.skipif(importlib.util.find_spec("pyodide_build") is None, reason="pyodide-build needs Python 3.13")
class TestAgainstPyodideBuild:
    """Two compilers, one result: ours inside Pyodide, and pyodide-build's on a host of the same Python."""

    @pytest.mark.parametrize("name", ["python_stdlib.zip", "core.zip", "paper.zip"])
    def test_both_compile_the_same_modules_to_the_same_code(self, name, tmp_path):
        import marshal

        from pyodide_build._py_compile import _py_compile_archive

        given = runtime.PYODIDE / name if name == "python_stdlib.zip" else runtime.core_wheel(WHEELS)
        copy = tmp_path / given.name
        copy.write_bytes(given.read_bytes())
        theirs = _py_compile_archive(copy, verbose=False, keep=False)
        with zipfile.ZipFile(BUNDLE / name) as one, zipfile.ZipFile(theirs) as two:
            names = [entry for entry in one.namelist() if entry.endswith(".pyc")]
            for entry in names:
                ours, other = one.read(entry), two.read(entry)
                assert ours[:4] == other[:4]
                assert outline(marshal.loads(ours[16:])) == outline(marshal.loads(other[16:])), entry
        assert names

    def test_the_lock_file_is_one_that_pyodide_can_read(self):
        from pyodide_lock import PyodideLockSpec

        assert list(PyodideLockSpec.from_json(BUNDLE / "pyodide-lock.json").packages) == ["cse-core"]


def outline(code):
    """What a code object names, holds and takes, without the instructions.

    The instructions for the same source differ between 3.13.0 and 3.13.2 (a generator expression gained one),
    which is one more reason to compile in the very Python that will run them.
    """
    inner = [outline(part) if isinstance(part, type(code)) else (type(part), part) for part in code.co_consts]
    names = (code.co_qualname, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    return (*names, code.co_argcount, code.co_kwonlyargcount, code.co_firstlineno, inner)
