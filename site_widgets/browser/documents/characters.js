// Which characters a PDF of ours can hold. A name that would come out wrong is refused, never printed wrong.

const SCRIPTS = ["Arabic", "Hebrew", "Han", "Hiragana", "Katakana", "Hangul", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Thai", "Ethiopic", "Georgian", "Armenian"];
const NAMES = { Han: "Chinese" };
const DRAWN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;
const UNSEEN = /\p{Cf}/gu;
const MOST_NAMED = 8;
const INSTEAD = "Save as Word instead, or print the page and choose “Save as PDF”.";

/** The text as it is drawn: letters and their accents as one, without marks that nobody sees. */
export const drawn = (text) => text.normalize("NFC").replace(UNSEEN, "");

/** An Error in words for the reader, with every character that cannot be drawn, or null. `known` are the font's. */
export function refusal(texts, known) {
  const missing = [...new Set([...texts.join("")].filter((letter) => !known.has(letter.codePointAt(0)) || !DRAWN.test(letter)))];
  if (missing.length === 0) return null;
  const scripts = SCRIPTS.filter((script) => missing.some((letter) => new RegExp(`\\p{Script=${script}}`, "u").test(letter)));
  const named = scripts.length > 0 ? ` (${scripts.map((script) => NAMES[script] ?? script).join(", ")} script)` : "";
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
  return new Error(`A PDF made here cannot hold these characters: ${missing.slice(0, MOST_NAMED).join(" ")}${more}${named}. ${INSTEAD}`);
}
