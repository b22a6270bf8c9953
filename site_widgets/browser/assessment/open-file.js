// Opening a case file. Until the file has proved good, the form keeps what it had.

import { emptyForm } from "./clear.js";
import { confirmed } from "./confirm.js";
import { textOf } from "../casefile/read-text.js";
import { clearErrors, sentence, showErrors } from "./errors.js";
import { fillCase } from "./fill-case.js";
import { rules } from "./python.js";
import { refreshSoFar } from "./so-far.js";
import { announce, byId, form, head, saved } from "./page.js";
import { hasUnsaved, markKept } from "./unsaved.js";
import { inWords } from "../site/days.js";

const MOST_BYTES = 2_000_000;
const KEPT = "The file was not opened. What was on this page is still here.";

/** Lets the reader choose a file. */
export function chooseFile() {
  byId("open-file").click();
}

/** Opens the chosen file, or says why not. */
export async function openFile() {
  const chooser = byId("open-file");
  const [file] = chooser.files;
  if (!file) return;
  const result = await readFile(file);
  // So that choosing the same file again is noticed.
  chooser.value = "";
  clearErrors();
  if (result.given_up) return;
  if (result.problems) {
    announce("");
    showErrors(result.problems.map((words) => ({ words })), KEPT);
    return;
  }
  if (hasUnsaved() && !(await confirmed("confirm-open"))) return;
  emptyForm();
  fillCase(result.case);
  refreshSoFar();
  markKept();
  announce(`Opened. It is dated ${inWords(result.case.assessed_on)}. Change the date if you are assessing again today.`);
  byId("so-far-title").focus();
}

async function readFile(file) {
  const read = await textOf(file, { kind: saved, most: MOST_BYTES });
  if (read.text === undefined) return read;
  const { text } = read;
  const mismatch = notOurs(text);
  if (mismatch) return { problems: [mismatch] };
  let answer;
  try {
    const { check } = await rules();
    answer = JSON.parse(await check(text));
  } catch {
    return { problems: ["The file could not be checked because the tool is not running. Try again when it is ready."] };
  }
  if (!answer.ok) return { problems: answer.problems.map((problem) => withPlace(problem)) };
  return { case: answer.case };
}

// What kind of file it is can be said in fewer words than everything that is wrong with it.
function notOurs(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return `The file is damaged, or it is not a ${saved} file: it cannot be read as JSON.`;
  }
  if (String(data?.schema).startsWith("cse-casefile/")) return "This is a case file with all records of a child. Open it on the page “One child's file”. There you can save one assessment as a file of its own, and open that here.";
  const [kind] = head.schema.split("/");
  if (!String(data?.schema).startsWith(`${kind}/`)) return `The file is not a ${saved} file. A ${saved} file is one that a page like this saved.`;
  if (head.instrument && data.instrument !== head.instrument) return `The file is for another tool. This page opens cases for: ${form.getAttribute("aria-label")}.`;
  return "";
}

function withPlace(problem) {
  return problem.place ? `${problem.place} ${sentence(problem)}` : sentence(problem);
}
