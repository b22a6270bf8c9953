// The learner's progress as a file on this device, and back. A file is believed only where it has the right shape.

import { download } from "../site/download.js";
import { today } from "../site/days.js";
import { quiz } from "./page.js";

const SCHEMA = "cse-training/1";
const MOST_BYTES = 2_000_000;
const MOST_CHECKS = 500;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KEPT = "Nothing on this page was changed.";

const isText = (value) => typeof value === "string" && value.length <= 100;
const isDay = (value) => isText(value) && DAY.test(value);
const isResult = (value) => [true, false, null].includes(value);
const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isSure = (value) => isTable(value) && Object.values(value).every((each) => /^[0-3]$/.test(each));

/** Saves these checks. No name is in the file. */
export function saveProgress(checks) {
  download(`${JSON.stringify(asProgress(checks), null, 2)}\n`, `knowledge-check-${today()}.json`, "application/json");
}

/** The checks as what a file holds. */
export function asProgress(checks) {
  return { schema: SCHEMA, saved_on: today(), edition: quiz.dataset.edition, checks };
}

/** The checks in a file, or in words why there are none. */
export async function readProgress(file) {
  if (file.size > MOST_BYTES) return { problem: `The file is too big to be saved progress. ${KEPT}` };
  let data;
  try {
    data = JSON.parse(await file.text());
  } catch {
    return { problem: `The file is damaged, or it is not saved progress: it cannot be read as JSON. ${KEPT}` };
  }
  return checksIn(data);
}

/** The checks in what a file holds, or in words why there are none. */
export function checksIn(data) {
  if (!isTable(data) || data.schema !== SCHEMA) {
    return { problem: `This is no progress file. One is made by the button “Save progress” of a page like this. ${KEPT}` };
  }
  const { checks } = data;
  if (!Array.isArray(checks) || checks.length === 0 || checks.length > MOST_CHECKS || !checks.every(isCheck)) {
    return { problem: `The file is damaged: something in it is missing or is not what it should be. ${KEPT}` };
  }
  return { checks: checks.map(onlyOurs) };
}

function isCheck(check) {
  return isTable(check) && isDay(check.started_on) && (check.finished_on === null || isDay(check.finished_on))
    && isText(check.topic) && isText(check.role) && isSure(check.before) && isSure(check.after)
    && Array.isArray(check.asked) && check.asked.length > 0 && check.asked.every(isAsked)
    && new Set(check.asked.map(({ id }) => id)).size === check.asked.length;
}

function isAsked(asked) {
  return isTable(asked) && isText(asked.id) && isText(asked.topic) && isResult(asked.first) && isResult(asked.latest);
}

// What we did not write is not carried on.
function onlyOurs({ started_on, finished_on, topic, role, asked, before, after }) {
  return {
    started_on,
    finished_on,
    topic,
    role,
    asked: asked.map(({ id, topic: of, first, latest }) => ({ id, topic: of, first, latest })),
    before: { ...before },
    after: { ...after },
  };
}
