// node runtime_trace.mjs CORE.whl : prints, as JSON, which modules of the standard library Pyodide loads, by what
// made it load them. runtime_trace.py turns that into runtime_modules.toml.
import { startStock, unpack } from "./pyodide_node.mjs";

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
try {
  pyodide.runPython("raise ValueError('so that what reports an error is seen')");
} catch {
  note("error");
}
console.log(JSON.stringify(groups));
