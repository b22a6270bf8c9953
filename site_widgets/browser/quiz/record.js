// The learner's record: filled in from one check, printed by the browser, kept nowhere.

import { passes, scoreByTopic, scoreOf } from "./check.js";
import { inWords, monthsOn } from "../site/days.js";
import { byId, quiz, words } from "./page.js";
import { make } from "../site/make.js";
import { sureWords } from "./sure.js";

const paper = byId("record-paper");
const place = (key) => paper.querySelector(`[data-record="${key}"]`);
const GONE = "a topic that is no longer here";

/** Fills in the sheet from a finished check. `earlier` are other finished checks of the same learner. */
export function fillRecord(check, earlier) {
  const score = scoreOf(check);
  const mark = Number(quiz.dataset.pass);
  write("date", inWords(check.finished_on));
  write("role", words.roles[check.role] ?? "Any role");
  write("topics", topicsOf(check));
  write("first", share(score.first, score.of) + (score.open ? ` (${score.open} not answered)` : ""));
  write("pass", passes(score, mark) ? "Reached" : "Not reached yet");
  write("again", score.latest > score.first ? share(score.latest, score.of) : "Not tried, or no other result");
  write("refresh", inWords(monthsOn(check.finished_on, Number(quiz.dataset.refresh))));
  for (const row of paper.querySelectorAll("tr[id^=record-]")) {
    const statement = row.id.slice("record-".length);
    for (const when of ["before", "after"]) row.querySelector(`[data-sure=${when}]`).textContent = sureWords(check[when][statement]);
  }
  listEarlier(earlier);
}

/** Puts the typed name on the sheet, as text. */
export function nameRecord() {
  write("name", byId("record-name").value.trim());
}

/** Empties the sheet. */
export function emptyRecord() {
  byId("record-name").value = "";
  for (const each of paper.querySelectorAll("[data-record]:not([data-record=edition]), [data-sure]")) each.textContent = "";
  listEarlier([]);
}

/** Prints the sheet and nothing else of the page's text. */
export function printRecord() {
  const root = document.documentElement;
  root.classList.add("prints-record");
  addEventListener("afterprint", () => root.classList.remove("prints-record"), { once: true });
  print();
}

/** A share in words: 8 of 10 (80%). Never rounded up to a mark that was not reached. */
export function share(right, of) {
  return `${right} of ${of} (${Math.floor((right * 100) / of)}%)`;
}

function write(key, text) {
  place(key).textContent = text;
}

function topicsOf(check) {
  return scoreByTopic(check).map(({ topic }) => words.topics[topic] ?? GONE).join("; ");
}

function listEarlier(checks) {
  const around = byId("record-earlier");
  around.hidden = checks.length === 0;
  around.querySelector("tbody").replaceChildren(...checks.map(earlierRow));
}

function earlierRow(check) {
  const row = make("tr");
  const { first, of } = scoreOf(check);
  const head = make("th", inWords(check.finished_on));
  head.scope = "row";
  const names = [...byId("record-earlier").querySelectorAll("thead th")].map(({ textContent }) => textContent);
  row.append(head, make("td", topicsOf(check)), make("td", share(first, of)));
  [...row.cells].forEach((cell, at) => (cell.dataset.label = names[at]));
  return row;
}
