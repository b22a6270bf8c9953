// The knowledge check: which click does what, which check is under way, and when the page is emptied.
//
// Nothing is stored or sent. Whoever embeds the check can listen for `cse:quiz` on `document` and give progress back
// with `resume`: that is how a learning system keeps what a learner did.

import { checkAnswer, forgetQuestion, showQuestion } from "./ask.js";
import { missedIn, newCheck, note, passes, scoreOf } from "./check.js";
import { today } from "../site/days.js";
import { draw, fitting } from "./draw.js";
import { closeQuestion, mayForget, setUnsaved } from "./leaving.js";
import { byId, focusOn, quiz, say, showStep, templates } from "./page.js";
import { asProgress, checksIn, readProgress, saveProgress } from "./progress-file.js";
import { emptyRecord, fillRecord, nameRecord, printRecord } from "./record.js";
import { fillResult } from "./result.js";
import { setSure, sureNow } from "./sure.js";

const ACTIONS = { again: tryAgain, leave, new: startAnew, next, open: () => byId("open-file").click(), print: printRecord, save, stop: finish };

// The check under way or just finished, the finished ones before it, and the questions of this pass through them.
let check = null;
let earlier = [];
let queue = [];
let at = 0;

function start(event) {
  event.preventDefault();
  const { topic, role, count } = event.target.elements;
  const fit = fitting(templates, { topic: topic.value, role: role.value });
  if (!fit.length) {
    topic.focus();
    return;
  }
  const asked = draw(fit, count.value === "all" ? fit.length : Number(count.value));
  check = newCheck(asked, { topic: topic.value, role: role.value, before: sureNow("before") }, today());
  tell("started");
  askAll(check.asked.map(({ id }) => id));
}

function askAll(ids) {
  queue = ids;
  at = 0;
  say("");
  showNow();
}

function showNow() {
  showQuestion(queue[at], at, queue.length);
  showStep("ask");
}

function answer(event) {
  event.preventDefault();
  const right = checkAnswer();
  if (right === null) return;
  note(check, queue[at], right);
  setUnsaved(true);
  tell("answered");
}

function next() {
  at += 1;
  if (at < queue.length) showNow();
  else finish();
}

function finish() {
  check.finished_on ??= today();
  showResult();
  tell("finished");
}

function showResult() {
  forgetQuestion();
  fillResult(check);
  setSure("after", check.after);
  fillRecord(check, earlier);
  showStep("result");
}

function tryAgain() {
  askAll(missedIn(check).filter((id) => templates.has(id)));
}

async function startAnew() {
  if (!(await mayForget())) return;
  if (check?.finished_on) earlier = [...earlier, check];
  check = null;
  setSure("before", {});
  setUnsaved(false);
  showStep("choose");
}

async function leave() {
  if (!(await mayForget())) return;
  forget();
  showStep("choose");
  say("Everything is forgotten. Nothing was kept.");
}

function save() {
  saveProgress(check ? [...earlier, check] : earlier);
  setUnsaved(false);
  say("Saved to this device as a file. Look in the downloads folder. Your name is not in it.");
}

async function open() {
  const chooser = byId("open-file");
  const [file] = chooser.files;
  if (!file) return;
  const found = await readProgress(file);
  // So that choosing the same file again is noticed.
  chooser.value = "";
  showProblem(found.problem ?? openChecks(found.checks));
}

/** Goes on with what `asProgress` gave, for whoever embeds the check; in words what is wrong with it, or nothing. */
export function resume(progress) {
  const found = checksIn(progress);
  return found.problem ?? openChecks(found.checks);
}

function openChecks(checks) {
  const known = checks.map((each) => (each.finished_on ? each : withKnown(each))).filter(({ asked }) => asked.length);
  const latest = known.at(-1);
  const finished = known.filter((each) => each.finished_on && each !== latest);
  if (!latest || (!latest.finished_on && !templates.size)) {
    return "The file holds no finished check. Open it on the page of the knowledge check, and go on there.";
  }
  [check, earlier] = [latest, finished];
  setUnsaved(false);
  if (!templates.size) {
    fillRecord(check, earlier);
    focusOn(byId("record-title"));
  } else if (latest.finished_on) {
    showResult();
  } else {
    askAll(latest.asked.filter(({ first }) => first === null).map(({ id }) => id));
  }
  const dropped = checks.at(-1).asked.length - latest.asked.length;
  say(dropped ? `Opened. Questions that are no longer in the bank are left out: ${dropped}.` : "Opened.");
  return "";
}

// A newer edition may have dropped a question: what nobody can answer is not asked.
function withKnown(old) {
  const asked = old.asked.filter(({ id }) => templates.has(id));
  const done = asked.length > 0 && asked.every(({ first }) => first !== null);
  return { ...old, asked, finished_on: done ? today() : null };
}

function showProblem(words) {
  const place = byId("open-error");
  place.textContent = words;
  place.hidden = !words;
}

function changed(event) {
  if (event.target.id === "record-name") nameRecord();
  if (event.target.closest("#choose-form")) showFit();
  if (event.target.name?.startsWith("after.")) {
    check.after = sureNow("after");
    fillRecord(check, earlier);
    setUnsaved(true);
  }
}

function showFit() {
  const { topic, role, count } = byId("choose-form").elements;
  const fit = fitting(templates, { topic: topic.value, role: role.value }).length;
  const asked = count.value === "all" ? fit : Math.min(fit, Number(count.value));
  byId("choose-fit").textContent = fit
    ? `${fit} ${fit === 1 ? "question fits" : "questions fit"}. You will be asked ${asked}, drawn by chance.`
    : "No question fits both. Choose any role, or all topics.";
}

function tell(event) {
  const score = scoreOf(check);
  const detail = { event, score, passed: passes(score, Number(quiz.dataset.pass)), progress: asProgress([...earlier, check]) };
  document.dispatchEvent(new CustomEvent("cse:quiz", { detail }));
}

/** Leaving by Exit, by a link or by closing: nothing stays, and no question is asked. */
function forget() {
  closeQuestion();
  setUnsaved(false);
  [check, earlier, queue, at] = [null, [], [], 0];
  emptyRecord();
  for (const form of quiz.querySelectorAll("form")) form.reset();
  setSure("before", {});
  setSure("after", {});
  byId("open-file").value = "";
  showProblem("");
  say("");
  if (templates.size) {
    forgetQuestion();
    showFit();
  }
}

function begin() {
  forget();
  for (const part of quiz.querySelectorAll("[data-needs-script]")) part.hidden = false;
  if (templates.size) {
    for (const step of quiz.querySelectorAll("[data-step]")) step.hidden = step.id !== "choose";
    byId("choose-form").addEventListener("submit", start);
    byId("ask-form").addEventListener("submit", answer);
  }
  quiz.addEventListener("click", ({ target }) => ACTIONS[target.closest("[data-action]")?.dataset.action]?.());
  quiz.addEventListener("input", changed);
  byId("open-file").addEventListener("change", open);
  document.addEventListener("cse:exit", forget);
  addEventListener("pagehide", forget);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  quiz.dataset.ready = "true";
}

begin();
