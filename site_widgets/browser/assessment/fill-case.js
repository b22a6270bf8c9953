// A file in the shape of the form.

import { form } from "./page.js";
import { showRowsFor } from "./rows.js";

/** Puts a checked case into an empty form. */
export function fillCase(written) {
  showRowsFor(written);
  for (const [name, value] of flatten(written)) {
    const control = form.elements.namedItem(name);
    if (!control || value === null) continue;
    if (Array.isArray(value)) tick(name, value);
    else if (control.type === "checkbox") control.checked = value === true;
    else control.value = String(value);
  }
}

// Boxes that share a name stand for a list.
function tick(name, values) {
  for (const box of form.elements) {
    if (box.name === name) box.checked = values.includes(box.value);
  }
}

const isList = (value) => Array.isArray(value) && value.every((each) => typeof each === "string");

function* flatten(value, path = "") {
  if (value === null || typeof value !== "object" || isList(value)) {
    yield [path, value];
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    yield* flatten(inner, path ? `${path}.${key}` : key);
  }
}
