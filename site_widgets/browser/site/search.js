/**
 * "Search": looks words up in the index that the site generator wrote.
 * The index is fetched here and on no other page. What is typed stays in the box:
 * not in the address, not in the history, not in storage.
 */

const MOST_SHOWN = 12;
const EXCERPT = 160;

const form = document.querySelector("[data-find]");

// A space before each tag keeps the last word of one paragraph from the first of the next.
const plain = (html) => new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function readIndex(index) {
  const pages = new Map();
  return (index.docs ?? index.items).map(({ location, title, text }) => {
    const [page, section] = location.split("#");
    const own = plain(title);
    if (!section) pages.set(page, own);
    const entry = { location, title: section && pages.has(page) ? `${own} – ${pages.get(page)}` : own, text: plain(text) };
    return { ...entry, titleWords: wordsOf(entry.title), textWords: wordsOf(entry.text) };
  });
}

/** How well an entry fits: every word must begin some word of it; titles count for more. */
export function fit(entry, words) {
  let total = 0;
  for (const word of words) {
    const inTitle = entry.titleWords.some((w) => w.startsWith(word));
    const inText = entry.textWords.some((w) => w.startsWith(word));
    if (!inTitle && !inText) return 0;
    total += (inTitle ? 5 : 0) + (inText ? 1 : 0);
  }
  return total;
}

function excerpt(text, words) {
  const at = Math.max(0, text.toLowerCase().indexOf(words[0]));
  const start = at < 60 ? 0 : text.indexOf(" ", at - 60) + 1;
  const cut = text.slice(start, start + EXCERPT);
  return `${start > 0 ? "… " : ""}${cut}${start + EXCERPT < text.length ? " …" : ""}`;
}

function show(entries, words) {
  const found = entries
    .map((entry) => ({ entry, score: fit(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  form.querySelector(".find__results").replaceChildren(...found.slice(0, MOST_SHOWN).map(({ entry }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.base.replace(/\/?$/, "/") + entry.location;
    link.textContent = entry.title;
    const text = document.createElement("p");
    text.textContent = excerpt(entry.text, words);
    item.append(link, text);
    return item;
  }));
  const places = `${found.length} ${found.length === 1 ? "place" : "places"}`;
  form.querySelector(".find__count").textContent =
    found.length === 0 ? "Nothing found. Try one shorter word."
    : found.length > MOST_SHOWN ? `${places} found. The ${MOST_SHOWN} best are below.` : `${places} found.`;
}

function clear() {
  form.querySelector(".find__results").replaceChildren();
  form.querySelector(".find__count").textContent = "";
}

async function start() {
  const answer = await fetch(form.dataset.find);
  if (!answer.ok) return;
  const entries = readIndex(await answer.json());
  const box = form.querySelector("input");
  const look = () => {
    const words = wordsOf(box.value);
    if (words.join("").length < 2) clear();
    else show(entries, words);
  };
  box.addEventListener("input", look);
  form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
  form.hidden = false;
}

if (form) start();
