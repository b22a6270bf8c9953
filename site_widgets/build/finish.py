"""Turn what the generator wrote into the site: add scripts, runtime, feed and policy, and check every page.

    python -m site_widgets.build.finish build/site

Works on the pages, so it is the same after MkDocs and after Zensical, and may be run twice.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import cse_core
from site_widgets.build.board import load_board
from site_widgets.build.feed import write_feed
from site_widgets.build.finish_page import Page, foreign, policy, with_early_start, with_policy, with_robots
from site_widgets.build.moved import write_moved
from site_widgets.build.place import with_addresses
from site_widgets.build.vendor import copy_vendors

BROWSER = Path(__file__).parents[1] / "browser"
RUNTIME = Path("build/runtime")
# A reader of the site has no use for our notes; the worker is the one Python file that the page loads.
NOT_COPIED = shutil.ignore_patterns("*.md", "__pycache__", "__init__.py")
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")


def add_parts(site: Path) -> None:
    """Copy in the scripts and the runtime, and write the schemas."""
    for source, place in ((BROWSER, "assets/cse"), (RUNTIME, "assets/runtime")):
        shutil.rmtree(site / place, ignore_errors=True)
        shutil.copytree(source, site / place, ignore=NOT_COPIED)
    copy_vendors(site / "assets/cse/vendor")
    (site / "schemas").mkdir(exist_ok=True)
    for name, schema in (("case", cse_core.case_schema()), ("assessment", cse_core.assessment_schema())):
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (site / f"schemas/{name}.schema.json").write_text(text, "utf-8")


def style_faults(path: Path) -> list[str]:
    """What a style sheet fetches from another host."""
    found = CSS_ADDRESS.findall(path.read_text("utf-8"))
    return [f"{address} is on another host" for address in found if foreign(address)]


def finish(site: Path) -> None:
    """Finish the site in `site`; stop, naming every fault, if a page may not be published as it is."""
    add_parts(site)
    write_feed(site, load_board().site_url)
    write_moved(site)
    paths = sorted(site.rglob("*.html"))
    pages = {path: Page(path.read_text("utf-8")) for path in paths}
    faults = [f"{path.relative_to(site)}: {fault}" for path, page in pages.items() for fault in page.faults]
    for path in sorted(site.rglob("*.css")):
        faults += [f"{path.relative_to(site)}: {fault}" for fault in style_faults(path)]
    if not pages:
        faults.append("there are no pages")
    if faults:
        sys.exit("The site is not fit to publish:\n  " + "\n  ".join(faults))
    listed, early = load_board().adopted, (BROWSER / "python/early.js").read_text("utf-8")
    pyscript = [path.name for path in sorted((site / "assets/runtime/pyscript").glob("core*.js"))]
    content = policy({early, *(script for page in pages.values() for script in page.scripts)})
    for path in paths:
        root = "../" * (len(path.relative_to(site).parts) - 1)
        html = with_addresses(with_robots(path.read_text("utf-8"), listed), root)
        html = with_early_start(html, root, early, pyscript)
        # Last, so that it comes first.
        path.write_text(with_policy(html, content), "utf-8")
    print(f"Finished {len(paths)} pages")


if __name__ == "__main__":
    finish(Path(sys.argv[1]))
