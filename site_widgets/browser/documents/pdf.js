// A PDF from the description that the core makes, with a password if the reader wants one (AES-256).

import fontkit from "../vendor/fontkit.js";
import { PDFDocument } from "../vendor/pdf-lib.js";
import { drawn, refusal } from "./characters.js";
import { Pages } from "./pages.js";
import { linesOf } from "./plain.js";

const NOT_ARRIVED = "A part that writes the file did not arrive. Check the connection and try again.";
const FONTS = { regular: "noto-sans-regular.ttf", bold: "noto-sans-bold.ttf" };

/**
 * The document as a Blob. With a `password`, every reader asks for it.
 * Rejects with an Error that names every character that would come out wrong, and says what to do instead.
 */
export async function pdfOf(made, { password } = {}) {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const fonts = {};
  for (const [name, file] of Object.entries(FONTS)) fonts[name] = await pdf.embedFont(await bytesOf(file), { subset: true });
  const wrong = refusal([...textsOf(made)].map(drawn), new Set(fonts.regular.getCharacterSet()));
  if (wrong) throw wrong;
  pdf.setTitle(made.title);
  pdf.setLanguage("en-GB");
  pdf.setCreator("Made on this device");
  pdf.setProducer("Made on this device");
  draw(new Pages(pdf, fonts), made);
  if (password) await pdf.encrypt({ userPassword: password, ownerPassword: password });
  return new Blob([await pdf.save()], { type: "application/pdf" });
}

function draw(pages, made) {
  pages.write(made.title, { size: 18, bold: true, after: 6 });
  made.lines.forEach((text) => write(pages, text, { after: 6 }));
  for (const block of made.blocks) {
    if (block.kind === "heading") pages.write(drawn(block.text), { size: block.level === 2 ? 14 : 12, bold: true, before: 10, after: 4, keep: true });
    else if (block.kind === "list") block.items.forEach((item, index) => write(pages, item, { mark: block.numbered ? `${index + 1}.` : "•", after: 3 }));
    else if (block.kind === "answer") drawAnswer(pages, block);
    else write(pages, block.label ? `${block.label}. ${block.text}` : block.text, { after: 4 });
  }
  pages.finish({ above: made.confidential ? "Confidential" : "", below: made.footer });
}

function drawAnswer(pages, { ask, lines }) {
  write(pages, ask, { bold: true, before: 4, keep: true });
  lines.forEach((text) => write(pages, text, { indent: 14, after: 2 }));
}

function write(pages, text, { mark, ...style }) {
  linesOf(text).forEach((line, index) => pages.write(drawn(line), { ...style, mark: index === 0 ? mark : undefined, indent: mark ? 16 : style.indent }));
}

function* textsOf({ title, lines, blocks, footer }) {
  yield* [title, ...lines, footer].flatMap(linesOf);
  for (const block of blocks) {
    const texts = [block.text, block.label, block.ask, ...(block.items ?? []), ...(block.lines ?? [])];
    yield* texts.filter(Boolean).flatMap(linesOf);
  }
}

async function bytesOf(file) {
  const response = await fetch(new URL(`../vendor/${file}`, import.meta.url)).catch(() => null);
  if (!response?.ok) throw new Error(NOT_ARRIVED);
  return response.arrayBuffer();
}
