// Rows that come and go: concerns, children, steps. One at first, more when asked for. On paper all printed rows show.

import { announce, form } from "./page.js";

// Each holder says what its rows' names begin with (`data-rows`), what one is called, and how many there may be.
const holders = [...form.querySelectorAll("[data-rows]")];
const patterns = new Map(holders.map((holder) => [holder, holder.children[0].cloneNode(true)]));

const shown = (holder) => [...holder.children].filter((row) => !row.hidden);
const most = (holder) => Number(holder.dataset.most ?? Infinity);
const adder = (holder) => form.querySelector(`[data-adds="${holder.dataset.rows}"]`);

/** What the names of each kind of row begin with, and the numbers of the rows that show, in order. */
export function shownRows() {
  return holders.map((holder) => ({ prefix: holder.dataset.rows, numbers: shown(holder).map((row) => row.dataset.row) }));
}

/** Shows the first row of each kind only, empty, and takes added rows away. */
export function resetRows() {
  for (const holder of holders) {
    holder.querySelectorAll("[data-added]").forEach((row) => row.remove());
    holder.append(...[...holder.children].sort((one, other) => one.dataset.row - other.dataset.row));
    number(holder, [...holder.children]);
    [...holder.children].forEach((row, index) => (row.hidden = index > 0));
    offer(holder);
  }
}

/** Makes sure that there is a row for everything that a file holds, in order. */
export function showRowsFor(written) {
  for (const holder of holders) {
    const held = holder.dataset.rows.split(".").reduce((value, key) => value?.[key], written) ?? [];
    while (shown(holder).length < held.length) nextRow(holder);
    offer(holder);
  }
}

/** Shows one more row of the kind that this button adds, and goes to it. */
export function addRow(button) {
  const row = showNextRow(button.dataset.adds);
  row.querySelector("textarea, input, select").focus();
}

/** Shows one more row of this kind; the row. */
export function showNextRow(prefix) {
  const holder = holders.find((each) => each.dataset.rows === prefix);
  const row = nextRow(holder);
  offer(holder);
  return row;
}

/** Empties the row this button stands in and takes it out of sight. */
export function removeRow(button) {
  const row = button.closest("[data-row]");
  const holder = row.parentElement;
  clearRow(row);
  row.hidden = true;
  if (shown(holder).length === 0) holder.children[0].hidden = false;
  offer(holder);
  announce(`The ${holder.dataset.one} is removed.`);
  adder(holder).focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function nextRow(holder) {
  const waiting = [...holder.children].find((row) => row.hidden);
  const row = waiting ?? holder.appendChild(newRow(holder, holder.children.length));
  row.hidden = false;
  if (waiting) holder.append(waiting);
  number(holder);
  return row;
}

function newRow(holder, index) {
  const row = patterns.get(holder).cloneNode(true);
  const name = `${holder.dataset.rows}.`;
  const id = name.replace(/[._]/g, "-");
  row.dataset.row = index;
  row.dataset.added = "";
  row.hidden = false;
  for (const element of row.querySelectorAll("*")) {
    for (const attribute of ["id", "for", "name", "aria-describedby"]) {
      const value = element.getAttribute(attribute);
      const start = attribute === "name" ? name : id;
      if (value?.startsWith(`${start}0`)) element.setAttribute(attribute, `${start}${index}${value.slice(start.length + 1)}`);
    }
  }
  return row;
}

function number(holder, rows = shown(holder)) {
  const { one } = holder.dataset;
  rows.forEach((row, index) => (row.querySelector("legend").textContent = `${one[0].toUpperCase()}${one.slice(1)} ${index + 1}`));
}

function clearRow(row) {
  row.querySelectorAll("textarea, select, input:not([type=radio], [type=checkbox])").forEach((field) => (field.value = ""));
  row.querySelectorAll("[type=radio], [type=checkbox]").forEach((box) => (box.checked = box.defaultChecked));
}

function offer(holder) {
  number(holder);
  const rows = shown(holder);
  rows.forEach((row) => (row.querySelector("[data-action='remove-row']").hidden = rows.length < 2));
  adder(holder).hidden = rows.length >= most(holder);
}
