import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IStylesOptions,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { legible } from './legible.ts';
import { pinned } from './zip.ts';

const BLUE = '005EB8';
const GREY = '4C6272';
const LINE = 'AEB7BD';
/** A4 less its margins, in twentieths of a point. */
const WIDTH = 9_638;

const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 52, bold: true, color: BLUE }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { size: 34, bold: true, color: BLUE },
      paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { size: 26, bold: true },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true },
      paragraph: { spacing: { before: 180, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'FrameworkWords', name: 'Framework words', basedOn: 'Normal' },
      paragraph: {
        ...{ indent: { left: 240 }, spacing: { before: 160, after: 120 }, keepNext: true },
        border: { left: { style: BorderStyle.SINGLE, size: 18, color: BLUE, space: 10 } },
      },
    },
    {
      ...{ id: 'TOCHeading', name: 'TOC Heading', basedOn: 'Normal', next: 'Normal' },
      run: { size: 34, bold: true, color: BLUE },
      paragraph: { spacing: { after: 140 } },
    },
    {
      ...{ id: 'Note', name: 'Note', basedOn: 'Normal' },
      run: { size: 19, color: GREY },
      paragraph: { spacing: { before: 60, after: 80 } },
    },
  ],
};

export function title(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(legible(text))] });
}

export function heading(level: 1 | 2 | 3, text: string, newPage = false): Paragraph {
  const levels = {
    1: HeadingLevel.HEADING_1,
    2: HeadingLevel.HEADING_2,
    3: HeadingLevel.HEADING_3,
  };
  return new Paragraph({
    heading: levels[level],
    pageBreakBefore: newPage,
    children: [new TextRun(legible(text))],
  });
}

/** Word's own style for it: a heading that the contents don't list. */
export function contentsHead(): Paragraph {
  return new Paragraph({
    ...{ style: 'TOCHeading', pageBreakBefore: true },
    children: [new TextRun('Contents')],
  });
}

/** A paragraph; its first words may be bold. */
export function words(text: string, lead?: string): Paragraph {
  return new Paragraph({
    children: [
      ...(lead === undefined ? [] : [new TextRun({ text: `${legible(lead)} `, bold: true })]),
      new TextRun(legible(text)),
    ],
  });
}

export function note(text: string): Paragraph {
  return new Paragraph({ style: 'Note', children: [new TextRun(legible(text))] });
}

/** The framework's own words, verbatim. */
export function quoted(text: string): Paragraph {
  return new Paragraph({ style: 'FrameworkWords', children: [new TextRun(legible(text))] });
}

export function bullets(items: readonly string[]): Paragraph[] {
  return items.map(
    (text) =>
      new Paragraph({
        ...{ bullet: { level: 0 }, spacing: { after: 60 } },
        children: [new TextRun(legible(text))],
      }),
  );
}

/** Its first row is marked as the head, which screen readers tell and every page repeats. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((WIDTH * share) / whole));
  const border = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  const cell = (text: string, index: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 70, bottom: 70, left: 110, right: 110 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8EDEE', color: 'auto' } } : {}),
      children: [
        new Paragraph({
          ...{ spacing: { after: 0, line: 252 }, keepNext: isHead },
          children: [new TextRun({ text: legible(text), bold: isHead, size: 20 })],
        }),
      ],
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      ...{ top: border, bottom: border, insideHorizontal: border },
      ...{ left: none, right: none, insideVertical: none },
    },
    rows: [
      new TableRow({
        ...{ tableHeader: true, cantSplit: true },
        children: head.map((text, index) => cell(text, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) => cell(text, index, false)),
          }),
      ),
    ],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The document as bytes: the same content makes the same ones. */
export async function wordBytes(
  about: {
    title: string;
    subject: string;
    organisation: string;
    known: string;
    contents?: true;
  },
  children: readonly FileChild[],
): Promise<Uint8Array> {
  const document = new Document({
    title: legible(about.title),
    subject: legible(about.subject),
    creator: legible(about.organisation),
    lastModifiedBy: legible(about.organisation),
    styles,
    // Page numbers are worked out here, so that Word shows them without asking to update fields.
    ...(about.contents ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                ...{ style: 'Note', alignment: AlignmentType.RIGHT },
                children: [
                  new TextRun({
                    children: [legible(`${about.subject}. Page `), PageNumber.CURRENT],
                  }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return pinned(await Packer.toBuffer(document), about.known);
}
