// A Word document from the description that the core makes: real headings and lists, each script in its own direction.

import { Document, Footer, Header, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from "../vendor/docx.js";
import { linesOf } from "./plain.js";

const RIGHT_TO_LEFT = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";
const FIRST_LETTER_RIGHT_TO_LEFT = new RegExp(`^\\P{L}*[${RIGHT_TO_LEFT}]`, "u");
const RUNS = new RegExp(`[${RIGHT_TO_LEFT}](?:[\\s\\p{M}]*[${RIGHT_TO_LEFT}\\p{M}])*|[^${RIGHT_TO_LEFT}]+`, "gu");
const IS_RIGHT_TO_LEFT = new RegExp(`[${RIGHT_TO_LEFT}]`, "u");
const CONFIDENTIAL = "Confidential";
const RANKS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const NUMBERS = "numbers";
// In twentieths of a point.
const INDENT = 360;
const AFTER = 80;

/** The document as a Blob that Word and others open. It names no author. */
export function wordOf(made) {
  const numbered = made.blocks.filter(({ kind, numbered }) => kind === "list" && numbered);
  const document = new Document({
    title: made.title,
    creator: "Made on this device",
    lastModifiedBy: "Made on this device",
    description: "",
    styles: { default: { document: { run: { font: "Arial", size: 22, language: { value: "en-GB", eastAsia: "zh-CN", bidirectional: "ar-SA" } } } } },
    numbering: { config: numbered.map((_, index) => numbering(`${NUMBERS}-${index}`)) },
    sections: [{
      headers: { default: new Header({ children: made.confidential ? [line(CONFIDENTIAL, { bold: true })] : [] }) },
      footers: { default: new Footer({ children: [footer(made.footer)] }) },
      children: [
        heading(made.title, HeadingLevel.HEADING_1),
        ...made.lines.flatMap((text) => paragraphs(text)),
        ...made.blocks.flatMap((block) => blockOf(block, numbered.indexOf(block))),
      ],
    }],
  });
  return Packer.toBlob(document);
}

function blockOf(block, list) {
  if (block.kind === "heading") return [heading(block.text, RANKS[block.level])];
  if (block.kind === "list") return block.items.map((item) => itemOf(item, list));
  if (block.kind === "answer") return answerOf(block);
  return paragraphs(block.text, {}, block.label ? [new TextRun({ text: `${block.label}. `, bold: true })] : []);
}

// The question stays on the page of its answer.
function answerOf({ ask, lines, empty }) {
  return [
    line(ask, { bold: true }, { keepNext: true, spacing: { before: AFTER } }),
    ...lines.flatMap((text) => paragraphs(text, { italics: empty }, [], { indent: { left: INDENT } })),
  ];
}

function itemOf(text, list) {
  const [first, ...more] = linesOf(text);
  const marked = list < 0 ? { bullet: { level: 0 } } : { numbering: { reference: `${NUMBERS}-${list}`, level: 0 } };
  return line(first, {}, marked, more);
}

const heading = (text, rank) => line(text, {}, { heading: rank, keepNext: true });

const paragraphs = (text, style = {}, before = [], options = {}) =>
  linesOf(text).map((each, index) => line(each, style, { spacing: { after: AFTER }, ...options }, [], index === 0 ? before : []));

function line(text, style = {}, options = {}, more = [], before = []) {
  const [clean] = linesOf(text);
  const broken = more.flatMap((each) => [new TextRun({ break: 1 }), ...runs(each, style)]);
  return new Paragraph({
    bidirectional: FIRST_LETTER_RIGHT_TO_LEFT.test(clean),
    ...options,
    children: [...before, ...runs(clean, style), ...broken],
  });
}

// Each stretch of right-to-left letters says so: Word sets it in the right order and with the right font.
const runs = (text, style) =>
  (text.match(RUNS) ?? []).map((part) => new TextRun({ text: part, ...style, rightToLeft: IS_RIGHT_TO_LEFT.test(part) || undefined }));

const footer = (text) =>
  new Paragraph({
    children: [new TextRun({ children: [`${text} Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], size: 18 })],
  });

const numbering = (reference) => ({
  reference,
  levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", style: { paragraph: { indent: { left: INDENT * 2, hanging: INDENT } } } }],
});
