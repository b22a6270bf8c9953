// The summary that stays in reach: progress by section and what is recorded.

import { answerWords, evidenceFor, isAnswered, isItem, isRecorded, markWords, sections, wordsOf } from "./answers.js";
import { usedRows } from "./read-case.js";
import { byId, form, tool } from "./page.js";
import { make } from "../site/make.js";

const toggle = byId("so-far-toggle");

/** Brings the summary up to date with the form. */
export function refreshSoFar() {
  const all = sections();
  const items = all.flatMap(({ questions }) => questions).filter(isItem);
  const entries = all.map(recordedIn).filter(({ lines }) => lines.length > 0);
  const recorded = entries.reduce((count, { lines }) => count + lines.length, 0);
  const answered = items.filter(isAnswered).length;

  byId("so-far-line").textContent = `${answered} of ${items.length} answered`;
  tool.querySelectorAll("[data-recorded-count]").forEach((place) => (place.textContent = recorded));
  byId("progress").replaceChildren(...all.map(progressLine));
  all.forEach(countOnFold);
  byId("recorded-none").hidden = recorded > 0;
  byId("recorded").replaceChildren(...entries.map(recordedGroup));
  tool.classList.toggle("is-blank", recorded === 0 && !all.some(({ questions }) => questions.some(isTyped)));
}

/** On a phone: opens and closes what the bar stands for. */
export function toggleSoFar(open = toggle.getAttribute("aria-expanded") !== "true") {
  toggle.setAttribute("aria-expanded", String(open));
  byId("so-far").classList.toggle("is-open", open);
}

// The date is filled in by the page, so it does not make a form that somebody has begun.
const isTyped = (question) => isAnswered(question) && !["assessed_on", "written_on"].includes(question.name);

function progressLine({ section, title, questions }) {
  const line = make("li");
  const link = make("a", title);
  link.href = `#${section.id}`;
  link.dataset.jump = "";
  line.append(link, make("span", progressWords(section, questions), "progress-count"));
  return line;
}

// A group that is folded says from outside how far it is.
function countOnFold({ section, questions }) {
  const place = section.querySelector("summary > .group-count");
  if (place) place.textContent = `${progressWords(section, questions)} answered`;
}

function progressWords(section, questions) {
  if (section.id === "other-concerns") return `${usedRows().length} added`;
  return `${questions.filter(isAnswered).length} of ${questions.length}`;
}

function recordedIn({ section, title, questions }) {
  if (section.id === "other-concerns") return { title, lines: usedRows().map(concernLine) };
  return { title, lines: questions.filter(isRecorded).map(recordedLine) };
}

function recordedLine({ name }) {
  return line(wordsOf(name), name, judged(name), evidenceFor(name));
}

function concernLine(row) {
  const name = `other_concerns.${row}`;
  const words = form.elements[`${name}.description`].value.trim() || "A concern without a description";
  return line(words, `${name}.description`, judged(`${name}.answer`), "");
}

// "Present, red": the mark stands beside the answer that it belongs to.
const judged = (name) => [answerWords(name), ...markWords(name)].join(", ");

function line(words, name, answer, evidence) {
  const entry = make("li");
  const link = make("a", words);
  link.href = "#assessment-form";
  link.dataset.jump = name;
  entry.append(link, " ", make("span", answer, "mark"));
  if (evidence) entry.append(make("p", evidence, "print-only"));
  return entry;
}

function recordedGroup({ title, lines }) {
  const group = make("li");
  const list = make("ul");
  list.append(...lines);
  group.append(make("span", title, "recorded-title"), list);
  return group;
}
