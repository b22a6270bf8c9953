// The form as the file of a filled form, and back. A field's name is its place in the file.

import { fillCase } from "../assessment/fill-case.js";
import { form } from "../assessment/page.js";
import { readCase } from "../assessment/read-case.js";
import { shownRows } from "../assessment/rows.js";

const PREFIX = "answers.";

/** What is typed, as `cse-form/1`. Rows are in the order of the page; an empty one is left out. */
export function readForm() {
  const written = { answers: {}, ...readCase() };
  for (const { prefix, numbers } of shownRows()) {
    const section = prefix.slice(PREFIX.length);
    const entries = written.answers[section];
    if (entries) written.answers[section] = usedRows(prefix, numbers).map((row) => entries[row]);
  }
  return written;
}

/** Puts a filled form into an empty page. */
export const fillForm = (part) => fillCase(part);

/** The name of the field at a place of the file, where rows that are empty do not count. */
export function nameAt(place) {
  for (const { prefix, numbers } of shownRows()) {
    if (!place.startsWith(`${prefix}.`)) continue;
    const [index, ...rest] = place.slice(prefix.length + 1).split(".");
    return [prefix, usedRows(prefix, numbers)[index] ?? index, ...rest].join(".");
  }
  return place;
}

function usedRows(prefix, numbers) {
  const typed = new FormData(form);
  const held = [...typed].filter(([, value]) => value.trim() !== "").map(([name]) => name);
  return numbers.filter((row) => held.some((name) => name.startsWith(`${prefix}.${row}.`)));
}
