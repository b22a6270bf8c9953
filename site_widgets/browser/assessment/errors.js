// The error summary: what is wrong, linked to where it is, and the same words at the field.

import { goToField } from "./jump.js";
import { usedRows } from "./read-case.js";
import { byId, form, tool } from "./page.js";
import { make } from "../site/make.js";

const summary = byId("error-summary");
const PREFIX = "Error: ";

/** Shows the problems the core found in the form, and takes the focus there. */
export function showFieldErrors(problems) {
  showErrors(problems.map(fieldError));
}

/** Shows problems that belong to no field, such as a file that could not be opened. */
export function showErrors(errors, lead = "") {
  clearErrors();
  byId("error-summary-words").textContent = lead;
  byId("error-summary-words").hidden = lead === "";
  byId("error-summary-list").replaceChildren(...errors.map(entry));
  errors.filter(({ field }) => field).forEach(markField);
  summary.hidden = false;
  document.title = PREFIX + document.title;
  summary.scrollIntoView();
  summary.focus({ preventScroll: true });
}

function fieldError(problem) {
  const field = fieldAt(problem.place);
  if (!field) return { words: `${problem.place} ${sentence(problem)}` };
  const allowed = controlOf(field).dataset.allowed ?? problem.allowed;
  return { words: `${labelOf(field)} ${sentence({ ...problem, allowed })}`, field };
}

/** Takes every error message away. */
export function clearErrors() {
  summary.hidden = true;
  byId("error-summary-list").replaceChildren();
  if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  tool.querySelectorAll(".error-message").forEach((message) => message.remove());
  tool.querySelectorAll(".has-error").forEach((place) => place.classList.remove("has-error"));
  form.querySelectorAll("[aria-invalid]").forEach((control) => {
    control.removeAttribute("aria-invalid");
    setDescription(control, (ids) => ids.filter((id) => !id.endsWith("-error")));
  });
}

/** The problem as sentences: what is wrong, and what is allowed. */
export function sentence({ problem, allowed }) {
  const stop = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
  return allowed ? `${stop(problem)} Allowed: ${stop(allowed)}` : stop(problem);
}

/** The name of the field a place in the case stands for; empty when the form has none. */
function fieldAt(place) {
  const dotted = place.replace(/\[(\w+)\]/g, ".$1");
  const name = dotted.replace(/^other_concerns\.(\d+)/, (_, index) => `other_concerns.${usedRows()[index] ?? index}`);
  return [name, `${name}.answer`, `${name}.description`, `${name}.level`].find((known) => form.elements.namedItem(known)) ?? "";
}

function entry({ words, field }) {
  const item = make("li");
  if (!field) {
    item.textContent = words;
    return item;
  }
  const link = make("a", words);
  link.href = "#assessment-form";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goToField(field);
  });
  item.append(link);
  return item;
}

function markField({ words, field }) {
  const control = controlOf(field);
  const around = control.closest(control.type === "radio" ? "fieldset" : ".field");
  const message = make("p", "", "error-message");
  message.id = `${control.id}-error`;
  message.append(make("span", PREFIX, "visually-hidden"), words);
  around.classList.add("has-error");
  const place = control.type === "radio" ? around.querySelector(".options") : control;
  place.before(message);
  control.setAttribute("aria-invalid", "true");
  setDescription(control, (ids) => [...ids, message.id]);
}

function controlOf(field) {
  const found = form.elements.namedItem(field);
  return found instanceof RadioNodeList ? found[0] : found;
}

// The core says "is missing"; what is missing is the field by its own name.
function labelOf(field) {
  const control = controlOf(field);
  const label = control.type === "radio" ? control.closest("fieldset").querySelector("legend") : control.labels[0];
  return `“${label.textContent}”`;
}

function setDescription(control, change) {
  const ids = change((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}
