/**
 * Looks up what the build prepared: the advice for every combination of answers, in one table.
 * Nothing is worked out here but the place in the table.
 */

const SIGNS = ["", "today", "now"];
const NOT_GIVEN = "not_sure";

/** The table of a page, from the data the build put on it. */
export function tableOf({ table, questions, replies }) {
  return { rows: table.split(","), questions: questions.split(" "), replies: replies.split(" ") };
}

/** Which lines stand, as a number whose bits are the lines; a question left out counts as not sure. */
export function linesFor(table, given, sign = "") {
  const at = table.questions.reduce(
    (sum, question) => sum * table.replies.length + table.replies.indexOf(given[question] ?? NOT_GIVEN),
    0,
  );
  return parseInt(table.rows[at * SIGNS.length + SIGNS.indexOf(sign)], 36);
}

/** The most urgent of these: nothing, "today" or "now". */
export const mostUrgent = (urgencies) => SIGNS[Math.max(0, ...urgencies.map((urgency) => SIGNS.indexOf(urgency)))];
