// A learner's answers as a file on this device, made and read on this device.

import { download } from "../site/download.js";
import { answersIn, fillIn, fitsIn } from "./judge.js";
import { announce, episodes, goTo, story } from "./page.js";
import { beginWithFirst, isRead, showAnswers, showUpTo } from "./steps.js";
import { today } from "../site/days.js";

const MOST_BYTES = 200_000;
const KEPT = "What was on this page is still here.";
let kept = "";

const asIs = () => JSON.stringify(episodes.map(answersIn));

/** From here on the answers count as kept. */
export function markKept() {
  kept = asIs();
}

/** Whether something would be lost. */
export const hasUnsaved = () => asIs() !== kept;

/** Saves the answers as a download. */
export function save() {
  const answers = episodes.map((episode) => ({ ...answersIn(episode), read: isRead(episode) }));
  const written = { schema: story.dataset.schema, story: story.dataset.scenario, saved_on: today(), parts: answers };
  download(`${JSON.stringify(written, null, 2)}\n`, `story-${story.dataset.scenario}-${today()}.json`, "application/json");
  markKept();
  announce("Saved to this device as a file. Look in the downloads folder. Open it here to go on.");
}

/** Opens the chosen file, or says why not. */
export async function open(chooser) {
  const [file] = chooser.files;
  if (!file) return;
  const text = file.size > MOST_BYTES ? "" : await file.text();
  // So that choosing the same file again is noticed.
  chooser.value = "";
  const { parts, problem } = read(text);
  if (problem) {
    announce(`${problem} ${KEPT}`);
    return;
  }
  beginWithFirst();
  episodes.forEach((episode, at) => fillIn(episode, parts[at]));
  const read_ = episodes.filter((_, at) => parts[at].read);
  read_.forEach(showAnswers);
  showUpTo(Math.min(read_.length, episodes.length - 1));
  markKept();
  const at = Math.min(read_.length, episodes.length - 1);
  announce("Opened. Your answers are on the page, and you are at the part that comes next.");
  goTo(episodes[at].querySelector("h2"));
}

function read(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: "The file is damaged, or it is not one that a story saved." };
  }
  if (data?.schema !== story.dataset.schema) return { problem: "The file is not one that a story saved." };
  if (data.story !== story.dataset.scenario) return { problem: "The file belongs to another story." };
  const whole = Array.isArray(data.parts) && data.parts.length === episodes.length && episodes.every((episode, at) => fitsIn(episode, data.parts[at]));
  return whole ? { parts: data.parts } : { problem: "The file does not fit this story. The story has changed since, or the file is damaged." };
}
