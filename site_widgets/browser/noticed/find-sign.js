// Finds signs by word. What is typed stays in its box.

import { wordsOf } from "../site/words.js";

/** Shows only the signs that hold every word, under their headings; with no word, all of them, as they were. */
export function findSigns(root) {
  const box = root.querySelector("#find-sign");
  const said = root.querySelector("#found-signs");
  const signs = [...root.querySelectorAll("[data-sign]")];
  const groups = [...root.querySelectorAll(".noticed__group")];
  // Which groups were open before the search, to be put back after it.
  let before = null;
  const look = () => {
    const words = wordsOf(box.value);
    if (words.length > 0) before ??= groups.map((group) => group.open);
    let found = 0;
    for (const sign of signs) {
      sign.hidden = !words.every((word) => sign.dataset.sign.includes(word));
      if (!sign.hidden) found += 1;
    }
    for (const group of groups) {
      group.hidden = words.length > 0 && !group.querySelector("[data-sign]:not([hidden])");
      if (words.length > 0) group.open = true;
    }
    if (words.length === 0 && before) {
      groups.forEach((group, at) => (group.open = before[at]));
      before = null;
    }
    said.textContent = words.length === 0 ? ""
      : found === 0 ? "Nothing found. Try one shorter word, or use your own words below. What you saw still counts."
        : `${found} ${found === 1 ? "sign" : "signs"} found.`;
  };
  box.addEventListener("input", look);
  return () => {
    box.value = "";
    look();
    groups.forEach((group) => (group.open = false));
  };
}
