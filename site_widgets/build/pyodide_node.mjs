// Starts Pyodide under Node, for the build and for the tests that compare it with CPython.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Node shows the line that failed, and in Pyodide one line is a megabyte.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Pyodide as its makers ship it: full standard library, as source. */
export function startStock() {
  return start(resolve(root, "node_modules/pyodide"));
}

/** Pyodide as a page with forms has it: trimmed, byte-compiled standard library, the core and the paperwork. */
export async function startBundled(folder = resolve(root, "build/runtime")) {
  const pyodide = await start(folder);
  for (const archive of ["core.zip", "paper.zip"]) unpack(pyodide, resolve(folder, archive));
  return pyodide;
}

/** Put the files of a zip or wheel where Python finds them. */
export function unpack(pyodide, archive) {
  // A copy, because Pyodide refuses Node's own Buffer.
  pyodide.unpackArchive(new Uint8Array(readFileSync(archive)), "zip", { extractDir: "/home/pyodide" });
}

async function start(folder) {
  // Pyodide reads `ws` from beside itself under Node, so its module comes from node_modules in both cases.
  const { loadPyodide } = await import(pathToFileURL(resolve(root, "node_modules/pyodide/pyodide.mjs")).href);
  return loadPyodide({ indexURL: folder });
}
