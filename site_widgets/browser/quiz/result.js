// The result: in words, topic by topic, with what to read where something was missed.

import { missedIn, passes, scoreByTopic, scoreOf } from "./check.js";
import { byId, quiz, templates } from "./page.js";
import { share } from "./record.js";

/** Shows the result of a check. */
export function fillResult(check) {
  const score = scoreOf(check);
  const mark = quiz.dataset.pass;
  const reached = passes(score, Number(mark))
    ? `The pass mark is ${mark}%: you reached it.`
    : `The pass mark is ${mark}%: you have not reached it yet. Read what is named below, then start a new check.`;
  const open = score.open ? ` ${score.open} had no answer, and count as not right yet.` : "";
  byId("result-words").textContent = `Right at the first try: ${share(score.first, score.of)}.${open} ${reached}`;
  byId("result-again").textContent = `After trying again: ${share(score.latest, score.of)}.`;
  byId("result-again").hidden = score.latest === score.first;
  fillTopics(scoreByTopic(check));
  byId("result-missed").hidden = !missedIn(check).some((id) => templates.has(id));
}

function fillTopics(scores) {
  for (const row of byId("result-topics").querySelectorAll("tbody tr")) {
    const found = scores.find(({ topic }) => row.id === `result-${topic}`);
    row.hidden = !found;
    if (found) row.querySelector("[data-score]").textContent = `${found.first} of ${found.of}`;
  }
}
