// What is in the open case file, for this form: what it filled in, and the earlier records to go on with.

import { byId, form } from "../assessment/page.js";
import { make } from "../site/make.js";

const place = byId("case-file-contents");
const names = JSON.parse(form.dataset.names);

/** Fills the empty fields that the file's facts know; the words of the questions that were filled. */
export function fillFacts(facts) {
  const filled = [];
  for (const [fact, value] of Object.entries(facts)) {
    const control = names[fact] && form.elements.namedItem(names[fact]);
    if (!control || control.value !== "") continue;
    control.value = String(value);
    filled.push(wordsOf(control));
  }
  return filled;
}

/** Says what is in the file. Each record of this form has a button to go on with it. */
export function showContents({ contents, flags }, filled, at) {
  const own = contents.filter(({ id }) => id === form.dataset.paper);
  const others = contents.filter(({ id }) => id !== form.dataset.paper);
  const parts = [make("p", `The file is open. It holds ${contents.length} ${contents.length === 1 ? "record" : "records"}.`)];
  if (own.length > 0) parts.push(make("h3", "Records of this form"), list(own.map((each) => record(each, at))));
  if (others.length > 0) parts.push(make("h3", "Other records"), list(others.map((each) => make("li", `${each.title}, ${each.on_words}: ${each.words}.`))));
  if (flags.length > 0) parts.push(make("h3", "What the newest assessment flags"), list(flags.map((flag) => make("li", flag))));
  if (filled.length > 0) parts.push(make("p", `Filled in from the file: ${filled.map((words) => `“${words}”`).join(", ")}. Check that each still holds.`));
  place.replaceChildren(...parts);
  place.hidden = false;
}

/** Takes it away. */
export function forgetContents() {
  place.replaceChildren();
  place.hidden = true;
}

function record(each, at) {
  const item = make("li", `${each.on_words}: ${each.words}. `);
  if (each.place === at) {
    item.append(make("strong", "You are going on with this one."));
    return item;
  }
  const button = make("button", `Go on with the record of ${each.on_words}`, "button button--secondary");
  button.type = "button";
  button.dataset.action = "go-on";
  button.dataset.place = each.place;
  item.append(button);
  return item;
}

function list(items) {
  const made = make("ul");
  made.append(...items);
  return made;
}

function wordsOf(control) {
  const first = control instanceof RadioNodeList ? control[0] : control;
  const label = first.type === "radio" ? first.closest("fieldset").querySelector("legend") : first.labels[0];
  return label.textContent;
}
