// Ranking: which pages answer, and at which heading each opens. No page is opened and nothing is shown here.

import { asTerm, LOOK, wordsOf } from "./settings.js";

/**
 * The pages that answer, best first: `[{ page, location, title, text, terms }]`.
 * A page's score is that of its best section and of the page as a whole, so that one long page does not crowd out the
 * rest; `weights` are by a page's address, or with a star by its beginning.
 */
export function find(index, entries, weights, question) {
  const asked = new Set(wordsOf(question).map(asTerm).filter(Boolean));
  if (asked.size === 0) return [];
  const pages = new Map();
  for (const result of index.search(question, LOOK)) {
    const entry = entries[result.id];
    const score = result.score * (0.2 + 0.8 * (new Set(result.queryTerms).size / asked.size)) * weightOf(entry.page, weights);
    const page = pages.get(entry.page) ?? { page: entry.page, whole: 0, best: 0, entry: null, terms: [] };
    if (entry.whole) page.whole = score;
    if (score > page.best) Object.assign(page, { best: score, entry, terms: result.terms });
    pages.set(entry.page, page);
  }
  return [...pages.values()]
    .sort((a, b) => b.best + b.whole - (a.best + a.whole))
    .map(({ page, entry, terms }) => ({ page, location: entry.location, title: entry.title, text: entry.text, terms }));
}

/** Every phrase that would be a good question and begins as typed: titles, headings and search terms. */
export function suggest(phrases, typed, most = 8) {
  const begun = typed.trim().toLowerCase();
  if (begun.length < 2) return [];
  const starts = phrases.filter((phrase) => phrase.toLowerCase().startsWith(begun));
  const holds = phrases.filter((phrase) => phrase.toLowerCase().includes(` ${begun}`));
  return [...new Set([...starts, ...holds])].slice(0, most);
}

function weightOf(page, weights) {
  if (page in weights) return weights[page];
  const begins = Object.keys(weights).find((key) => key.endsWith("*") && page.startsWith(key.slice(0, -1)));
  return begins ? weights[begins] : 1;
}
