// A document as a PDF file, made on the reader's own device. Nothing is sent, and no author and no time is in it.
//
//     const { pdfOf } = await import("../documents/pdf.js");
//     const blob = await pdfOf(document, { password });     // the document as `document_to_dict` of cse_core gives it
//
// With a password the file is encrypted (AES-256), and an ordinary reader opens it with that password.
// Text that a PDF made here would show wrong is refused with a `DocumentError`: see pdf-text.js.

import { globalOf } from "./classic-script.js";
import { broken, rowsOf } from "./pdf-lines.js";
import { refuseUnshown, shown } from "./pdf-text.js";

export const TYPE = "application/pdf";
const [WIDTH, HEIGHT] = [595.28, 841.89];
const MARGIN = 57;
const TOP = HEIGHT - 76;
const BOTTOM = 82;
const SMALL = 8.5;
const LEADING = 1.38;
// One glyph for each character, as wide as the font says: what is measured is what is drawn.
const FEATURES = ["ccmp", "locl", "liga", "clig", "calt", "kern", "mark", "mkmk"];
const PLAIN = Object.fromEntries(FEATURES.map((feature) => [feature, false]));
const EVERYTHING = {
  printing: "highResolution",
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
};

/** The document as a Blob with a PDF file. It rejects where a part of the library does not arrive. */
export async function pdfOf(document, { password = "" } = {}) {
  const [{ PDFDocument }, fontkit, regular, bold] = await Promise.all([
    import("../vendor/pdf-lib.js"),
    globalOf(new URL("../vendor/fontkit.js", import.meta.url), "fontkit"),
    bytesOf("../vendor/noto-sans.ttf"),
    bytesOf("../vendor/noto-sans-bold.ttf"),
  ]);
  // Without the library's own name, and without the time.
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const embed = (bytes) => pdf.embedFont(bytes, { subset: true, features: PLAIN });
  const fonts = { regular: await embed(regular), bold: await embed(bold) };
  const ready = readyFor(document, fonts);
  pdf.setTitle(ready.title, { showInWindowTitleBar: true });
  pdf.setLanguage("en-GB");
  draw(pdf, fonts, ready);
  if (password) pdf.encrypt({ userPassword: password, ownerPassword: password, permissions: EVERYTHING });
  return new Blob([await pdf.save()], { type: TYPE });
}

async function bytesOf(address) {
  const answer = await fetch(new URL(address, import.meta.url));
  if (!answer.ok) throw new Error(`A font did not arrive (${answer.status}).`);
  return answer.arrayBuffer();
}

/** The same document with each text as the font knows it. Throws where one cannot be shown. */
function readyFor(document, { regular, bold }) {
  const ready = JSON.parse(JSON.stringify(document), (_, value) => (typeof value === "string" ? shown(value) : value));
  const known = new Set(bold.getCharacterSet());
  const glyphs = new Set(regular.getCharacterSet().filter((point) => known.has(point)));
  const rows = rowsOf(ready);
  refuseUnshown([ready.footer, ...rows.flatMap(({ text, label = "" }) => [text, label])].join("\n"), glyphs);
  return ready;
}

function draw(pdf, fonts, document) {
  const measure = measuring(fonts);
  const footer = broken({ text: document.footer, size: SMALL }, WIDTH - 2 * MARGIN, measure);
  const begin = () => {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    if (document.confidential) centred(page, [{ text: "Confidential", bold: true }], 10.5, HEIGHT - 48);
    return page;
  };
  const centred = (page, parts, size, y) => {
    const wide = parts.reduce((sum, { text, bold }) => sum + measure(text, bold, size), 0);
    write(page, parts, size, (WIDTH - wide) / 2, y);
  };
  const write = (page, parts, size, x, y) => {
    for (const { text, bold } of parts) {
      page.drawText(text, { x, y, size, font: fonts[bold ? "bold" : "regular"] });
      x += measure(text, bold, size);
    }
  };

  let page = begin();
  let y = TOP;
  for (const row of rowsOf(document)) {
    const { size, gap, indent = 0, mark, keep = false } = row;
    const step = size * LEADING;
    const lines = broken(row, WIDTH - 2 * MARGIN - indent, measure);
    if (y < TOP) y -= gap;
    // A heading or a question stays with what follows it.
    const needed = keep ? (lines.length + 2) * step : step;
    if (y < TOP && y - needed < BOTTOM) [page, y] = [begin(), TOP];
    lines.forEach((parts, place) => {
      if (y - step < BOTTOM) [page, y] = [begin(), TOP];
      y -= step;
      if (mark && !place) write(page, [{ text: mark, bold: false }], size, MARGIN + 4, y);
      write(page, parts, size, MARGIN + indent, y);
    });
  }

  const pages = pdf.getPages();
  pages.forEach((each, place) => {
    const number = [{ text: `Page ${place + 1} of ${pages.length}`, bold: false }];
    [...footer, number].forEach((parts, row) => centred(each, parts, SMALL, 56 - row * SMALL * LEADING));
  });
}

/** How wide a text is, in points. Words come again and again, and measuring is slow. */
function measuring({ regular, bold }) {
  const known = { regular: new Map(), bold: new Map() };
  return (text, isBold, size) => {
    const [name, font] = isBold ? ["bold", bold] : ["regular", regular];
    if (!known[name].has(text)) known[name].set(text, font.widthOfTextAtSize(text, 1));
    return known[name].get(text) * size;
  };
}
