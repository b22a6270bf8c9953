// The fixed parts of the page, by the ids the build gives them.

export const byId = (id) => document.getElementById(id);

export const quiz = byId("quiz");
// What roles and topics are called.
export const words = JSON.parse(quiz.dataset.words);
// Every question, put away. On the page with the record alone there is none.
export const templates = new Map([...quiz.querySelectorAll("template[data-question]")].map((each) => [each.dataset.question, each]));

/** Says something short to the eye and to the screen reader. */
export function say(text) {
  byId("said").textContent = text;
}

/** Shows one step of the check, hides the others, and takes the focus to its heading. */
export function showStep(id) {
  for (const step of quiz.querySelectorAll("[data-step]")) step.hidden = step.id !== id;
  focusOn(byId(`${id}-title`));
}

/** Takes the reader to a place that is no control. */
export function focusOn(element) {
  element.scrollIntoView();
  element.focus({ preventScroll: true });
}
