// The form in another shape: a case file. Nothing is judged here; the core refuses what is wrong.

import { form, instrument } from "./page.js";

/** The case as typed so far. Empty fields and answers that were never given are left out. */
export function readCase() {
  const written = { schema: "cse-case/1", instrument };
  for (const [name, value] of new FormData(form)) {
    const text = value.trim();
    if (text !== "") place(written, name.split("."), isBox(name) ? true : text);
  }
  written.child.age = wholeNumber(written.child.age);
  written.answers = Object.fromEntries(Object.entries(written.answers ?? {}).filter(([, given]) => isGiven(given)));
  written.other_concerns = usedRows().map((row) => written.other_concerns[row]);
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

function place(target, path, value) {
  const last = path.pop();
  for (const key of path) target = target[key] ??= {};
  target[last] = value;
}

function wholeNumber(text) {
  if (text === undefined) return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function isGiven({ answer, evidence, recency, level, recurring }) {
  const detail = evidence ?? level ?? recurring;
  return answer !== "not_known" || detail !== undefined || (recency !== undefined && recency !== "not_known");
}

// A box is in the form's data only when it is ticked.
function isBox(name) {
  return form.elements.namedItem(name).type === "checkbox";
}
