// The case file that is open on this page: in memory only, and forgotten with the page.

import { showErrors } from "../assessment/errors.js";
import { byId } from "../assessment/page.js";
import { lockedText } from "../assessment/passphrase.js";
import { textOf } from "../casefile/read-text.js";
import { today } from "../site/days.js";
import { download } from "../site/download.js";
import { ask } from "./ask.js";

const MOST_BYTES = 8_000_000;
export const NOT_OPENED = "The file was not opened. What was on this page is still here.";
const NOT_SAVED = "The file was not saved. What was on this page is still here.";

let held = null;

/** What is open: `file`, `text`, `facts`, `contents` and `flags`; null if nothing is. */
export const openCaseFile = () => held;

/** From here on this is the open case file; null for none. */
export function holdCaseFile(told) {
  held = told;
}

/** What the chosen file holds, or null: then the page has said why, or the reader did not want it. */
export async function readChosenFile() {
  const chooser = byId("open-file");
  const [file] = chooser.files;
  if (!file) return null;
  const read = await textOf(file, { kind: "case", most: MOST_BYTES });
  // So that choosing the same file again is noticed.
  chooser.value = "";
  if (read.given_up) return null;
  if (read.problems) {
    showErrors(read.problems.map((words) => ({ words })), NOT_OPENED);
    return null;
  }
  return ask({ do: "open", text: read.text }, NOT_OPENED);
}

/** Gives the reader the text of a case file, locked if they want that. Whether it was given. */
export async function downloadCaseFile(text, locked) {
  let kept = text;
  if (locked) {
    try {
      kept = await lockedText(text);
    } catch (error) {
      showErrors([{ words: error.message }], NOT_SAVED);
      return false;
    }
    if (kept === null) return false;
  }
  download(kept, `case-file-${today()}${locked ? ".locked" : ""}.json`, "application/json");
  return true;
}
