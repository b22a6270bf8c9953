// Lines of text on A4 pages, from the top down. Sizes are in points.

const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 56;
const SIZE = 11;
const SMALL = 9;
const LEADING = 1.4;

/** Pages that fill as text is written. `finish` sets what stands on each of them. */
export class Pages {
  #pdf;
  #fonts;
  #page;
  #y;

  constructor(pdf, fonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
    this.#next();
  }

  /** Writes a text, wrapped. `mark` stands before it; `keep` takes it to the page of what follows. */
  write(text, { size = SIZE, bold = false, indent = 0, before = 0, after = 0, mark, keep = false } = {}) {
    const font = bold ? this.#fonts.bold : this.#fonts.regular;
    const height = size * LEADING;
    const lines = wrapped(text, font, size, WIDTH - 2 * MARGIN - indent);
    this.#y -= before;
    if (keep && this.#y - height * (lines.length + 2) < MARGIN) this.#next();
    lines.forEach((line, index) => {
      if (this.#y - height < MARGIN) this.#next();
      this.#y -= height;
      if (mark && index === 0) this.#page.drawText(mark, { x: MARGIN, y: this.#y, size, font });
      this.#page.drawText(line, { x: MARGIN + indent, y: this.#y, size, font });
    });
    this.#y -= after;
  }

  /** Writes on every page what stands above and below the text, with the page's number. */
  finish({ above, below }) {
    const pages = this.#pdf.getPages();
    pages.forEach((page, index) => {
      if (above) page.drawText(above, { x: MARGIN, y: HEIGHT - MARGIN / 2 - SMALL / 2, size: SMALL, font: this.#fonts.bold });
      const foot = `${below} Page ${index + 1} of ${pages.length}`;
      wrapped(foot, this.#fonts.regular, SMALL, WIDTH - 2 * MARGIN).forEach((line, at) =>
        page.drawText(line, { x: MARGIN, y: MARGIN / 2 - at * SMALL * LEADING + SMALL / 2, size: SMALL, font: this.#fonts.regular }));
    });
  }

  #next() {
    this.#page = this.#pdf.addPage([WIDTH, HEIGHT]);
    this.#y = HEIGHT - MARGIN;
  }
}

function wrapped(text, font, size, width) {
  const fits = (words) => font.widthOfTextAtSize(words, size) <= width;
  const lines = [];
  let line = "";
  for (const word of text.split(" ").flatMap((each) => (fits(each) ? [each] : broken(each, fits)))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && !fits(longer)) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

// A word that is wider than the page, such as an address.
function broken(word, fits) {
  const parts = [""];
  for (const letter of word) {
    if (fits(parts.at(-1) + letter)) parts[parts.length - 1] += letter;
    else parts.push(letter);
  }
  return parts;
}
