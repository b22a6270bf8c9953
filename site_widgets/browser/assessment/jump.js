// Going to a question without leaving a mark in the address or the history.

import { toggleSoFar } from "./so-far.js";
import { byId, form } from "./page.js";

/** Goes where the link points: to a field by its name, or to a section by its id. */
export function jump(link) {
  toggleSoFar(false);
  if (link.dataset.jump) goToField(link.dataset.jump);
  else goToSection(link.hash.slice(1));
}

/** Shows the question of this field and puts the focus on its control. */
export function goToField(name) {
  const found = form.elements.namedItem(name);
  const control = found instanceof RadioNodeList ? ([...found].find((radio) => radio.checked) ?? found[0]) : found;
  const around = control.closest("details");
  if (around) around.open = true;
  (control.closest("fieldset, .field") ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}

function goToSection(id) {
  const section = byId(id);
  if (section.tagName === "DETAILS") section.open = true;
  section.scrollIntoView();
  section.querySelector("h2, summary").focus({ preventScroll: true });
}
