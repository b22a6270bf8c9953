// How sure the learner is: three statements, asked before and after.

import { quiz } from "./page.js";

/** What is chosen: the answer's value by statement. What is left out is not there. */
export function sureNow(when) {
  const chosen = quiz.querySelectorAll(`input[type=radio][name^="${when}."]:checked`);
  return Object.fromEntries([...chosen].map(({ name, value }) => [name.slice(when.length + 1), value]));
}

/** Chooses what a file holds, and nothing else. */
export function setSure(when, values) {
  for (const radio of quiz.querySelectorAll(`input[type=radio][name^="${when}."]`)) {
    radio.checked = values[radio.name.slice(when.length + 1)] === radio.value;
  }
}

/** The words of an answer. */
export function sureWords(value) {
  return ANSWERS[value] ?? "Left out";
}

const ANSWERS = { 0: "Not sure yet", 1: "A little sure", 2: "Fairly sure", 3: "Sure" };
