// Asking Python. What it refuses is said at the fields that it belongs to, or at the top of the page.

import { sentence, showErrors, showFieldErrors } from "../assessment/errors.js";
import { announce } from "../assessment/page.js";
import { rules } from "../assessment/python.js";
import { nameAt } from "./read-form.js";

const NOT_RUNNING = "This page could not do it, because a part of it is not running. Try again when it says that it is ready. What is typed is still here, and you can print it.";

/** The answer to a request, or null: then the page has said what is wrong. `lead` is said above what is wrong with a file. */
export async function ask(request, lead = "") {
  let answer;
  try {
    const { paper } = await rules();
    answer = JSON.parse(await paper(JSON.stringify(request)));
  } catch {
    announce("");
    showErrors([{ words: NOT_RUNNING }]);
    return null;
  }
  if (answer.ok) return answer;
  announce("");
  if (lead) showErrors(answer.problems.map((problem) => ({ words: `${problem.place}: ${sentence(problem)}` })), lead);
  else showFieldErrors(answer.problems.map((problem) => ({ ...problem, place: nameAt(problem.place) })));
  return null;
}
