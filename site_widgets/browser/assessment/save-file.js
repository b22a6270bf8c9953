// A case file on this device, made on this device.

import { clearErrors, showErrors, showFieldErrors } from "./errors.js";
import { isReady, rules } from "./python.js";
import { readCase } from "./read-case.js";
import { announce, head } from "./page.js";
import { markKept } from "./unsaved.js";
import { today } from "../site/days.js";
import { download } from "../site/download.js";

const SAVED = "Look in the downloads folder. Keep it where your procedures say.";

/**
 * Saves the case as a download. Where the rules are ready, first makes sure that the file could be opened again.
 * `locked` makes of the file's text a locked one, or null if the reader no longer wants it.
 */
export async function saveFile(locked = null) {
  clearErrors();
  const written = readCase();
  if (isReady()) {
    const { check } = await rules();
    const answer = JSON.parse(await check(JSON.stringify(written)));
    if (!answer.ok) {
      showFieldErrors(answer.problems);
      return;
    }
  }
  const [kind] = head.schema.split("/");
  const name = `${kind}-${written.assessed_on ?? today()}`;
  let text = `${JSON.stringify(written, null, 2)}\n`;
  if (locked) {
    try {
      text = await locked(text);
    } catch (error) {
      showErrors([{ words: error.message }], "The file was not saved. What was on this page is still here.");
      return;
    }
    if (text === null) return;
  }
  download(text, `${name}${locked ? ".locked" : ""}.json`, "application/json");
  markKept();
  announce(locked ? `Saved to this device as a locked file. ${SAVED}` : `Saved to this device as a file. ${SAVED}`);
}
