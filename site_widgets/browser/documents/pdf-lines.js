// The lines of a document as a PDF shows them: words in a font, broken where the line is full. Decides no place on a page.

const TITLE = { size: 17, gap: 0, bold: true, keep: true };
const HEADINGS = { 2: { size: 13.5, gap: 16, bold: true, keep: true }, 3: { size: 11.5, gap: 11, bold: true, keep: true } };
const BODY = { size: 10.5, gap: 5 };
const ASK = { size: 10.5, gap: 7, bold: true, keep: true };
const ANSWER = { size: 10.5, gap: 1, indent: 14 };
const ITEM = { size: 10.5, gap: 3, indent: 20 };

/** What stands under one another: `{ text, size, gap, bold, keep, indent, mark, label }`, all but the first two optional. */
export function rowsOf({ title, lines, blocks }) {
  const made = {
    heading: ({ level, text }) => [{ ...HEADINGS[level], text }],
    text: ({ text, label = "" }) => [{ ...BODY, text, label }],
    list: ({ items, numbered }) =>
      items.map((text, place) => ({ ...ITEM, text, mark: numbered ? `${place + 1}.` : "•" })),
    answer: ({ ask, lines }) => [{ ...ASK, text: ask }, ...lines.map((text) => ({ ...ANSWER, text }))],
  };
  return [
    { ...TITLE, text: title },
    ...lines.map((text) => ({ ...BODY, text })),
    ...blocks.flatMap((block) => made[block.kind](block)),
  ];
}

/** A row broken into lines no wider than `width`: each a list of `{ text, bold }`. `measure(text, bold, size)` is in points. */
export function broken({ text, label = "", size, bold = false }, width, measure) {
  const lines = [];
  text.split("\n").forEach((line, row) => {
    const words = wordsIn(line, bold);
    if (label && !row) words.unshift(...wordsIn(`${label}:`, true));
    lines.push(...wrapped(words, width, (word) => measure(word.text, word.bold, size), measure(" ", bold, size)));
  });
  return lines;
}

const wordsIn = (line, bold) => line.split(/\s+/u).filter(Boolean).map((text) => ({ text, bold }));

function wrapped(words, width, widthOf, space) {
  const lines = [[]];
  let used = 0;
  for (const word of words.flatMap((word) => pieces(word, width, widthOf))) {
    const wide = widthOf(word);
    const start = lines.at(-1).length === 0;
    if (!start && used + space + wide > width) {
      lines.push([]);
      used = 0;
    }
    used += (lines.at(-1).length ? space : 0) + wide;
    lines.at(-1).push(word);
  }
  return lines.map(joined);
}

/** A word that is wider than a line, in pieces that are not. */
function pieces(word, width, widthOf) {
  if (widthOf(word) <= width) return [word];
  const found = [""];
  for (const letter of word.text) {
    if (widthOf({ ...word, text: found.at(-1) + letter }) > width) found.push("");
    found[found.length - 1] += letter;
  }
  return found.map((text) => ({ ...word, text }));
}

/** Words of one weight as one text. */
function joined(words) {
  const parts = [];
  for (const { text, bold } of words) {
    const last = parts.at(-1);
    if (last?.bold === bold) last.text += ` ${text}`;
    else parts.push({ text: last ? ` ${text}` : text, bold });
  }
  return parts;
}
