// Paper: what a learner wrote in full; or a blank sheet with every part of the story and none of the answers.

import { story } from "./page.js";
import { make } from "../site/make.js";

/** Prints a sheet to hand out: every part and its questions, no tick and no answer. */
export function printSheet() {
  document.documentElement.classList.add("is-sheet");
  print();
}

/** Prepares paper however printing was asked for, and puts the screen back afterwards. */
export function preparePaper() {
  addEventListener("beforeprint", () => {
    if (document.documentElement.classList.contains("is-sheet")) return;
    for (const area of story.querySelectorAll("textarea")) {
      if (area.value.trim() === "") continue;
      const copy = make("p", area.value);
      copy.className = "print-text";
      area.after(copy);
    }
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("is-sheet");
    story.querySelectorAll(".print-text").forEach((copy) => copy.remove());
  });
}
