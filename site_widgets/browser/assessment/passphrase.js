// Asking for a passphrase: to lock a file that is saved, and to open one that is locked. It is kept nowhere.

import { LockError, SHORTEST, checkWhole, lock, unlock } from "../casefile/lock.js";
import { byId } from "./page.js";

const DIFFER = "The two are not the same. Type both again.";
const WORKING = "Working. This takes a moment, on purpose.";
const SHORT = `Use ${SHORTEST} characters or more.`;

/** The text locked with a passphrase that the reader chose, or null if they chose not to. */
export const lockedText = (text) => chosen("lock-file", (passphrase) => lock(text, passphrase));

/** The password that the reader chose for a PDF, or null if they chose not to. */
export const pdfPassword = () => chosen("pdf-password", async (password) => password);

function chosen(id, use) {
  return asked(id, async ([passphrase, again]) => {
    if (passphrase.value.length < SHORTEST) return { wrong: SHORT };
    if (passphrase.value !== again.value) return { wrong: DIFFER };
    return { done: await use(passphrase.value) };
  });
}

/** The text of a locked file, or null if the reader gave up. Throws LockError if no passphrase can open it. */
export async function unlockedText(file) {
  checkWhole(file);
  return asked("unlock-file", async ([passphrase]) => {
    try {
      return { done: await unlock(file, passphrase.value) };
    } catch (error) {
      // Another passphrase may open it; nothing else may.
      if (error instanceof LockError && error.kind === "refused") return { wrong: error.message };
      throw error;
    }
  });
}

function asked(id, answer) {
  const dialog = byId(id);
  const form = dialog.querySelector("form");
  const said = dialog.querySelector("[role=alert]");
  const fields = [...form.querySelectorAll("input")];
  form.reset();
  said.textContent = "";
  dialog.showModal();
  return new Promise((resolve, reject) => {
    let result = null;
    const submitted = async (event) => {
      if (event.submitter?.value === "no") return;
      event.preventDefault();
      said.textContent = WORKING;
      try {
        const { wrong, done } = await answer(fields);
        // Closed meanwhile, by Escape or by leaving: what was asked for is no longer wanted.
        if (!dialog.open) return;
        if (wrong === undefined) {
          result = done;
          dialog.close();
        } else {
          said.textContent = wrong;
          fields.forEach((field) => (field.value = ""));
          fields[0].focus();
        }
      } catch (error) {
        reject(error);
        dialog.close();
      }
    };
    form.addEventListener("submit", submitted);
    dialog.addEventListener("close", () => {
      form.removeEventListener("submit", submitted);
      form.reset();
      said.textContent = "";
      resolve(result);
    }, { once: true });
  });
}
