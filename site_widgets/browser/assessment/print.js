// Paper: the time on the stamp, and every text in full.

import { byId, form, tool } from "./page.js";
import { make } from "../site/make.js";

const WARNINGS = {
  stale: "The reading was out of date when this was printed, so it is left out.",
  none: "No reading was asked for when this was printed.",
};

/** Prepares paper however printing was asked for, and puts the screen back afterwards. */
export function preparePaper() {
  const blank = byId("printed-at").textContent;
  addEventListener("beforeprint", () => {
    form.querySelectorAll("textarea").forEach(copyText);
    unfold();
    stamp(tool.classList.contains("is-blank") ? blank : time());
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll(".print-text").forEach((copy) => copy.remove());
    fold();
  });
}

// What is folded on the screen and belongs on paper.
function unfold() {
  for (const details of tool.querySelectorAll("details[data-on-paper]:not([open])")) {
    details.open = true;
    details.dataset.onPaper = "unfolded";
  }
}

function fold() {
  for (const details of tool.querySelectorAll("details[data-on-paper='unfolded']")) {
    details.open = false;
    details.dataset.onPaper = "";
  }
}

// A printed text area shows only as much as its box; a paragraph shows all of it.
function copyText(area) {
  if (area.nextElementSibling?.classList.contains("print-text")) area.nextElementSibling.remove();
  if (area.value.trim() !== "") area.after(make("p", area.value, "print-text"));
}

function stamp(words) {
  byId("printed-at").textContent = words;
  const place = byId("print-warning");
  // Only a reading can be missing or out of date on paper.
  if (!place) return;
  const warning = tool.classList.contains("is-blank") ? undefined : WARNINGS[tool.dataset.reading];
  place.textContent = warning ?? "";
  place.hidden = warning === undefined;
}

function time() {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(new Date());
}
