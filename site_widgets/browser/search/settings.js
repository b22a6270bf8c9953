// What the index is made of and how words are compared: the build and the page use the same.

const STOP_WORDS = new Set(
  ("a about after all also am an and any are as at be because been but by can child children could did do does for from get had has have " +
    "he her him his how i if im in into is it its ive me my not of on or our s she should so someone t than that the their them " +
    "then there they this to up was we what when where which who whom why will with would you young person people year years old your").split(" "),
);

/** The words of a text, in lower case, without apostrophes inside them. */
export const wordsOf = (text) => text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word as the index knows it, or nothing for a word that every page has. */
export function asTerm(word) {
  if (STOP_WORDS.has(word)) return null;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

export const INDEX = {
  fields: ["title", "page", "terms", "text"],
  idField: "id",
  tokenize: wordsOf,
  processTerm: asTerm,
};

export const LOOK = {
  boost: { terms: 6, title: 4, page: 3, text: 1 },
  combineWith: "OR",
  prefix: (term) => term.length > 3,
  fuzzy: (term) => (term.length > 5 ? 0.2 : 0),
  weights: { fuzzy: 0.3, prefix: 0.5 },
};
