// Leaving with answers that are not saved asks first. Exiting never does.

import { readCase } from "./read-case.js";

let kept = "";

const written = () => JSON.stringify(readCase());
const ask = (event) => event.preventDefault();

/** True when the form holds something that neither a file nor an empty form holds. */
export const hasUnsaved = () => written() !== kept;

/** From here on the form as it stands counts as kept. */
export function markKept() {
  kept = written();
  guardLeaving();
}

/** Asks before leaving only while there is something to lose, so that the browser can otherwise go as it likes. */
export function guardLeaving() {
  removeEventListener("beforeunload", ask);
  if (hasUnsaved()) addEventListener("beforeunload", ask);
}

/** Lets the page go without a question. */
export function leaveFreely() {
  removeEventListener("beforeunload", ask);
}
