// What was made of the form and is shown below it: the document, the draft, how far a plan has got.

import { announce, byId, tool } from "../assessment/page.js";
import { openInNewTab } from "../site/new-tab.js";
import { readForm } from "./read-form.js";

const place = byId("reading");
const body = byId("reading-body");
const stale = byId("reading-stale");

let madeFrom = null;
let made = null;

/** Shows this HTML, which the core made, and takes the focus to its heading. `again` makes it anew. */
export function show(html, again, words) {
  body.innerHTML = html;
  openInNewTab(body);
  madeFrom = JSON.stringify(readForm());
  made = again;
  stale.hidden = true;
  place.hidden = false;
  tool.dataset.reading = "current";
  place.scrollIntoView();
  announce(words);
  body.querySelector("[tabindex]")?.focus({ preventScroll: true });
}

/** Makes what is shown once more, from the form as it stands. */
export const showAgain = () => made?.();

/** Says when the form no longer is what was shown. */
export function checkShown() {
  if (madeFrom === null) return;
  const changed = JSON.stringify(readForm()) !== madeFrom;
  stale.hidden = !changed;
  tool.dataset.reading = changed ? "stale" : "current";
}

/** Takes it away. */
export function forgetShown() {
  madeFrom = made = null;
  body.replaceChildren();
  place.hidden = true;
  stale.hidden = true;
  tool.dataset.reading = "none";
}
