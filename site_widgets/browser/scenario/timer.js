// A timer for talk in a room. It makes no sound, and nothing depends on it.

import { announce, story } from "./page.js";

const MOST_MINUTES = 60;
let ends = 0;
let ticking = 0;

const shown = () => story.querySelector("[data-timer]");

/** Starts from the minutes that the trainer typed. */
export function startTimer() {
  const minutes = Number.parseInt(story.querySelector("#room-minutes").value, 10);
  if (!(minutes >= 1 && minutes <= MOST_MINUTES)) {
    announce(`Type minutes from 1 to ${MOST_MINUTES}.`);
    return;
  }
  stopTimer();
  ends = performance.now() + minutes * 60_000;
  ticking = setInterval(tick, 250);
  tick();
  announce(`The timer runs for ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`);
}

/** Stops, and shows nothing. */
export function stopTimer() {
  clearInterval(ticking);
  ticking = 0;
  shown().textContent = "";
}

function tick() {
  const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
  shown().textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  if (left) return;
  clearInterval(ticking);
  shown().textContent = "Time is up";
  announce("Time is up.");
}
