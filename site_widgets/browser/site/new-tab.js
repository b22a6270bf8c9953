// Links that must not take away what is typed.

import { make } from "./make.js";

/** Makes the citations in this part of the page open beside it, and says so to a screen reader. */
export function openInNewTab(root) {
  for (const link of root.querySelectorAll("a.cite")) {
    link.target = "_blank";
    link.rel = "noopener";
    link.append(make("span", " (opens in a new tab)", "visually-hidden"));
  }
}
