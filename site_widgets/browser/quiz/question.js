// One question: put on the page in a new order, looked at, and marked as the build marked it.

import { shuffled } from "./random.js";

const LETTERS = "ABCDE";

/** The question of this template with what it offers in an order left to chance, and what it rests on. */
export function newQuestion(template) {
  const piece = template.content.cloneNode(true);
  const fieldset = piece.querySelector("fieldset");
  fieldset.dataset.kind = template.dataset.kind;
  fieldset.append(...shuffled(partsOf(fieldset)));
  if (template.dataset.kind === "match") letterPartners(fieldset);
  return { fieldset, rests: piece.querySelector(".quiz-rests") };
}

/** What has to be done before the answer can be checked, with the control to go to; null if nothing. */
export function problemIn(fieldset) {
  const selects = [...fieldset.querySelectorAll("select")];
  if (!selects.length) {
    const inputs = [...fieldset.querySelectorAll("input")];
    if (inputs.some(({ checked }) => checked)) return null;
    return { words: "Choose an answer. If you are not sure, choose what you think comes nearest.", control: inputs[0] };
  }
  const ordering = fieldset.dataset.kind === "order";
  const open = selects.find(({ value }) => value === "");
  if (open) return { words: ordering ? "Give every step a place." : "Choose a partner for each.", control: open };
  const twice = selects.find((select, at) => selects.findIndex(({ value }) => value === select.value) < at);
  if (!twice) return null;
  return { words: ordering ? "Two steps have the same place. Give each its own." : "Two have the same partner. Give each its own.", control: twice };
}

/** Shows beside everything offered whether it is right and why. Gives how many are, and of how many. */
export function markAnswers(fieldset) {
  const parts = partsOf(fieldset);
  const marks = parts.map((part) => (part.querySelector("select") ? markPlaced(part, fieldset) : markOffered(part)));
  fieldset.disabled = true;
  if (fieldset.dataset.kind === "order") fieldset.append(...parts.sort((a, b) => a.dataset.place - b.dataset.place));
  const good = marks.filter(Boolean).length;
  return { right: good === marks.length, good, of: marks.length };
}

function partsOf(fieldset) {
  return [...fieldset.querySelectorAll(".quiz-part")];
}

function markOffered(part) {
  const { checked } = part.querySelector("input");
  const right = "right" in part.dataset;
  const said = right ? "This is right." : "Not this one.";
  tell(part, right ? "right" : checked ? "wrong" : "other", checked ? `${said} You chose it.` : said);
  return checked === right;
}

function markPlaced(part, fieldset) {
  const select = part.querySelector("select");
  const chosen = select.selectedOptions[0].textContent;
  const wanted = [...select.options].find(({ value }) => value === part.dataset.place).textContent;
  const right = select.value === part.dataset.place;
  const verb = fieldset.dataset.kind === "order" ? "It comes" : "It goes with";
  tell(part, right ? "right" : "wrong", right ? `Right: ${stopped(chosen)}` : `You chose ${stopped(chosen)} ${verb} ${stopped(wanted)}`);
  return right;
}

function tell(part, mark, words) {
  part.dataset.mark = mark;
  part.querySelector(".quiz-mark").textContent = words;
  part.querySelector(".quiz-feedback").hidden = false;
}

function stopped(text) {
  return /[.!?]["”]?$/.test(text) ? text : `${text}.`;
}

// The whole words stand in a list; the closed control needs only begin with their letter.
function letterPartners(fieldset) {
  const list = fieldset.querySelector(".quiz-partners");
  const order = shuffled(list.children);
  list.append(...order);
  const letters = new Map(order.map((item, at) => [item.dataset.partner, LETTERS[at]]));
  for (const item of order) item.prepend(`${letters.get(item.dataset.partner)}. `);
  for (const select of fieldset.querySelectorAll("select")) {
    const [ask, ...options] = select.options;
    for (const option of options) option.prepend(`${letters.get(option.value)}. `);
    select.append(ask, ...options.sort((a, b) => a.textContent.localeCompare(b.textContent)));
    // Moving the choices may have chosen one of them.
    select.value = "";
  }
}
