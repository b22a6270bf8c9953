// A question before answers are lost.

import { byId } from "./page.js";

/** Resolves to true when the reader chose to go on. Escape, or closing, keeps the answers. */
export function confirmed(id) {
  const dialog = byId(id);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

/** Closes whatever question is open, unanswered. */
export function closeQuestions() {
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
}
