/**
 * "Exit this page": the button, its twin among the skip links, and Shift three times.
 * After the component in govuk-frontend 6 (MIT licence, Crown copyright). Added here:
 * what was typed is emptied first, nothing may ask, and the history entry is replaced.
 *
 * A tool that keeps more than its form's fields listens for `cse:exit` on `document`
 * and drops what it holds. The listener runs to its end before the page is left.
 */

const PRESSES = 3;
const PATIENCE_MS = 5000;

const place = document.querySelector("[data-exit]");
const links = document.querySelectorAll("a[data-exit-link]");

let leaving = false;
let presses = 0;
let shiftWasCombined = false;
let forget = 0;

// A tool may ask before its page is left; leaving in a hurry must not. This file runs
// first on the page, and listeners on `window` run in the order in which they came.
window.addEventListener("beforeunload", (event) => {
  if (leaving) event.stopImmediatePropagation();
});

const announcer = document.createElement("span");
announcer.className = "visually-hidden";
announcer.setAttribute("role", "status");

const lights = document.createElement("span");
lights.className = "exit-this-page__lights";
lights.setAttribute("aria-hidden", "true");
for (let i = 0; i < PRESSES; i += 1) {
  const light = document.createElement("span");
  light.className = "exit-this-page__light";
  lights.append(light);
}

function showCount() {
  lights.classList.toggle("is-counting", presses > 0);
  [...lights.children].forEach((light, i) => light.classList.toggle("is-on", i < presses));
}

function blankThePage() {
  const overlay = document.createElement("div");
  overlay.className = "exit-this-page__overlay";
  overlay.setAttribute("role", "alert");
  overlay.textContent = "Loading.";
  document.body.append(overlay);
  document.body.classList.add("is-exiting");
  document.title = "Loading";
}

function emptyEveryField() {
  for (const form of document.forms) {
    form.reset();
    for (const field of form.elements) {
      if (field.matches("textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit])")) field.value = "";
    }
  }
}

/** Leaves at once for the neutral page: blank first, then empty, then go. */
export function exitThisPage() {
  blankThePage();
  leaving = true;
  try {
    document.dispatchEvent(new CustomEvent("cse:exit"));
  } finally {
    emptyEveryField();
    window.location.replace(links[0].href);
  }
}

function stopCounting(words) {
  window.clearTimeout(forget);
  presses = 0;
  showCount();
  announcer.textContent = words;
}

function countShift(event) {
  if (event.key !== "Shift" || shiftWasCombined) {
    if (presses > 0) stopCounting("");
    shiftWasCombined = event.shiftKey;
    return;
  }
  presses += 1;
  showCount();
  window.clearTimeout(forget);
  if (presses >= PRESSES) {
    exitThisPage();
    return;
  }
  const left = PRESSES - presses;
  announcer.textContent = `Shift, press ${left} more ${left === 1 ? "time" : "times"} to exit.`;
  forget = window.setTimeout(stopCounting, PATIENCE_MS, "Exit this page expired.");
}

if (place && links.length > 0) {
  place.append(announcer);
  place.querySelector("a").append(lights);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      exitThisPage();
    });
  }
  document.addEventListener("keyup", countShift, true);
  // Coming back through the history must not show a blank page.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.body.classList.contains("is-exiting")) window.location.reload();
  });
}
