// The text of a file that the reader chose, unlocked if it was locked. Whether it is any good is for the core to say.

import { LockError, isLocked } from "./lock.js";
import { unlockedText } from "../assessment/passphrase.js";

/** `{ text }`, `{ problems }` in words for the reader, or `{ given_up }` if they did not type the passphrase. */
export async function textOf(file, { kind, most }) {
  if (file.size > most) return { problems: [`The file is too big to be a ${kind} file.`] };
  const text = await file.text();
  if (!isLocked(text)) return { text };
  try {
    const unlocked = await unlockedText(text);
    return unlocked === null ? { given_up: true } : { text: unlocked };
  } catch (error) {
    if (error instanceof LockError) return { problems: [error.message] };
    throw error;
  }
}
