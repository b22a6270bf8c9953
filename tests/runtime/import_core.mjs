// node import_core.mjs [FOLDER] : in the bundled runtime, imports every module of the core and every module that the
// core names in an import statement anywhere. Prints what could not be imported, as JSON.
import { resolve } from "node:path";
import { startBundled } from "../../site_widgets/build/pyodide_node.mjs";

const names = JSON.parse(process.argv[2]);
const pyodide = await startBundled(process.argv[3] && resolve(process.argv[3]));
pyodide.globals.set("names", pyodide.toPy(names));
console.log(pyodide.runPython(`
import importlib, json
failed = {}
for name in names:
    try:
        importlib.import_module(name)
    except ImportError as error:
        failed[name] = str(error)
json.dumps(failed)
`));
