// The pages of the training stories: which click does what. Nothing is stored, nothing is sent.

import { formOf } from "./judge.js";
import { hasUnsaved, markKept, open, save } from "./file.js";
import { episodes, announce, story } from "./page.js";
import { preparePaper, printSheet } from "./paper.js";
import { enterRoom, inRoom, leaveRoom, move } from "./room.js";
import { makeSessions, placeInSession, showSession } from "./session.js";
import { beginWithFirst, goOn, reveal } from "./steps.js";
import { startTimer, stopTimer } from "./timer.js";

const ask = (event) => event.preventDefault();
// Asks before leaving only while there is something to lose, so that the browser can otherwise go as it likes.
const guard = () => (hasUnsaved() ? addEventListener("beforeunload", ask) : leaveFreely());
const leaveFreely = () => removeEventListener("beforeunload", ask);

function empty() {
  leaveFreely();
  for (const episode of episodes) formOf(episode).reset();
  if (inRoom()) leaveRoom();
  beginWithFirst();
  announce("");
  markKept();
}

const actions = {
  reveal: (button) => reveal(button.closest("[data-episode]")),
  next: (button) => goOn(button.closest("[data-episode]")),
  save: () => {
    save();
    leaveFreely();
  },
  open: () => story.querySelector("[data-chooser]").click(),
  sheet: printSheet,
  room: enterRoom,
  "room-back": () => move(-1),
  "room-next": () => move(1),
  "room-leave": (button) => {
    leaveRoom();
    story.querySelector("[data-action=room]").closest("details").open = true;
    story.querySelector("[data-action=room]").focus();
  },
  "timer-start": startTimer,
  "timer-stop": stopTimer,
};

function startStory() {
  placeInSession(story);
  preparePaper();
  empty();
  story.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    if (button) actions[button.dataset.action]?.(button);
    // Whoever needs to stop is not asked about it.
    if (event.target.closest("[data-leave]")) leaveFreely();
  });
  story.addEventListener("input", guard);
  story.querySelector("[data-chooser]").addEventListener("change", async (event) => {
    await open(event.target);
    guard();
  });
  document.addEventListener("cse:exit", empty);
  // A browser that keeps the page brings it back empty.
  addEventListener("pagehide", empty);
}

if (story) startStory();
for (const place of document.querySelectorAll("[data-session-list]")) showSession(place);
for (const form of document.querySelectorAll("[data-session-form]")) makeSessions(form);
