"""How long the site takes to build, beside the same pages in the theme as its makers ship it."""

import os
import subprocess
import sys
import time
from pathlib import Path

# The same Markdown with nothing of ours: directives and citations stay as they are written.
PLAIN = """site_name: Plain
theme:
  name: material
  font: false
plugins: [search]
docs_dir: {docs}
site_dir: site
exclude_docs: |
  _data/
validation:
  omitted_files: ignore
  unrecognized_links: ignore
  not_found: ignore
  anchors: ignore
"""


def build_times(work, runs=3):
    """Seconds of each build, ours and plain taking turns: `{"ours": [...], "plain": [...]}`."""
    work.mkdir(parents=True, exist_ok=True)
    plain = work / "mkdocs.yml"
    plain.write_text(PLAIN.format(docs=Path("docs").resolve()))
    ours = ["--site-dir", str(work.resolve() / "site-ours")]
    commands = {"ours": [*ours], "plain": ["-f", str(plain)]}
    found = {name: [] for name in commands}
    for _ in range(runs):
        for name, options in commands.items():
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "--quiet", "build", *options],
                check=True, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""},
            )  # fmt: skip
            found[name].append(time.perf_counter() - started)
    return found
