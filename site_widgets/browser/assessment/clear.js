// An empty form: asked for, on leaving, on exit, and whenever the browser brings an old one back.

import { confirmed } from "./confirm.js";
import { clearErrors } from "./errors.js";
import { forgetReading } from "./reading.js";
import { resetRows } from "./rows.js";
import { refreshSoFar, toggleSoFar } from "./so-far.js";
import { announce, byId, form } from "./page.js";
import { hasUnsaved, leaveFreely, markKept } from "./unsaved.js";
import { today } from "../site/days.js";

/** Empties everything without a word. */
export function emptyForm() {
  leaveFreely();
  form.reset();
  form.elements.assessed_on.value = today();
  form.querySelectorAll("details[open]").forEach((details) => (details.open = false));
  byId("open-file").value = "";
  document.querySelectorAll(".print-text").forEach((copy) => copy.remove());
  resetRows();
  clearErrors();
  forgetReading();
  toggleSoFar(false);
  refreshSoFar();
  markKept();
}

/** Empties everything when the reader asks; asks back if there is something to lose. */
export async function clearEverything() {
  if (hasUnsaved() && !(await confirmed("confirm-clear"))) return;
  emptyForm();
  announce("Everything on this page is cleared.");
  byId("urgent").scrollIntoView();
  byId("urgent-title").focus({ preventScroll: true });
}
