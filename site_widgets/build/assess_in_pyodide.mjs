// node assess_in_pyodide.mjs [FOLDER] [FUNCTION] < CASES.jsonl : one line out for each case in, exactly what the page's
// worker answers. The runtime is the bundle of build/runtime (or of FOLDER), so what is proved here is what a reader's
// browser runs. FUNCTION is what is asked of the worker: `assess`, unless another is named.
import { readFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { root, startBundled } from "./pyodide_node.mjs";

const pyodide = await startBundled(process.argv[2] && resolve(process.argv[2]));
pyodide.FS.writeFile("worker.py", readFileSync(resolve(root, "site_widgets/browser/python/worker.py")));
const ask = pyodide.pyimport("worker")[process.argv[3] || "assess"];
for (const line of (await standardInput()).split("\n")) {
  if (line.trim()) writeAll(`${ask(line)}\n`);
}

// Read as it arrives: a pipe that is still empty is no error.
async function standardInput() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

// A pipe may take a part only, or ask to be tried again.
function writeAll(text) {
  let rest = Buffer.from(text);
  while (rest.length) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
