"""Write runtime_modules.toml: the standard-library modules that the page needs, and why each is there.

Run it after the core imports something new, or after an update of Pyodide:
    .venv/bin/python -m site_widgets.build.runtime_trace
"""

from __future__ import annotations

import json
from pathlib import Path

from site_widgets.build import runtime

REASONS = {
    "start": "Pyodide loads these before it runs a line of ours.",
    "unpack": "Loaded to unpack the core and to run the first line.",
    "core": "Loaded by the core: every import statement in it, those inside functions included.",
    "use": "Loaded the first time the page reads the rules, refuses a case or scores one.",
    "error": "Loaded when something fails, to say what.",
    "extra": "Not seen in the trace; see `EXTRA` in runtime_trace.py.",
}
# A file name or a text in these encodings would load them, and without them the error would be hard to read.
EXTRA = ("encodings.ascii", "encodings.cp437", "encodings.latin_1")


def loaded_modules(wheel: Path) -> dict[str, list[str]]:
    """What the stock Pyodide loads to start, to unpack `wheel` and to import all of it."""
    groups: dict[str, list[str]] = json.loads(runtime.node("runtime_trace.mjs", wheel))
    seen = {name for names in groups.values() for name in names}
    return {**groups, "extra": [name for name in EXTRA if name not in seen]}


def as_toml(groups: dict[str, list[str]]) -> str:
    """The list as the committed file has it."""
    lines = ["# Written by runtime_trace.py, beside this file. A module that is not named here is not in the page."]
    for group, names in groups.items():
        lines += ["", f"[{group}]", f'why = "{REASONS[group]}"', "modules = ["]
        lines += [f'  "{name}",' for name in names] + ["]"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    runtime.MODULES.write_text(as_toml(loaded_modules(runtime.core_wheel(Path("build/wheel")))))
    print(f"Wrote {runtime.MODULES.name}")
