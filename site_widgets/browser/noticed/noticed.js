/**
 * "I have noticed something": shows the advice that the build prepared for these answers, and makes a note to hand over.
 * No Python, no request, nothing kept. It works from the moment the page is there, also without a connection.
 */

import { today } from "../site/days.js";
import { download } from "../site/download.js";
import { findSigns } from "./find-sign.js";
import { linesFor, mostUrgent, tableOf } from "./look-up.js";
import { elementsOf, noteOf, textOf } from "./note.js";

const root = document.querySelector("[data-noticed]");
const form = root.querySelector("form");
const result = root.querySelector("#advice");
const paper = root.querySelector("#note");
const said = root.querySelector("#note-said");
const table = tableOf(root.dataset);
const showAllSigns = findSigns(root);

/** The lines that stand for what is chosen now, as bits. */
export function linesNow() {
  const given = {};
  for (const question of table.questions) {
    const chosen = form.querySelector(`input[name="replies.${question}"]:checked`);
    if (chosen) given[question] = chosen.value;
  }
  const ticked = [...form.querySelectorAll("input[name=signs]:checked")];
  return linesFor(table, given, mostUrgent(ticked.map((box) => box.dataset.urgency)));
}

function showAdvice() {
  const bits = linesNow();
  const who = form.elements.who.value;
  for (const line of result.querySelectorAll("[data-line]")) {
    line.hidden = Math.floor(bits / 2 ** Number(line.dataset.bit)) % 2 === 0;
  }
  for (const part of result.querySelectorAll("[data-role]")) part.hidden = !part.dataset.role.split(" ").includes(who);
  for (const list of result.querySelectorAll(".advice")) list.hidden = !list.querySelector("[data-line]:not([hidden])");
  paper.replaceChildren(...elementsOf(noteOf(root, form)));
  said.textContent = "";
  result.hidden = false;
}

function countTicks() {
  for (const group of root.querySelectorAll(".noticed__group")) {
    const ticked = group.querySelectorAll("input[name=signs]:checked").length;
    group.querySelector("[data-count]").textContent = ticked ? `(${ticked} ticked)` : "";
  }
}

function empty() {
  form.reset();
  showAllSigns();
  countTicks();
  result.hidden = true;
  paper.replaceChildren();
  said.textContent = "";
  removeEventListener("beforeunload", ask);
}

const ask = (event) => event.preventDefault();

// Only what would have to be typed again is worth a question.
function guard() {
  removeEventListener("beforeunload", ask);
  const typed = [...form.querySelectorAll("textarea, .noticed__when input")].some((field) => field.value.trim() !== "");
  if (typed) addEventListener("beforeunload", ask);
}

function goTo(title) {
  const place = root.querySelector(title);
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

// A role's own page sends its readers here with their role in the address.
function chooseWho() {
  const option = [...form.elements.who.options].find((each) => `#${each.id}` === location.hash);
  if (option) option.selected = true;
}

const actions = {
  show() {
    showAdvice();
    goTo("#advice-title");
  },
  print() {
    document.body.classList.add("is-note-only");
    print();
  },
  async copy() {
    try {
      await navigator.clipboard.writeText(textOf(noteOf(root, form)));
      said.textContent = "Copied. Paste it where it should go, and copy something else afterwards.";
      removeEventListener("beforeunload", ask);
    } catch {
      said.textContent = "This browser does not let the page copy. Print the note, or save it.";
    }
  },
  save() {
    download(textOf(noteOf(root, form)), `note-${today()}.txt`, "text/plain");
    said.textContent = "Saved to this device. Look in the downloads folder, and delete it when it is handed over.";
    removeEventListener("beforeunload", ask);
  },
  note: () => goTo("#note-title"),
  change: () => goTo("#urgent-title"),
  clear() {
    empty();
    actions.change();
  },
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  countTicks();
  guard();
  // What is shown is never older than the answers.
  if (!result.hidden) showAdvice();
});
for (const button of root.querySelectorAll("[data-do]")) button.addEventListener("click", () => actions[button.dataset.do]());
addEventListener("afterprint", () => document.body.classList.remove("is-note-only"));
document.addEventListener("cse:exit", empty);
addEventListener("pageshow", (event) => event.persisted && empty());
addEventListener("hashchange", chooseWho);

root.classList.add("is-on");
root.querySelectorAll(".needs-script, .noticed__note-section").forEach((part) => (part.hidden = false));
empty();
chooseWho();
