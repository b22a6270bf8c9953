// A case file on this device, made on this device.

import { clearErrors, showFieldErrors } from "./errors.js";
import { isReady, rules } from "./python.js";
import { readCase } from "./read-case.js";
import { announce, head } from "./page.js";
import { markKept } from "./unsaved.js";
import { today } from "./clear.js";
import { download } from "../site/download.js";

/** Saves the case as a download. Where the rules are ready, first makes sure that the file could be opened again. */
export async function saveFile() {
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
  download(`${JSON.stringify(written, null, 2)}\n`, `${kind}-${written.assessed_on ?? today()}.json`, "application/json");
  markKept();
  announce("Saved to this device as a file. Look in the downloads folder. Keep it where your procedures say.");
}
