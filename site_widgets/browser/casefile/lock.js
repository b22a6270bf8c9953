/**
 * A text locked with a passphrase, and opened again: on the reader's own device, by the browser's own cryptography.
 *
 * The format, `cse-locked/1`, is JSON, so that it can be read in twenty years:
 *   {"schema": "cse-locked/1", "key": {"from": "PBKDF2", "hash": "SHA-256", "rounds": n, "salt": base64 of 16 bytes},
 *    "cipher": "AES-256-GCM", "iv": base64 of 12 bytes, "bytes": how many follow, "text": base64}
 * "text" is the UTF-8 of the locked text, encrypted, with the 16 bytes of its seal behind it. Everything but "text" is
 * sealed with it, in the order above and without spaces: a changed byte anywhere is noticed. Nobody can open the file
 * without the passphrase, neither can we.
 */

export const SCHEMA = "cse-locked/1";
// What OWASP's cheat sheet on storing passwords asks of PBKDF2 with SHA-256. A file may ask for more, and not for less.
export const ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const SEAL_BYTES = 16;
export const SHORTEST = 12;

/** Why a file was not opened, or a text not locked: `kind`, and words for the reader. Nothing was changed. */
export class LockError extends Error {
  constructor(kind) {
    super(WORDS[kind]);
    this.name = "LockError";
    this.kind = kind;
  }
}

const WORDS = {
  "short": `The passphrase is too short. Use ${SHORTEST} characters or more: four words are good.`,
  "not-ours": "This is not a locked file from this site.",
  "newer": "This locked file was made by a later version of this site. Open it there.",
  "cut-off": "The file is not whole: its end is missing. Find another copy.",
  "damaged": "The file is damaged: part of it cannot be read. Find another copy.",
  "cannot": "This browser cannot lock or open a file here. Use a browser that is up to date, at an address that begins with https.",
  "refused": "The passphrase is wrong, or the file was changed after it was saved. Nothing was opened.",
};

/** Whether a text looks like a locked file, so that a page knows to ask for the passphrase. */
export function isLocked(text) {
  try {
    return String(JSON.parse(text)?.schema ?? "").startsWith("cse-locked/");
  } catch {
    // A file that lost its end is no JSON any more.
    return /^\s*\{\s*"schema"\s*:\s*"cse-locked\//.test(text);
  }
}

/** The text of a locked file. LockError if the passphrase is too short. */
export async function lock(text, passphrase, rounds = ROUNDS) {
  if (normal(passphrase).length < SHORTEST) throw new LockError("short");
  const plain = new TextEncoder().encode(text);
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const head = headOf({ rounds, salt: toBase64(salt), iv: toBase64(iv), bytes: plain.length + SEAL_BYTES });
  const key = await keyFrom(passphrase, salt, rounds);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytesOf(head) }, key, plain);
  return `${JSON.stringify({ ...head, text: toBase64(new Uint8Array(sealed)) })}\n`;
}

/** The text that was locked. LockError with the reason; never a part of the text. */
export async function unlock(file, passphrase) {
  const { head, salt, iv, sealed } = parse(file);
  const key = await keyFrom(passphrase, salt, head.key.rounds);
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytesOf(head) }, key, sealed);
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    // The seal does not tell a wrong passphrase from a changed file, and neither can we.
    throw new LockError("refused");
  }
}

/** LockError if no passphrase at all could open this file, so that nobody is asked for one in vain. */
export const checkWhole = (file) => void parse(file);

function parse(file) {
  let given;
  try {
    given = JSON.parse(file);
  } catch {
    throw new LockError(isLocked(file) ? "cut-off" : "not-ours");
  }
  if (typeof given !== "object" || given === null || !isLocked(file)) throw new LockError("not-ours");
  if (given.schema !== SCHEMA) throw new LockError("newer");
  const { key, iv, bytes, text } = given;
  const salt = fromBase64(key?.salt);
  const vector = fromBase64(iv);
  const sealed = fromBase64(text);
  const known = key?.from === "PBKDF2" && key.hash === "SHA-256" && given.cipher === "AES-256-GCM";
  const strong = Number.isInteger(key?.rounds) && key.rounds >= ROUNDS && key.rounds <= MOST_ROUNDS;
  const sized = salt?.length === SALT_BYTES && vector?.length === IV_BYTES && Number.isInteger(bytes) && bytes >= SEAL_BYTES;
  if (!known || !strong || !sized || !sealed) throw new LockError("damaged");
  if (sealed.length !== bytes) throw new LockError(sealed.length < bytes ? "cut-off" : "damaged");
  const head = headOf({ rounds: key.rounds, salt: key.salt, iv, bytes });
  return { head, salt, iv: vector, sealed };
}

const headOf = ({ rounds, salt, iv, bytes }) => ({
  schema: SCHEMA, key: { from: "PBKDF2", hash: "SHA-256", rounds, salt }, cipher: "AES-256-GCM", iv, bytes,
});

const bytesOf = (head) => new TextEncoder().encode(JSON.stringify(head));

// The same letters typed on another keyboard are the same passphrase.
const normal = (passphrase) => passphrase.normalize("NFKC");

async function keyFrom(passphrase, salt, iterations) {
  if (!globalThis.crypto?.subtle) throw new LockError("cannot");
  const typed = new TextEncoder().encode(normal(passphrase));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function toBase64(bytes) {
  let text = "";
  // In pieces: a call cannot take a whole long file as its arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text) {
  if (typeof text !== "string") return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
