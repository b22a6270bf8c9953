// Makes the search page's index from what the site generator wrote and from the pages' own search terms.
//
//   node site_widgets/build/search_index.mjs SITE TERMS.json

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { INDEX } from "../browser/search/settings.js";

// Enough to show where the words stand. The index holds all of them.
const EXCERPT_FROM = 600;

const [site, termsFile] = process.argv.slice(2);
const { pages, weights, notFound } = JSON.parse(readFileSync(termsFile, "utf8"));
const { docs } = JSON.parse(readFileSync(join(site, "search/search_index.json"), "utf8"));

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", nbsp: " " };
const plain = (html) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();

const entries = [];
const index = new MiniSearch(INDEX);
const titles = new Map();
for (const { location, title, text } of docs) {
  const [page, section] = location.split("#");
  if (notFound.some((start) => page.startsWith(start))) continue;
  const own = plain(title).replace(/^[\d.]+\s+/, "");
  if (!section) titles.set(page, own);
  const id = entries.length;
  const shown = section && titles.has(page) ? `${own} – ${titles.get(page)}` : own;
  const words = plain(text);
  const { terms = [], description = "" } = (!section && pages[page]) || {};
  index.add({ id, title: own, page: titles.get(page) ?? "", terms: terms.join(" . "), text: `${description} ${words}` });
  entries.push({ location, page, title: shown, text: (words || description).slice(0, EXCERPT_FROM), whole: !section });
}

const phrases = [...new Set([...titles.values(), ...Object.values(pages).flatMap(({ terms }) => terms)])].sort();
mkdirSync(join(site, "assets/search"), { recursive: true });
writeFileSync(join(site, "assets/search/index.json"), JSON.stringify({ entries, index: index.toJSON(), phrases, weights }));
