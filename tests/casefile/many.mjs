// Locks each text and opens it again with the page's own script; prints what was opened.
import { readFileSync } from "node:fs";

const [module, texts] = process.argv.slice(2);
const { lock, unlock } = await import(module);
const opened = [];
for (const text of JSON.parse(readFileSync(texts, "utf8"))) opened.push(await unlock(await lock(text, "four plain words here"), "four plain words here"));
process.stdout.write(JSON.stringify(opened));
