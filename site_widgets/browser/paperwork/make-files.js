// Word, PDF and calendar files of what is typed. What writes them is fetched from this site only when it is asked for.

import { showErrors } from "../assessment/errors.js";
import { announce } from "../assessment/page.js";
import { pdfPassword } from "../assessment/passphrase.js";
import { downloadBlob } from "../site/download.js";
import { ask } from "./ask.js";
import { readForm } from "./read-form.js";

const SAVED = "Look in the downloads folder. Keep it where your procedures say, and delete what you no longer need.";
const NOT_MADE = "The file was not made. What was on this page is still here.";
const NOT_ARRIVED = "A part that writes the file did not arrive, or does not run in this browser. Check the connection, open the page again, or print it.";

/** Saves the form as a Word document. */
export const saveWord = () => savePartAsWord(readForm());

/** Saves a form or an assessment as a Word document. */
export const savePartAsWord = (part) => saveDocument({ do: "document", part }, word);

/** Saves the draft of the letter, for the legal team. */
export const saveDraft = () => saveDocument({ do: "draft", part: readForm() }, word);

/** Saves the form as a PDF. */
export const savePdf = () => saveDocument({ do: "document", part: readForm() }, pdf);

/** Saves the form as a PDF that opens with a password only. */
export async function saveLockedPdf() {
  // Checked first, so that nobody chooses a password in vain.
  if (!(await ask({ do: "check", part: readForm() }))) return;
  const password = await pdfPassword();
  if (password !== null) await saveDocument({ do: "document", part: readForm() }, (made) => pdf(made, password));
}

/** Saves the days on which something is due. */
export async function saveCalendar() {
  const answer = await ask({ do: "dates", part: readForm() });
  if (!answer) return;
  await saveEvents(answer.events, answer.events.length > 0 ? `dates-${answer.events[0].on}` : "");
}

/** Saves these events; says so if there are none. */
export async function saveEvents(events, name) {
  if (events.length === 0) {
    announce("There is no day in it on which something is due.");
    return;
  }
  await save(name, async () => {
    const { calendarOf } = await part("calendar.js");
    return { blob: await calendarOf(events), ending: "ics" };
  });
}

async function saveDocument(request, write) {
  const answer = await ask(request);
  if (answer) await save(answer.name, () => write(answer.document));
}

async function save(name, write) {
  announce("Writing the file.");
  try {
    const { blob, ending } = await write();
    downloadBlob(blob, `${name}.${ending}`);
    announce(`Saved to this device. ${SAVED}`);
  } catch (error) {
    announce("");
    // What the writer of the file says is for the reader; what a browser says is not.
    const { DocumentError } = await import("../documents/error.js").catch(() => ({}));
    const told = DocumentError && error instanceof DocumentError;
    showErrors([{ words: told ? error.message : NOT_ARRIVED }], NOT_MADE);
  }
}

async function word(made) {
  const { wordOf } = await part("word.js");
  return { blob: await wordOf(made), ending: "docx" };
}

async function pdf(made, password) {
  const { pdfOf } = await part("pdf.js");
  return { blob: await pdfOf(made, { password }), ending: "pdf" };
}

const part = (name) => import(`../documents/${name}`);
