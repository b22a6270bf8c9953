// What a learning system keeps between two visits: ids of questions and whether each was answered right. Nothing else.

import { today } from "../site/days.js";

const KIND = "cse-quiz/1";
const MARKS = { "+": true, "-": false };

/** The notes as text: `cse-quiz/1 one+ two- three`, in the order in which the questions are asked. */
export function written(asked) {
  return [KIND, ...asked.map(({ id, first }) => id + (first === null ? "" : first ? "+" : "-"))].join(" ");
}

/** The questions in a note with their first answers; null where it is not one of ours, or a question is not `known`. */
export function read(text, known) {
  const [kind, ...words] = text.split(" ");
  if (kind !== KIND || !words.length) return null;
  const asked = words.map((word) => {
    const marked = word.at(-1) in MARKS;
    return { id: marked ? word.slice(0, -1) : word, first: marked ? MARKS[word.at(-1)] : null };
  });
  const ids = new Set(asked.map(({ id }) => id));
  return ids.size === asked.length && [...ids].every((id) => known.has(id)) ? asked : null;
}

/** The same as the knowledge check saves it, so that it can go on. */
export function asCheck(asked, known, edition) {
  const day = today();
  const check = {
    started_on: day,
    finished_on: null,
    topic: "",
    role: "",
    asked: asked.map(({ id, first }) => ({ id, topic: known.get(id), first, latest: first })),
    before: {},
    after: {},
  };
  return { schema: "cse-training/1", saved_on: day, edition, checks: [check] };
}
