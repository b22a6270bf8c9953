// The form in another shape: a case file, or one story for two tools. Nothing is judged here; the core refuses what is
// wrong. A field's name is its place in the file.

import { isRecorded } from "./answers.js";
import { form, head } from "./page.js";

// The style takes the marks of an item away while it is not recorded. Where it cannot, the core says what it ignores.
const MARK = /^((?:.*\.)?answers\.[^.]+)\.(level|recurring)$/;
const hidesMarks = CSS.supports("selector(:has(a))") && matchMedia("(scripting: enabled)").matches;

/** The case as typed so far. Empty fields, answers that were never given and marks out of sight are left out. */
export function readCase() {
  const written = { ...head };
  const controls = new Map([...form.elements].map((control) => [control.name, control]));
  for (const [name, value] of new FormData(form)) {
    const text = value.trim();
    if (text !== "" && !isOutOfSight(name)) place(written, controls.get(name), text);
  }
  for (const part of Object.values(written.cases ?? { all: written })) {
    part.answers = Object.fromEntries(Object.entries(part.answers ?? {}).filter(([, given]) => isGiven(given)));
  }
  if (written.other_concerns) written.other_concerns = usedRows().map((row) => written.other_concerns[row]);
  return written;
}

/** The rows of "Other concerns" that hold something, in order: the case numbers them without gaps. */
export function usedRows() {
  const rows = [...form.querySelectorAll("[data-row]")].map((row) => row.dataset.row);
  return rows.filter((row) => {
    const value = (key) => (form.elements[`other_concerns.${row}.${key}`]?.value ?? "").trim();
    return value("description") !== "" || value("level") !== "" || value("answer") !== "not_known";
  });
}

function place(target, control, text) {
  const path = control.name.split(".");
  const last = path.pop();
  for (const key of path) target = target[key] ??= {};
  // A box is in the form's data only when it is ticked. Boxes that share a name stand for a list.
  if (control.type !== "checkbox") target[last] = control.inputMode === "numeric" ? wholeNumber(text) : text;
  else if (text === "true") target[last] = true;
  else (target[last] ??= []).push(text);
}

function wholeNumber(text) {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function isGiven({ answer, evidence, recency, level, recurring }) {
  const detail = evidence ?? level ?? recurring;
  return answer !== "not_known" || detail !== undefined || (recency !== undefined && recency !== "not_known");
}

function isOutOfSight(name) {
  const [, item] = (hidesMarks && MARK.exec(name)) || [];
  return item !== undefined && !isRecorded(form.elements.namedItem(`${item}.answer`));
}
