// The assessment page: which click does what, and when the page is emptied.

import { clearEverything, emptyForm } from "./clear.js";
import { closeQuestions } from "./confirm.js";
import { jump } from "./jump.js";
import { chooseFile, openFile } from "./open-file.js";
import { announce, byId, form, tool } from "./page.js";
import { lockedText } from "./passphrase.js";
import { preparePaper } from "./print.js";
import { rules } from "./python.js";
import { checkReading, showReading } from "./reading.js";
import { addRow, removeRow } from "./rows.js";
import { saveFile } from "./save-file.js";
import { refreshSoFar, toggleSoFar } from "./so-far.js";
import { guardLeaving } from "./unsaved.js";

const ACTIONS = {
  "show-reading": showReading,
  retry: startRules,
  print: () => window.print(),
  save: () => saveFile(),
  "save-locked": () => saveFile(lockedText),
  open: chooseFile,
  clear: clearEverything,
  "add-row": addRow,
  "remove-row": removeRow,
};

function startRules() {
  // The message at the button says what went wrong; nothing more is to be done here.
  rules().catch(() => {});
}

function answered(event) {
  if (event.isTrusted) announce("");
  refreshSoFar();
  checkReading();
  guardLeaving();
}

function clicked(event) {
  const link = event.target.closest("a[data-jump]");
  if (link) {
    event.preventDefault();
    jump(link);
  }
  const button = event.target.closest("[data-action]");
  if (button) ACTIONS[button.dataset.action](button);
}

/** Leaving by Exit, by a link or by closing: nothing stays, and no question is asked. */
function forget() {
  closeQuestions();
  emptyForm();
  announce("");
}

startRules();
emptyForm();
preparePaper();
document.documentElement.classList.add("has-so-far");
tool.querySelectorAll("[data-needs-script]").forEach((part) => (part.hidden = false));
form.addEventListener("input", answered);
form.addEventListener("submit", (event) => event.preventDefault());
tool.addEventListener("click", clicked);
byId("so-far-toggle").addEventListener("click", () => toggleSoFar());
byId("open-file").addEventListener("change", openFile);
document.addEventListener("cse:exit", forget);
addEventListener("pagehide", forget);
addEventListener("pageshow", (event) => event.persisted && forget());
tool.dataset.ready = "true";
