// One child's file: opened, looked at as a whole, joined with another, saved. It is in memory only.

import { begin } from "../assessment/begin.js";
import { confirmed } from "../assessment/confirm.js";
import { clearErrors } from "../assessment/errors.js";
import { announce, byId } from "../assessment/page.js";
import { ask } from "../paperwork/ask.js";
import { NOT_OPENED, downloadCaseFile, holdCaseFile, openCaseFile, readChosenFile } from "../paperwork/case-file.js";
import { saveEvents, savePartAsWord } from "../paperwork/make-files.js";
import { goToTop } from "../paperwork/top.js";
import { today } from "../site/days.js";
import { download } from "../site/download.js";
import { make } from "../site/make.js";
import { openInNewTab } from "../site/new-tab.js";

const SAVED = "Saved to this device. Look in the downloads folder. Keep it where your procedures say.";

// What the chosen file is for: to be opened, or to be put into the open one.
let joining = false;
let unsaved = false;

const ACTIONS = {
  open: () => choose(false),
  join: () => choose(true),
  save: () => save(false),
  "save-locked": () => save(true),
  calendar,
  clear: clearEverything,
  "take-out": takeOut,
  single: saveSingle,
  word: (button) => savePartAsWord(partAt(button)),
};

function choose(join) {
  joining = join;
  byId("open-file").click();
}

async function chosen() {
  clearErrors();
  const join = joining;
  const told = await readChosenFile();
  if (!told) return;
  if (!join) {
    if (unsaved && !(await confirmed("confirm-open"))) return;
    await showFile(told, false, "The file is open.");
    return;
  }
  const before = openCaseFile().contents.length;
  const joined = await ask({ do: "join", file: openCaseFile().file, other: told.file }, NOT_OPENED);
  if (joined) await showFile(joined, true, `Put in: ${joined.contents.length - before} more. Save the file to keep it so.`);
}

async function showFile(told, changed, words) {
  holdCaseFile(told);
  setUnsaved(changed);
  byId("with-file").hidden = false;
  byId("case-file-contents").hidden = false;
  byId("contents").replaceChildren(...told.contents.map(entry));
  const answer = await ask({ do: "over_time", file: told.file }, NOT_OPENED);
  byId("over-time").innerHTML = answer?.html ?? "";
  openInNewTab(byId("over-time"));
  byId("case-file-over-time").hidden = !answer?.html;
  announce(words);
  byId("contents-title").focus();
}

function entry({ place, kind, id, title, on_words: day, words }) {
  const item = make("li");
  const line = make("p");
  line.append(make("strong", `${title}, ${day}`), `: ${words}.`);
  const tools = make("div", "", "button-group");
  const link = byId("pages").querySelector(`[data-page="${id}"]`).cloneNode(true);
  link.append(make("span", ` of ${title}`, "visually-hidden"));
  tools.append(link);
  // An assessment's page opens one assessment, and not a whole file.
  if (kind === "assessment") tools.append(toolFor(place, "single", "Save it as a file of its own", `${title}, ${day}`));
  tools.append(toolFor(place, "word", "Save it as Word", `${title}, ${day}`));
  tools.append(toolFor(place, "take-out", "Take it out", `${title}, ${day}`));
  item.append(line, tools);
  return item;
}

function toolFor(place, action, words, about) {
  const button = make("button", words, "button button--secondary");
  button.append(make("span", `: ${about}`, "visually-hidden"));
  button.type = "button";
  button.dataset.action = action;
  button.dataset.place = place;
  return button;
}

async function takeOut(button) {
  if (!(await confirmed("confirm-take-out"))) return;
  const told = await ask({ do: "take_out", file: openCaseFile().file, at: button.dataset.place }, NOT_OPENED);
  if (told) await showFile(told, true, "Taken out. Save the file to keep it so.");
}

function saveSingle(button) {
  const part = partAt(button);
  download(`${JSON.stringify(part, null, 2)}\n`, `cse-case-${part.assessed_on}.json`, "application/json");
  announce(SAVED);
}

function partAt(button) {
  const [list, number] = button.dataset.place.split(".");
  return openCaseFile().file[list][number];
}

async function save(locked) {
  clearErrors();
  if (!(await downloadCaseFile(openCaseFile().text, locked))) return;
  setUnsaved(false);
  announce(SAVED);
}

async function calendar() {
  clearErrors();
  const answer = await ask({ do: "dates", file: openCaseFile().file }, NOT_OPENED);
  if (answer) await saveEvents(answer.events, `dates-${today()}`);
}

async function clearEverything() {
  if (unsaved && !(await confirmed("confirm-clear"))) return;
  empty();
  announce("Everything on this page is cleared.");
  goToTop();
}

const question = (event) => event.preventDefault();

function setUnsaved(changed) {
  unsaved = changed;
  removeEventListener("beforeunload", question);
  if (changed) addEventListener("beforeunload", question);
}

function empty() {
  holdCaseFile(null);
  setUnsaved(false);
  clearErrors();
  byId("open-file").value = "";
  byId("contents").replaceChildren();
  byId("over-time").replaceChildren();
  for (const id of ["with-file", "case-file-contents", "case-file-over-time"]) byId(id).hidden = true;
}

begin({ actions: ACTIONS, empty, chosen });
