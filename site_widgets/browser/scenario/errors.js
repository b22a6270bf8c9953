// What has to be put right: linked at the top of the questions, and said again at the question.

import { make } from "../site/make.js";

const PREFIX = "Error: ";

/** Shows the faults of one form, and takes the focus there. */
export function showFaults(form, faults) {
  clearFaults(form);
  const summary = form.querySelector(".error-summary");
  summary.querySelector("ul").replaceChildren(...faults.map(entry));
  faults.forEach(markQuestion);
  summary.hidden = false;
  document.title = PREFIX + document.title;
  summary.scrollIntoView();
  summary.focus({ preventScroll: true });
}

/** Takes every message away. */
export function clearFaults(form) {
  form.querySelector(".error-summary").hidden = true;
  if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  form.querySelectorAll(".error-message").forEach((message) => message.remove());
  for (const around of form.querySelectorAll(".has-error")) {
    around.classList.remove("has-error");
    const ids = (around.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-error"));
    if (ids.length) around.setAttribute("aria-describedby", ids.join(" "));
    else around.removeAttribute("aria-describedby");
  }
}

function entry({ words, control }) {
  const item = make("li");
  const link = make("a", words);
  link.href = `#${control.id}`;
  // Going there leaves no mark in the address.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    control.closest("fieldset").scrollIntoView();
    control.focus({ preventScroll: true });
  });
  item.append(link);
  return item;
}

function markQuestion({ words, control }) {
  const around = control.closest("fieldset");
  const message = make("p");
  message.className = "error-message";
  message.id = `${around.id}-error`;
  const prefix = make("span", PREFIX);
  prefix.className = "visually-hidden";
  message.append(prefix, words);
  around.classList.add("has-error");
  around.querySelector(".options").before(message);
  around.setAttribute("aria-describedby", [around.getAttribute("aria-describedby"), message.id].filter(Boolean).join(" "));
}
