// Leaving with answers that no file holds asks first. Exiting never does.

import { byId } from "./page.js";

let unsaved = false;

const ask = (event) => event.preventDefault();

/** From here on there is something to lose, or there is not. */
export function setUnsaved(yes) {
  unsaved = yes;
  removeEventListener("beforeunload", ask);
  if (yes) addEventListener("beforeunload", ask);
}

/** Resolves to true when there is nothing to lose, or the learner wants to lose it. */
export function mayForget() {
  if (!unsaved) return Promise.resolve(true);
  const dialog = byId("confirm");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

/** Closes the question, unanswered. */
export function closeQuestion() {
  const dialog = byId("confirm");
  if (dialog.open) dialog.close();
}
