/** What every page does with scripts on: says so, stamps print-outs, labels tables. */
import { labelTables } from "./tables.js";

document.documentElement.classList.replace("no-js", "js");

labelTables(document);

window.addEventListener("beforeprint", () => {
  const now = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(new Date());
  for (const place of document.querySelectorAll("[data-printed-at]")) place.textContent = now;
});
