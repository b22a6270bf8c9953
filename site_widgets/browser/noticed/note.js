// The note to hand over: what was ticked and typed, in the order of the form. It only moves words.

import { make } from "../site/make.js";

const value = (form, name) => form.elements[name]?.value.trim() ?? "";

/** The note as titled parts, each with its lines. */
export function noteOf(root, form) {
  const ticked = [...form.querySelectorAll("input[name=signs]:checked")];
  const asked = [...form.querySelectorAll(".noticed__asked")];
  const shown = [...root.querySelectorAll("[data-line]:not([hidden])")];
  return [
    ["Written", [`${stamp()}, by: ____________________ (${form.elements.who.selectedOptions[0].text})`]],
    ["Child", ["Name and date of birth, by hand: ____________________"]],
    ["What I noticed", ticked.map((box) => {
      const words = value(form, `when.${box.value}`);
      return box.nextElementSibling.textContent + (words ? ` – ${words}` : "");
    })],
    ["What I saw or heard, in my own words", lines(value(form, "saw"))],
    ["What the child said, in their own words", lines(value(form, "said"))],
    ["What I answered", asked.flatMap((each) => {
      const chosen = each.querySelector("input:checked");
      return chosen ? [`${each.querySelector("legend").textContent} ${chosen.nextElementSibling.textContent}`] : [];
    })],
    ["What this page told me to do", shown.filter((line) => line.closest(".advice--now")).map(said)],
    ["Whom I told, and when", lines(value(form, "done")).concat("____________________", "____________________")],
  ].filter(([, found]) => found.length > 0);
}

const TITLE = "Confidential: a worry about a child";

/** The note as plain text. */
export const textOf = (parts) => `${[TITLE,
  ...parts.map(([title, found]) => `${title}\n${found.map((line) => `- ${line}`).join("\n")}`)].join("\n\n")}\n`;

/** The note as elements. Text only: nothing typed is ever read as HTML. */
export function elementsOf(parts) {
  return [make("p", TITLE), ...parts.flatMap(([title, found]) => {
    const list = make("ul");
    list.append(...found.map((line) => make("li", line)));
    return [make("h4", title), list];
  })];
}

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

// The advice without its citations, its "why", and what it is for.
function said(line) {
  const copy = line.cloneNode(true);
  copy.querySelectorAll(".cites, .aside, .noticed__if, [data-role][hidden]").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

const stamp = () => new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" }).format(new Date());
