// A knowledge check in a package: what it tells, and what it goes on with.

// First, so that leaving is free before the check asks about it.
import { beginVisit } from "./learning-system.js";
import { asCheck, read, written } from "./notes.js";
import { sayEnded, sayWhoIsTold } from "./told.js";
import { resume } from "../quiz/quiz.js";

const quiz = document.querySelector(".quiz");
const known = new Map([...quiz.querySelectorAll("template[data-question]")].map(({ dataset }) => [dataset.question, dataset.topic]));

function begin() {
  const visit = beginVisit(true);
  sayWhoIsTold(visit);
  if (!visit) return;
  const before = read(visit.notes, known);
  if (before) resume(asCheck(before, known, quiz.dataset.edition));
  document.addEventListener("cse:quiz", ({ detail }) => listen(visit, detail));
}

function listen(visit, { event, score, passed, progress }) {
  const { asked } = progress.checks.at(-1);
  const answered = asked.filter(({ first }) => first !== null);
  visit.goneTo({ share: answered.length / asked.length, place: answered.at(-1)?.id ?? "", notes: written(asked) });
  // The last answer ends it, whether the learner goes on to the result or closes the page.
  const ended = event === "finished" || score.open === 0;
  if (ended) visit.finished({ percent: Math.floor((score.first * 100) / score.of), passed });
  else visit.again();
  sayEnded(ended);
}

begin();
