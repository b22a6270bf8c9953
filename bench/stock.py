"""The same site with nothing of ours in how Python starts: the page to measure against."""

import shutil
from pathlib import Path

from site_widgets.build.finish_page import EARLY_TAGS, OUR_TAG

ROOT = Path(__file__).parents[1]
# As PyScript's guide has it, with the files on the site's own host and the wheel as the build made it. The wheel
# comes through `files`, which spares this page the package installer that `packages` would fetch.
START = """
import { PyWorker } from "../../stock/pyscript/core.js";

let worker;

export async function startPython({ onStage = () => {} } = {}) {
  await customElements.whenDefined("py-script");
  worker ??= PyWorker(new URL("worker.py", import.meta.url).href, {
    version: new URL("../../stock/pyodide/pyodide.mjs", import.meta.url).href,
    config: { files: { [new URL("../../stock/WHEEL", import.meta.url).href]: "./*" } },
  });
  const { sync } = await worker;
  await sync.open_rules("pan-bedfordshire");
  onStage({ stage: "ready", text: "Ready" });
  return { assess: (text) => sync.assess(text), check: (text) => sync.check(text) };
}
"""


def stock_site(site, out):
    """A copy of `site` in `out` whose pages start stock PyScript with stock Pyodide and the core's wheel."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(site, out, ignore=shutil.ignore_patterns("runtime"))
    stock = out / "assets/stock"
    shutil.copytree(ROOT / "node_modules/@pyscript/core/dist", stock / "pyscript")
    shutil.copytree(ROOT / "node_modules/pyodide", stock / "pyodide")
    (wheel,) = (ROOT / "build/wheel").glob("*.whl")
    shutil.copy(wheel, stock)
    (out / "assets/cse/python/start.js").write_text(START.replace("WHEEL", wheel.name))
    for page in out.rglob("*.html"):
        # PyScript as it comes evaluates text, which our policy forbids; and our early start is no part of it.
        page.write_text(EARLY_TAGS.sub("", OUR_TAG.sub("", page.read_text("utf-8"))), "utf-8")
    return out
