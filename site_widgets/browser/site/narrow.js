/**
 * Narrows a long list down: a form with words and choices, `data-narrow`, inside the list it belongs to, `data-list`.
 * Entries are `data-entry`; what they can be chosen by stands in their own data, parted by "|".
 * What is typed or chosen stays in the form: not in the address, not in the history, not in storage.
 */

import { wordsOf } from "./words.js";

/** Whether an entry fits: every word is in its text, and every choice is one of its values. */
export function fits({ text, values }, words, choices) {
  return words.every((word) => text.includes(word))
    && Object.entries(choices).every(([key, wanted]) => wanted === "" || (values[key] ?? "").split("|").includes(wanted));
}

function start(list) {
  const form = list.querySelector("[data-narrow]");
  const box = form.querySelector("input");
  const selects = [...form.querySelectorAll("select[data-key]")];
  const groups = [...list.querySelectorAll("[data-group]")];
  const entries = [...list.querySelectorAll("[data-entry]")].map((element) => ({
    element, text: element.textContent.toLowerCase(), values: element.dataset,
  }));
  const look = () => {
    const words = wordsOf(box.value);
    const choices = Object.fromEntries(selects.map((select) => [select.dataset.key, select.value]));
    let shown = 0;
    for (const entry of entries) {
      entry.element.hidden = !fits(entry, words, choices);
      if (!entry.element.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-entry]:not([hidden])");
    form.querySelector("[role=status]").textContent = shown === entries.length
      ? `All ${entries.length} entries are shown.`
      : `${shown} of ${entries.length} entries are shown.${shown ? "" : " Try one shorter word, or fewer choices."}`;
  };
  form.addEventListener("input", look);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to an entry must find it, whatever was chosen before.
  window.addEventListener("hashchange", () => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!wanted?.closest("[hidden]")) return;
    form.reset();
    look();
    wanted.scrollIntoView();
  });
  form.hidden = false;
  look();
}

for (const list of document.querySelectorAll("[data-list]")) start(list);
