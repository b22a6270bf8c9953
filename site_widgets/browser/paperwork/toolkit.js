// The toolkit above the plan: a step is put in only after somebody has said what it will do to the child.

import { announce, byId, form } from "../assessment/page.js";
import { showNextRow, shownRows } from "../assessment/rows.js";

const STEPS = "answers.steps";
const dialog = byId("ask-effect");

/** Asks what the step will do to the child; then puts it into the plan, and goes to who leads on it. */
export async function fillStep(button) {
  const { aim, step } = button.dataset;
  if (form.querySelector(`[data-adds="${STEPS}"]`).hidden && !emptyRow()) {
    announce("The plan has no room for another step.");
    return;
  }
  const effect = await askEffect(step);
  if (effect === null) return;
  const row = emptyRow() ?? showNextRow(STEPS).dataset.row;
  const field = (name) => form.elements.namedItem(`${STEPS}.${row}.${name}`);
  field("aim").value = aim;
  field("step").value = step;
  field("step-effect").value = effect;
  field("step-lead").focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
  announce("The step is in the plan. Say who leads on it, and by when.");
}

/** Forgets a question that is open. */
export function resetSteps() {
  dialog?.querySelector("form").reset();
}

// A row in which nothing is typed; the number of it.
function emptyRow() {
  const { numbers } = shownRows().find(({ prefix }) => prefix === STEPS);
  const typed = [...new FormData(form)].filter(([, value]) => value.trim() !== "").map(([name]) => name);
  return numbers.find((row) => !typed.some((name) => name.startsWith(`${STEPS}.${row}.`)));
}

function askEffect(step) {
  const area = dialog.querySelector("textarea");
  const said = dialog.querySelector("[role=alert]");
  dialog.querySelector("form").reset();
  said.textContent = "";
  byId("ask-effect-step").textContent = step;
  dialog.returnValue = "";
  dialog.showModal();
  area.focus();
  return new Promise((resolve) => {
    const submitted = (event) => {
      if (event.submitter?.value !== "yes" || area.value.trim() !== "") return;
      event.preventDefault();
      said.textContent = "Say what it will do to the child. If it harms the child, choose another step.";
      area.focus();
    };
    dialog.addEventListener("submit", submitted);
    dialog.addEventListener("close", () => {
      dialog.removeEventListener("submit", submitted);
      resolve(dialog.returnValue === "yes" ? area.value.trim() : null);
      dialog.querySelector("form").reset();
    }, { once: true });
  });
}
