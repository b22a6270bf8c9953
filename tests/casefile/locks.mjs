// Locks, opens, cuts and changes files with the page's own script, and prints what happened as JSON.
import { readFileSync } from "node:fs";

const [module, texts] = process.argv.slice(2);
const { lock, unlock, isLocked, LockError } = await import(module);
const PASSPHRASE = "four plain words here";

const outcome = async (file, passphrase = PASSPHRASE) => {
  try {
    return { text: await unlock(file, passphrase) };
  } catch (error) {
    return { kind: error instanceof LockError ? error.kind : `other: ${error}`, words: error.message };
  }
};

const given = JSON.parse(readFileSync(texts, "utf8"));
const files = [];
for (const text of given) files.push(await lock(text, PASSPHRASE));
const opened = [];
for (const file of files) opened.push((await outcome(file)).text);

const file = files[0];
const parsed = JSON.parse(file);
const changed = (part) => JSON.stringify({ ...parsed, ...part });
const flip = (base64) => (base64[3] === "A" ? `${base64.slice(0, 3)}B${base64.slice(4)}` : `${base64.slice(0, 3)}A${base64.slice(4)}`);
const cuts = [];
for (let length = 0; length < file.length - 1; length += 7) cuts.push((await outcome(file.slice(0, length))).kind);

console.log(JSON.stringify({
  same: opened.map((text, at) => text === given[at]),
  different: new Set(files.map((each) => JSON.parse(each).key.salt)).size === files.length,
  shows: files.map((each, at) => given[at].length > 8 && each.includes(given[at])),
  wrong: await outcome(file, "four other words here"),
  composed: await outcome(await lock("x", "caf\u00e9 caf\u00e9 caf\u00e9"), "cafe\u0301 cafe\u0301 cafe\u0301"),
  cuts: [...new Set(cuts)],
  text: await outcome(changed({ text: flip(parsed.text) })),
  iv: await outcome(changed({ iv: flip(parsed.iv) })),
  salt: await outcome(changed({ key: { ...parsed.key, salt: flip(parsed.key.salt) } })),
  weaker: await outcome(changed({ key: { ...parsed.key, rounds: 1000 } })),
  endless: await outcome(changed({ key: { ...parsed.key, rounds: 1e12 } })),
  more: await outcome(changed({ key: { ...parsed.key, rounds: parsed.key.rounds + 1 } })),
  shorter: await outcome(changed({ text: parsed.text.slice(0, -8) })),
  newer: await outcome(changed({ schema: "cse-locked/2" })),
  case: await outcome('{"schema": "cse-case/1"}'),
  words: await outcome("Dear diary"),
  number: await outcome("3"),
  nothing: await outcome(""),
  short: await lock("x", "short").catch((error) => ({ kind: error.kind, words: error.message })),
  seen: [file, file.slice(0, 40), '{"schema": "cse-case/1"}', "x"].map(isLocked),
  keys: Object.keys(parsed),
  rounds: parsed.key.rounds,
}));
