// What the form holds, question by question, for the summary and for paper. No answer is weighed here.

import { form } from "./page.js";

const DETAIL = /(^|\.)answers\.[^.]+\.(evidence|recency|level|recurring)$/;
const ITEM = /(^|\.)answers\./;
const RECORDED = ["present", "suspected"];

/** Each section with its questions: [{ section, title, questions: [{ name, value }] }]. */
export function sections() {
  return [...form.querySelectorAll("[data-section]")].map((section) => ({
    section,
    title: section.dataset.section,
    questions: questionsIn(section),
  }));
}

/** True when somebody has answered: "not known" is where a question starts. */
export const isAnswered = ({ value }) => value !== "" && value !== "not_known";

/** True for present and suspected. */
export const isRecorded = ({ value }) => RECORDED.includes(value);

/** True for the tool's own items. */
export const isItem = ({ name }) => ITEM.test(name);

/** The words the question is asked in, without its hint. */
export function wordsOf(name) {
  const control = first(form.elements.namedItem(name));
  return control.closest("fieldset").querySelector("legend").textContent;
}

/** The answer given, in the words beside its button. */
export function answerWords(name) {
  const given = [...form.elements.namedItem(name)].find((radio) => radio.checked);
  return given.closest("label").textContent;
}

/** The mark or level chosen beside an answer, and whether it keeps happening, in the words on the page: "red". */
export function markWords(name) {
  if (!name.endsWith(".answer")) return [];
  const beside = (key) => form.elements.namedItem(name.replace(/\.answer$/, key));
  const [level, recurring] = [beside(".level"), beside(".recurring")];
  const words = level?.value ? [answerWords(level[0].name).toLowerCase()] : [];
  return recurring?.checked ? [...words, "keeps happening"] : words;
}

/** What was written as evidence for an item, if anything. */
export function evidenceFor(name) {
  const area = form.elements.namedItem(name.replace(/\.answer$/, ".evidence"));
  return area && area.tagName === "TEXTAREA" ? area.value.trim() : "";
}

function first(control) {
  return control instanceof RadioNodeList ? control[0] : control;
}

// The controls are asked, and not the form by name: after every change of the page a form looks each name up anew.
function questionsIn(section) {
  const values = new Map();
  for (const control of section.querySelectorAll("[name]")) {
    const hiddenRow = control.closest("[data-row][hidden]");
    // A box belongs to the question above it, unless boxes are how the question is answered.
    const isBeside = control.type === "checkbox" && (control.value === "true" || !isItem(control));
    if (isBeside || DETAIL.test(control.name) || hiddenRow) continue;
    const isChoice = control.type === "radio" || control.type === "checkbox";
    const value = isChoice && !control.checked ? "" : control.value.trim();
    values.set(control.name, values.get(control.name) || value);
  }
  return [...values].map(([name, value]) => ({ name, value }));
}
