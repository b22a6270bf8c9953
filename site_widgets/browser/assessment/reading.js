// Asking for the reading and showing it where the eye is. What it says comes from the core, word for word.

import { clearErrors, showFieldErrors } from "./errors.js";
import { rules } from "./python.js";
import { readCase } from "./read-case.js";
import { announce, byId, tool } from "./page.js";
import { openInNewTab } from "../site/new-tab.js";

const place = byId("reading");
const body = byId("reading-body");
const stale = byId("reading-stale");

let readFrom = null;
let asked = 0;

/** Works out the reading of the form as it stands, and shows it or what is wrong with the form. */
export async function showReading() {
  const mine = ++asked;
  clearErrors();
  announce("Working out the reading.");
  let written;
  let answer;
  try {
    const { assess } = await rules();
    written = JSON.stringify(readCase());
    answer = JSON.parse(await assess(written));
  } catch {
    if (mine === asked) announce("There is no reading yet: the tool is not running. Do not wait for it before you act. Your answers are still here.");
    return;
  }
  // Cleared, or asked again, while this was under way.
  if (mine !== asked) return;
  announce("");
  if (answer.ok) {
    show(answer.html, written);
    showChanges(written, mine).catch(() => {});
  } else {
    forgetReading();
    showFieldErrors(answer.problems);
  }
}

// After the reading and not with it: a hundred more readings must not hold up the first. What could change stands
// below what has to be done, and moves nothing that is being read. A reading without it is still whole.
async function showChanges(written, mine) {
  const { changes } = await rules();
  const answer = JSON.parse(await changes(written));
  if (mine === asked && answer.ok) body.querySelector(".reading-limits").insertAdjacentHTML("beforebegin", answer.html);
}

/** Marks the reading when the form no longer says what it was made from. */
export function checkReading() {
  if (readFrom === null) return;
  const changed = JSON.stringify(readCase()) !== readFrom;
  if (changed === !stale.hidden) return;
  stale.hidden = !changed;
  mark(changed ? "stale" : "current");
  if (changed) announce("The reading below may be out of date: an answer has changed.");
}

/** Takes the reading away. */
export function forgetReading() {
  asked += 1;
  readFrom = null;
  body.replaceChildren();
  place.hidden = true;
  stale.hidden = true;
  mark("none");
}

function show(html, written) {
  body.innerHTML = html;
  openInNewTab(body);
  readFrom = written;
  stale.hidden = true;
  place.hidden = false;
  mark("current");
  place.scrollIntoView();
  announce("Reading shown. What to do now comes first.");
  body.querySelector("[tabindex]")?.focus({ preventScroll: true });
}

function mark(state) {
  tool.dataset.reading = state;
}
