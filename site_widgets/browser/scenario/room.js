// A story shown in a room: large, one step at a time, everything in the order of the page.

import { goTo, story } from "./page.js";
import { stopTimer } from "./timer.js";

const steps = story ? [...story.querySelectorAll("[data-step]")] : [];
const bar = story?.querySelector("[data-room]");
let now = 0;

export const inRoom = () => document.documentElement.classList.contains("is-room");

/** Shows the story from its first step. */
export function enterRoom() {
  document.documentElement.classList.add("is-room");
  bar.hidden = false;
  show(0);
}

/** Goes back to the page as it was. */
export function leaveRoom() {
  document.documentElement.classList.remove("is-room");
  bar.hidden = true;
  for (const step of steps) step.classList.remove("is-now");
  stopTimer();
}

/** One step on, or back. */
export function move(by) {
  show(Math.min(Math.max(now + by, 0), steps.length - 1));
}

function show(at) {
  now = at;
  steps.forEach((step, other) => step.classList.toggle("is-now", other === at));
  const step = steps[at];
  bar.querySelector("[data-room-where]").textContent = `Step ${at + 1} of ${steps.length}: ${step.dataset.step}`;
  // Kept in the page's order of stops, so that the focus is never lost: at the ends they say so instead.
  bar.querySelector("[data-action=room-back]").setAttribute("aria-disabled", String(at === 0));
  bar.querySelector("[data-action=room-next]").setAttribute("aria-disabled", String(at === steps.length - 1));
  const heading = step.querySelector("h2, h3, legend");
  heading.tabIndex = -1;
  scrollTo(0, 0);
  goTo(heading);
}
