// What every page with a form does from its first moment to its last: it starts Python, hears clicks, and forgets.

import { closeQuestions } from "./confirm.js";
import { jump } from "./jump.js";
import { announce, byId, form, tool } from "./page.js";
import { preparePaper } from "./print.js";
import { rules } from "./python.js";
import { toggleSoFar } from "./so-far.js";

/**
 * Begins the page. `actions` says which click does what, by `data-action`; `empty` empties everything without a word;
 * `answered` hears each answer; `chosen` hears that a file was chosen.
 */
export function begin({ actions, empty, answered = () => {}, chosen }) {
  const known = { retry: startRules, print: () => window.print(), ...actions };
  // Leaving by Exit, by a link or by closing: nothing stays, and no question is asked.
  const forget = () => {
    closeQuestions();
    empty();
    announce("");
  };

  startRules();
  empty();
  preparePaper();
  tool.querySelectorAll("[data-needs-script]").forEach((part) => (part.hidden = false));
  form.addEventListener("input", answered);
  form.addEventListener("submit", (event) => event.preventDefault());
  tool.addEventListener("click", (event) => clicked(event, known));
  byId("so-far-toggle")?.addEventListener("click", () => toggleSoFar());
  byId("open-file").addEventListener("change", chosen);
  document.addEventListener("cse:exit", forget);
  addEventListener("pagehide", forget);
  addEventListener("pageshow", (event) => event.persisted && forget());
  tool.dataset.ready = "true";
}

function startRules() {
  // The message at the button says what went wrong; nothing more is to be done here.
  rules().catch(() => {});
}

function clicked(event, known) {
  const link = event.target.closest("a[data-jump]");
  if (link) {
    event.preventDefault();
    jump(link);
  }
  const button = event.target.closest("[data-action]");
  if (button) known[button.dataset.action](button);
}
