// Which way a text runs: it runs as its first letter does, as with `dir="auto"`.

const LEFT = ["Adlam", "Arabic", "Hebrew", "Mandaic", "Nko", "Samaritan", "Syriac", "Thaana"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const TO_LEFT = new RegExp(`[${LEFT}]`, "u");
// What follows a letter and has no direction of its own stays with it.
const RUNS = new RegExp(`[${LEFT}](?:[${LEFT}]|\\P{L})*|(?:(?![${LEFT}]).)+`, "gsu");

/** Whether a text runs from right to left. */
export function rightToLeft(text) {
  const first = text.match(/\p{L}/u);
  return first !== null && TO_LEFT.test(first[0]);
}

/** The parts of a text that run one way each, in order. */
export function runsOf(text) {
  return (text.match(RUNS) ?? []).map((part) => ({ text: part, toLeft: TO_LEFT.test(part) }));
}
