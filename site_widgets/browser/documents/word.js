// A document as a Word file, made on the reader's own device. Nothing is sent, and no author is in it.
//
//     const { wordOf } = await import("../documents/word.js");
//     const blob = await wordOf(document);      // the document as `document_to_dict` of cse_core gives it

import { rightToLeft, runsOf } from "./direction.js";

export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;
const FONT = { ascii: "Arial", hAnsi: "Arial", cs: "Arial" };
const BLACK = "000000";

/** The document as a Blob with a Word file. It rejects where the library does not arrive. */
export async function wordOf(document) {
  const docx = await import("../vendor/docx.js");
  const made = new docx.Document({
    title: document.title,
    // Without these the library writes "Un-named".
    creator: "",
    lastModifiedBy: "",
    styles: stylesOf(docx),
    numbering: { config: [{ reference: "numbers", levels: [numbers(docx)] }] },
    sections: [
      {
        properties: { page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        headers: { default: new docx.Header({ children: headerOf(docx, document) }) },
        footers: { default: new docx.Footer({ children: footerOf(docx, document) }) },
        children: bodyOf(docx, document),
      },
    ],
  });
  const blob = await docx.Packer.toBlob(made);
  return new Blob([blob], { type: TYPE });
}

function stylesOf({ AlignmentType }) {
  const heading = (size, before) => ({
    run: { size, bold: true, color: BLACK, font: FONT },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  const style = (id, name, run, paragraph) => ({ id, name, basedOn: "Normal", quickFormat: true, run, paragraph });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: "en-GB", bidirectional: "ar-SA", eastAsia: "zh-CN" } },
        paragraph: { spacing: { after: 100, line: 276 } },
      },
      heading1: heading(34, 0),
      heading2: heading(27, 320),
      heading3: heading(23, 220),
    },
    paragraphStyles: [
      style("Question", "Question", { bold: true }, { keepNext: true, spacing: { before: 140, after: 20 } }),
      style("Answer", "Answer", {}, { indent: { left: 284 }, spacing: { after: 20 } }),
      style("NotProvided", "Not provided", { italics: true }, { indent: { left: 284 }, spacing: { after: 20 } }),
      style("PageHeader", "Page header", { bold: true }, { alignment: AlignmentType.CENTER }),
      style("PageFooter", "Page footer", { size: 17 }, { alignment: AlignmentType.CENTER, spacing: { after: 0 } }),
    ],
  };
}

const numbers = ({ AlignmentType, LevelFormat }) => ({
  level: 0,
  format: LevelFormat.DECIMAL,
  text: "%1.",
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 425, hanging: 425 } } },
});

function headerOf(docx, { confidential }) {
  const words = confidential ? "Confidential" : "";
  return [new docx.Paragraph({ style: "PageHeader", children: [new docx.TextRun(words)] })];
}

function footerOf(docx, { footer }) {
  const { Paragraph, TextRun, PageNumber } = docx;
  const page = new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return [paragraph(docx, footer, { style: "PageFooter" }), new Paragraph({ style: "PageFooter", children: [page] })];
}

function bodyOf(docx, { title, lines, blocks }) {
  const { HeadingLevel } = docx;
  const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  // Each numbered list counts from 1.
  let instance = 0;
  const made = {
    heading: ({ level, text }) => [paragraph(docx, text, { heading: headings[level] })],
    text: ({ text, label }) => [paragraph(docx, text, {}, label)],
    list: ({ items, numbered }) => {
      instance += 1;
      const mark = numbered ? { numbering: { reference: "numbers", level: 0, instance } } : { bullet: { level: 0 } };
      return items.map((item) => paragraph(docx, item, mark));
    },
    answer: ({ ask, lines, empty }) => [
      paragraph(docx, ask, { style: "Question" }),
      ...lines.map((line) => paragraph(docx, line, { style: empty ? "NotProvided" : "Answer" })),
    ],
  };
  return [
    paragraph(docx, title, { heading: HeadingLevel.HEADING_1 }),
    ...lines.map((line) => paragraph(docx, line)),
    ...blocks.flatMap((block) => made[block.kind](block)),
  ];
}

/** A paragraph that runs as its text does. A line break of the text stays one. */
function paragraph(docx, text, options = {}, label = "") {
  const runs = text.split("\n").flatMap((line, row) => runsIn(docx, line, row > 0));
  const said = label ? [new docx.TextRun({ text: `${label}: `, bold: true })] : [];
  return new docx.Paragraph({ ...options, bidirectional: rightToLeft(text), children: [...said, ...runs] });
}

function runsIn({ TextRun }, line, broken) {
  const parts = runsOf(line);
  // A line with nothing in it is a line all the same.
  if (!parts.length) parts.push({ text: "", toLeft: false });
  return parts.map(
    ({ text, toLeft }, place) => new TextRun({ text, rightToLeft: toLeft, ...(broken && !place ? { break: 1 } : {}) }),
  );
}
