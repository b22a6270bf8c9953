// Rows of "Other concerns": one at first, more when asked for. On paper all printed rows show.

import { announce, byId, form } from "./page.js";

// A form may have no place for them.
const place = byId("other-concern-rows");
const pattern = place?.children[0].cloneNode(true);

const shown = () => [...(place?.children ?? [])].filter((row) => !row.hidden);

/** Shows the first row only, empty, and takes added rows away. */
export function resetRows() {
  if (!place) return;
  place.querySelectorAll("[data-added]").forEach((row) => row.remove());
  place.append(...[...place.children].sort((one, other) => one.dataset.row - other.dataset.row));
  number([...place.children]);
  [...place.children].forEach((row, index) => (row.hidden = index > 0));
  offerRemoval();
}

/** Makes sure that this many rows show, in order. */
export function showRows(count) {
  while (shown().length < count) nextRow();
  offerRemoval();
}

/** Shows one more row and goes to it. */
export function addConcern() {
  const row = nextRow();
  offerRemoval();
  row.querySelector("textarea").focus();
}

/** Empties the row this button stands in and takes it out of sight. */
export function removeConcern(button) {
  const row = button.closest("[data-row]");
  clearRow(row);
  row.hidden = true;
  if (shown().length === 0) place.children[0].hidden = false;
  offerRemoval();
  announce("The concern is removed.");
  form.querySelector("[data-action='add-concern']").focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function nextRow() {
  const waiting = [...place.children].find((row) => row.hidden);
  const row = waiting ?? place.appendChild(newRow(place.children.length));
  row.hidden = false;
  if (waiting) place.append(waiting);
  number();
  return row;
}

function newRow(index) {
  const row = pattern.cloneNode(true);
  row.dataset.row = index;
  row.dataset.added = "";
  for (const element of row.querySelectorAll("*")) {
    for (const attribute of ["id", "for", "name", "aria-describedby"]) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, value.replace(/^(other[-_]concerns[.-])0/, `$1${index}`));
    }
  }
  return row;
}

function number(rows = shown()) {
  rows.forEach((row, index) => (row.querySelector("legend").textContent = `Concern ${index + 1}`));
}

function clearRow(row) {
  row.querySelectorAll("textarea").forEach((area) => (area.value = ""));
  row.querySelectorAll("input").forEach((radio) => (radio.checked = radio.defaultChecked));
}

function offerRemoval() {
  number();
  const rows = shown();
  rows.forEach((row) => (row.querySelector("[data-action='remove-concern']").hidden = rows.length < 2));
}
