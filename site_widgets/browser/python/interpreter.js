// What PyScript loads, inside the worker, as "Pyodide": the same Pyodide, told where this site keeps its parts.

import { loadPyodide as load, version } from "../../runtime/pyodide.mjs";
import { withoutStorage } from "./no-storage.js";

const indexURL = new URL("../../runtime/", import.meta.url).href;

withoutStorage();

async function loadPyodide(options) {
  const pyodide = await load({ ...options, indexURL }).catch(tellThePage);
  // PyScript's own Python package reaches for the page, which a worker has not got. Nothing here uses it,
  // and an empty one in its place saves fifty modules of the standard library and their start.
  pyodide.runPython("import sys, types; sys.modules['pyscript'] = types.ModuleType('pyscript')");
  return pyodide;
}

// A promise that fails stays inside the worker. An error outside every promise reaches the page, which then says so.
function tellThePage(error) {
  setTimeout(() => {
    throw error;
  });
  throw error;
}

export { loadPyodide, version };
