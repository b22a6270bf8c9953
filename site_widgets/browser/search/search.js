/**
 * "Search": looks words up in an index that the build made. The index is fetched here and on no other page.
 * What is typed stays in the box: not in the history, not in storage, and in an address only if the reader copies one.
 */

import MiniSearch from "../vendor/minisearch.js";
import { find, suggest } from "./find.js";
import { asTerm, INDEX, wordsOf } from "./settings.js";

const MOST_SHOWN = 10;
const EXCERPT = 180;

const form = document.querySelector("[data-find]");
const box = form.querySelector("input");
const results = form.querySelector(".find__results");
const count = form.querySelector(".find__count");
const share = form.querySelector(".find__share");

function excerpt(text, terms) {
  const lower = text.toLowerCase();
  const first = Math.min(...terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0), text.length);
  const from = first === text.length || first < 60 ? 0 : text.indexOf(" ", first - 60) + 1;
  const cut = text.slice(from, from + EXCERPT);
  return `${from > 0 ? "… " : ""}${cut}${from + EXCERPT < text.length ? " …" : ""}`;
}

// Marked by an element and not by colour alone: the browser's own <mark>.
function marked(text, terms) {
  const place = document.createElement("p");
  for (const piece of text.split(/([\p{L}\p{N}'’]+)/u)) {
    const term = asTerm(wordsOf(piece)[0] ?? "");
    const hit = term && terms.some((found) => found === term || (term.length > 3 && term.startsWith(found)));
    if (hit) place.append(Object.assign(document.createElement("mark"), { textContent: piece }));
    else place.append(piece);
  }
  return place;
}

function line({ location, title, text, terms }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = form.dataset.base.replace(/\/?$/, "/") + location;
  link.textContent = title;
  item.append(link, marked(excerpt(text, terms), terms));
  return item;
}

function show(found) {
  results.replaceChildren(...found.slice(0, MOST_SHOWN).map(line));
  const pages = `${found.length} ${found.length === 1 ? "page" : "pages"}`;
  count.textContent =
    found.length === 0 ? "Nothing found. Try other words, or look in the list of every page."
    : found.length > MOST_SHOWN ? `${pages} found. The ${MOST_SHOWN} best are below.` : `${pages} found.`;
  share.hidden = found.length === 0;
}

function clear() {
  results.replaceChildren();
  count.textContent = "";
  share.hidden = true;
}

function offer(phrases) {
  const list = form.querySelector("datalist");
  list.replaceChildren(...suggest(phrases, box.value).map((value) => Object.assign(document.createElement("option"), { value })));
}

async function copyLink() {
  const address = new URL(location.href);
  address.hash = new URLSearchParams({ q: box.value }).toString();
  try {
    await navigator.clipboard.writeText(address.href);
    count.textContent = "The link to this search is copied.";
  } catch {
    count.textContent = `Copy this link: ${address.href}`;
  }
}

async function start() {
  const answer = await fetch(form.dataset.find);
  if (!answer.ok) return;
  const { entries, index, phrases, weights } = await answer.json();
  const words = MiniSearch.loadJS(index, INDEX);
  const look = () => {
    offer(phrases);
    if (box.value.trim().length < 2) clear();
    else show(find(words, entries, weights, box.value));
  };
  box.addEventListener("input", look);
  form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
  share.addEventListener("click", copyLink);
  form.hidden = false;
  const shared = new URLSearchParams(location.hash.slice(1)).get("q");
  if (shared) {
    box.value = shared;
    look();
  }
}

start();
