// A page with a form of the paperwork: which click does what, and when the page is emptied.

import { begin } from "../assessment/begin.js";
import { confirmed } from "../assessment/confirm.js";
import { clearErrors, showErrors } from "../assessment/errors.js";
import { announce, byId, form, tool } from "../assessment/page.js";
import { addRow, removeRow, resetRows } from "../assessment/rows.js";
import { refreshSoFar, toggleSoFar } from "../assessment/so-far.js";
import { guardLeaving, hasUnsaved, leaveFreely, markKept } from "../assessment/unsaved.js";
import { today } from "../site/days.js";
import { ask } from "./ask.js";
import { downloadCaseFile, holdCaseFile, openCaseFile, readChosenFile } from "./case-file.js";
import { fillFacts, forgetContents, showContents } from "./contents.js";
import { saveCalendar, saveDraft, saveLockedPdf, savePdf, saveWord } from "./make-files.js";
import { fillForm, readForm } from "./read-form.js";
import { checkShown, forgetShown, show, showAgain } from "./shown.js";
import { fillStep, resetSteps } from "./toolkit.js";
import { goToTop } from "./top.js";

// The place in the case file of the record that is gone on with; null for a new one.
let at = null;

const ACTIONS = {
  open: () => byId("open-file").click(),
  "go-on": goOn,
  save: () => save(false),
  "save-locked": () => save(true),
  show: showDocument,
  again: showAgain,
  word: saveWord,
  pdf: savePdf,
  "pdf-locked": saveLockedPdf,
  calendar: saveCalendar,
  draft: showDraft,
  "draft-word": saveDraft,
  plan: showPlan,
  "put-in-plan": fillStep,
  clear: clearEverything,
  "add-row": addRow,
  "remove-row": removeRow,
};

async function open() {
  clearErrors();
  const told = await readChosenFile();
  if (!told) return;
  if (hasUnsaved() && !(await confirmed("confirm-open"))) return;
  emptyForm();
  holdCaseFile(told);
  begun(fillFacts(told.facts));
  byId("case-file-title").focus();
  announce("The case file is open. This is a new record.");
}

async function goOn(button) {
  if (hasUnsaved() && !(await confirmed("confirm-open"))) return;
  const told = openCaseFile();
  const { place } = button.dataset;
  emptyForm();
  holdCaseFile(told);
  at = place;
  fillForm(told.file.forms[Number(place.split(".")[1])]);
  begun([]);
  byId("case-file-title").focus();
  announce(`This is the record of ${told.contents.find((each) => each.place === place).on_words}.`);
}

// What a file filled in is in the file, so leaving loses nothing.
function begun(filled) {
  showContents(openCaseFile(), filled, at);
  refreshSoFar();
  markKept();
}

async function save(locked) {
  clearErrors();
  const told = await ask({ do: "put", file: openCaseFile()?.file ?? null, part: readForm(), at });
  if (!told || !(await downloadCaseFile(told.text, locked))) return;
  holdCaseFile(told);
  at = told.place;
  showContents(told, [], at);
  markKept();
  announce("Saved to this device, with everything else of the case file. Look in the downloads folder. Keep it where your procedures say.");
}

async function showDocument() {
  clearErrors();
  const answer = await ask({ do: "document", part: readForm() });
  if (answer) show(answer.html, showDocument, "The document is shown below.");
}

async function showDraft() {
  clearErrors();
  const answer = await ask({ do: "draft", part: readForm() });
  if (!answer) return;
  byId("draft-word").hidden = answer.open.length > 0;
  if (answer.html) show(answer.html, showDraft, "The draft is shown below. It is for legal advice, and not to be sent.");
  else sayOpen(answer.open);
}

// Each open condition by name, with what it lacks, and the way to it.
function sayOpen(conditions) {
  forgetShown();
  const errors = conditions.map(({ id, text, why }) => ({ words: `${text} (${why})`, field: `conditions.${id}` }));
  showErrors(errors, `There is no draft: ${conditions.length} of the conditions are open.`);
}

async function showPlan() {
  clearErrors();
  const answer = await ask({ do: "plan", part: readForm(), today: today() });
  if (answer) show(answer.html, showPlan, "How far the plan has got is shown below.");
}

async function clearEverything() {
  if (hasUnsaved() && !(await confirmed("confirm-clear"))) return;
  emptyForm();
  announce("Everything on this page is cleared.");
  goToTop();
}

/** Empties everything without a word. */
function emptyForm() {
  leaveFreely();
  holdCaseFile(null);
  at = null;
  form.reset();
  form.elements.written_on.value = today();
  tool.querySelectorAll("details[open]").forEach((details) => (details.open = false));
  byId("open-file").value = "";
  document.querySelectorAll(".print-text").forEach((copy) => copy.remove());
  resetRows();
  resetSteps();
  clearErrors();
  forgetContents();
  forgetShown();
  toggleSoFar(false);
  refreshSoFar();
  markKept();
}

document.documentElement.classList.add("has-so-far");
begin({
  actions: ACTIONS,
  empty: emptyForm,
  chosen: open,
  answered(event) {
    if (event.isTrusted) announce("");
    refreshSoFar();
    checkShown();
    guardLeaving();
  },
});
