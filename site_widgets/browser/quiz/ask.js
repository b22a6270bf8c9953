// The questions, one at a time: show, check, say, go on.

import { byId, focusOn, templates, words } from "./page.js";
import { make } from "../site/make.js";
import { markAnswers, newQuestion, problemIn } from "./question.js";

const PREFIX = "Error: ";
let fieldset = null;

/** Shows a question. `at` counts from 0; the last one leads to the result. */
export function showQuestion(id, at, of) {
  const template = templates.get(id);
  const made = newQuestion(template);
  ({ fieldset } = made);
  clearProblem();
  byId("ask-title").textContent = `Question ${at + 1} of ${of}`;
  byId("ask-topic").textContent = words.topics[template.dataset.topic];
  byId("ask-place").replaceChildren(fieldset);
  byId("ask-rests").replaceChildren(made.rests);
  byId("ask-next").querySelector("button").textContent = at + 1 < of ? "Next question" : "See the result";
  answered(false);
}

/** Marks the answer and says how it went; null, with the problem named, where there is nothing to mark yet. */
export function checkAnswer() {
  if (!fieldset || fieldset.disabled) return null;
  clearProblem();
  const problem = problemIn(fieldset);
  if (problem) {
    showProblem(problem);
    return null;
  }
  const { right, good, of } = markAnswers(fieldset);
  answered(true);
  const placed = ["order", "match"].includes(fieldset.dataset.kind);
  byId("ask-verdict").textContent = right ? "That is right" : placed && good ? `Not quite: ${good} of ${of} are right` : "Not quite";
  focusOn(byId("ask-verdict"));
  return right;
}

/** Takes the question off the page. */
export function forgetQuestion() {
  fieldset = null;
  clearProblem();
  byId("ask-place").replaceChildren();
  byId("ask-rests").replaceChildren();
}

function answered(yes) {
  byId("ask-verdict").hidden = !yes;
  byId("ask-rests").hidden = !yes;
  byId("ask-next").hidden = !yes;
  byId("check").parentElement.hidden = yes;
}

function showProblem({ words: said, control }) {
  const link = byId("ask-error-link");
  link.textContent = said;
  link.onclick = (event) => {
    event.preventDefault();
    control.focus();
  };
  const message = make("p", "", "error-message");
  message.id = "answer-error";
  message.append(make("span", PREFIX, "visually-hidden"), said);
  fieldset.classList.add("has-error");
  fieldset.querySelector("legend").after(message);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", message.id);
  byId("ask-error").hidden = false;
  document.title = PREFIX + document.title;
  focusOn(byId("ask-error"));
}

function clearProblem() {
  byId("ask-error").hidden = true;
  if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  byId("answer-error")?.remove();
  fieldset?.classList.remove("has-error");
  for (const control of fieldset?.querySelectorAll("[aria-invalid]") ?? []) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  }
}
