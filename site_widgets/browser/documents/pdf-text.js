// What a PDF made here can show, and what it cannot: found before anything is written.
//
// The library places one glyph after another from left to right. Text that joins its letters, stacks its marks or runs
// the other way would come out wrong, and nobody would be told. So it is refused.

import { DocumentError } from "./error.js";

const INSTEAD = "Save as Word, or print and choose Save as PDF.";
const SHOWN = 10;
// Nothing is seen of these where all text runs one way, and the font has no glyph for them.
const UNSEEN = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/gu;
// Nothing is seen of these either, but they turn round what follows.
const TURNS = /[\u202A-\u202E\u2066-\u2069]/u;
const NAMES = {
  Arabic: "Arabic",
  Hebrew: "Hebrew",
  Syriac: "Syriac",
  Thaana: "Thaana",
  Nko: "N’Ko",
  Adlam: "Adlam",
  Devanagari: "Devanagari",
  Bengali: "Bengali",
  Gurmukhi: "Gurmukhi",
  Gujarati: "Gujarati",
  Tamil: "Tamil",
  Telugu: "Telugu",
  Kannada: "Kannada",
  Malayalam: "Malayalam",
  Sinhala: "Sinhala",
  Thai: "Thai",
  Lao: "Lao",
  Tibetan: "Tibetan",
  Myanmar: "Burmese",
  Khmer: "Khmer",
  Ethiopic: "Ethiopic",
  Mongolian: "Mongolian",
  Han: "Chinese characters",
  Hiragana: "Japanese",
  Katakana: "Japanese",
  Hangul: "Korean",
  Armenian: "Armenian",
  Georgian: "Georgian",
};
const SCRIPTS = Object.entries(NAMES).map(([script, name]) => [new RegExp(`\\p{Script=${script}}`, "u"), name]);
// These need more than one glyph after another, whatever glyphs a font has.
const ONE_AFTER_ANOTHER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]$/u;

/** A text as the font knows it: each letter and its accents as one character where there is one. */
export const shown = (text) => text.normalize("NFC").replace(UNSEEN, "");

/** Throws a `DocumentError` that names every character that cannot be shown, by its script. `glyphs` is a set of code points. */
export function refuseUnshown(text, glyphs) {
  const found = new Map();
  for (const letter of new Set(text)) {
    const wrong = !ONE_AFTER_ANOTHER.test(letter) || TURNS.test(letter) || !glyphs.has(letter.codePointAt(0));
    if (wrong && !/\s/u.test(letter)) {
      const name = nameOf(letter);
      found.set(name, [...(found.get(name) ?? []), letter]);
    }
  }
  if (!found.size) return;
  const told = [...found].map(([name, letters]) => `${name} (${listed(letters)})`).join("; ");
  throw new DocumentError(
    `No PDF was made, because some of the text would come out wrong in it: ${told}. ${INSTEAD}`,
    Object.fromEntries(found),
  );
}

function nameOf(letter) {
  const named = SCRIPTS.find(([script]) => script.test(letter));
  if (named) return named[1];
  if (/\p{M}/u.test(letter)) return "accents on letters that have none";
  if (TURNS.test(letter)) return "marks that turn text round";
  return /\p{Extended_Pictographic}/u.test(letter) ? "pictures" : "other characters";
}

function listed(letters) {
  const some = letters.slice(0, SHOWN).map(visible);
  return some.join(" ") + (letters.length > SHOWN ? " and others" : "");
}

/** An accent is shown on a circle, so that it can be seen; a mark that turns text round by its number. */
function visible(letter) {
  if (TURNS.test(letter)) return `U+${letter.codePointAt(0).toString(16).toUpperCase()}`;
  return /\p{M}/u.test(letter) ? `\u25CC${letter}` : letter;
}
