/**
 * Makes tables readable on a phone: each cell learns its column's name, so that
 * tables.css can stack it. Roles are set because `display: block` takes a table's
 * meaning away from some screen readers.
 */

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

function label(table) {
  const names = [...table.querySelectorAll("thead th")].map((th) => th.textContent.trim());
  for (const row of table.tBodies[0].rows) {
    [...row.cells].forEach((cell, i) => {
      if (names[i] && !cell.dataset.label) cell.dataset.label = names[i];
    });
  }
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td")]) part.setAttribute("role", ROLES[part.tagName]);
  for (const th of table.querySelectorAll("th")) th.setAttribute("role", th.closest("thead") ? "columnheader" : "rowheader");
}

/** Labels every table with a head inside `root`; tables without a class join in. */
export function labelTables(root) {
  for (const table of root.querySelectorAll("table:not([class]), table.table-stack")) {
    if (!table.tHead || table.tBodies.length === 0) continue;
    table.classList.add("table-stack");
    label(table);
  }
}
