// node runtime_compile.mjs JOBS.json : byte-compiles archives inside Pyodide.
// A job is { given, wanted, modules }: two paths, and the names to keep or null for everything.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { root, startStock } from "./pyodide_node.mjs";

const jobs = JSON.parse(readFileSync(process.argv[2], "utf8"));
const pyodide = await startStock();
pyodide.FS.writeFile("runtime_archive.py", readFileSync(resolve(root, "site_widgets/build/runtime_archive.py")));
const { compile_archive } = pyodide.pyimport("runtime_archive");
for (const { given, wanted, modules } of jobs) {
  pyodide.FS.writeFile("/tmp/given.zip", readFileSync(given));
  compile_archive("/tmp/given.zip", "/tmp/wanted.zip", modules ? pyodide.toPy(modules) : undefined);
  writeFileSync(wanted, pyodide.FS.readFile("/tmp/wanted.zip"));
}
