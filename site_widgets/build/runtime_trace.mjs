// node runtime_trace.mjs CORE.whl : prints, as JSON, which modules of the standard library Pyodide loads, by what
// made it load them. runtime_trace.py turns that into runtime_modules.toml.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root, startStock, unpack } from "./pyodide_node.mjs";

const LOADED = `
import json, sys
json.dumps(sorted(name for name, module in sys.modules.items()
    if "/lib/python313.zip" in str(getattr(getattr(module, "__spec__", None), "origin", ""))))`;

// Import statements inside functions count too: they run one day.
const CORE = `
import ast, importlib, pathlib, sys
for path in sorted(pathlib.Path("cse_core").rglob("*.py")):
    if path.name == "__main__.py" or path.parts[1] == "cli":
        continue
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            named = [node.module]
        for name in named:
            importlib.import_module(name)
    importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
`;

// What the page does: read the rules, refuse a case, score one from each end of the instrument.
const USE = `
import json, worker
from datetime import date
worker.open_rules("")
for text in ("{", '{"schema": 1}'):
    worker.assess(text), worker.check(text)
for instrument in map(worker.cse_core.load_instrument, worker.cse_core.instrument_ids()):
    for answer in ("not_known", "present"):
        case = {
            "schema": "cse-case/1",
            "instrument": instrument.id,
            "assessed_on": "2026-01-31",
            "child": {"age": 12, **{fact.id: answer for fact in instrument.facts}},
            "answers": {item.id: {"answer": answer} for item in instrument.indicators},
        }
        for answered in (worker.assess(json.dumps(case)), worker.check(json.dumps(case))):
            assert json.loads(answered)["ok"], answered
`;

const pyodide = await startStock();
const seen = new Set();
const groups = {};

function note(group) {
  const loaded = JSON.parse(pyodide.runPython(LOADED));
  groups[group] = loaded.filter((name) => !seen.has(name));
  loaded.forEach((name) => seen.add(name));
}

note("start");
unpack(pyodide, process.argv[2]);
await pyodide.runPythonAsync("import sys, types, json");
note("unpack");
pyodide.runPython(CORE);
note("core");
pyodide.FS.writeFile("worker.py", readFileSync(resolve(root, "site_widgets/browser/python/worker.py")));
pyodide.runPython(USE);
note("use");
try {
  pyodide.runPython("raise ValueError('so that what reports an error is seen')");
} catch {
  note("error");
}
console.log(JSON.stringify(groups));
