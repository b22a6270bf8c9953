"""What a page without a tool weighs, beside the theme's own empty page; and that it loads no runtime."""

import os
import subprocess
import sys

from bench.browser import fresh_page
from bench.link import Link, LinkHandler
from site_widgets.build.serve import serving

EMPTY = """site_name: Empty
theme:
  name: material
  font: false
plugins: [search]
docs_dir: docs
site_dir: site
"""
RUNTIME = ("/assets/runtime/", "/assets/cse/python/")


def empty_site(folder):
    """The theme with one empty page and the settings it comes with."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs/index.md").write_text("# Empty\n")
    (folder / "mkdocs.yml").write_text(EMPTY)
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"


def page_weight(playwright, site, path=""):
    """Bytes and requests of one cold visit, and whether any was for the runtime."""
    link = Link()
    with serving(site, kind=LinkHandler, link=link) as address, fresh_page(playwright) as page:
        page.goto(address + path, wait_until="networkidle")
    asked = [name for name in link.bytes if name]
    return {
        "bytes": sum(link.bytes.values()),
        "requests": len(asked),
        "runtime": [name for name in asked if name.startswith(RUNTIME)],
    }


def pages_without_a_tool(site):
    """The address of every page that has no form of an instrument."""
    for path in sorted(site.rglob("index.html")):
        if "data-instrument" not in path.read_text("utf-8"):
            yield path.parent.relative_to(site).as_posix().removeprefix(".")
