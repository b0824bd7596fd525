import { edited, unzipped, zipOf } from './zip.ts';
import type { Cell, Formula } from './tables.ts';

/** Rows of a sheet, as they are written: a formula beside what it comes to. */
export type ShownRows = readonly (readonly (Cell | Formula)[])[];

/**
 * A workbook in which each formula stands with what it comes to, so that a preview or a phone shows
 * figures; a spreadsheet that can count does it again when the file is opened. `sheets` by number,
 * from 1, each with its rows.
 */
export function withShownValues(
  bytes: Uint8Array,
  sheets: Readonly<Record<number, ShownRows>>,
): Uint8Array {
  const files = unzipped(bytes);
  const shown = Object.entries(sheets).map(([number, rows]) =>
    edited(files, `xl/worksheets/sheet${number}.xml`, (text) => valuesIn(text, rows)),
  );
  const counting = edited(files, 'xl/workbook.xml', (text) =>
    text.replace('</workbook>', '<calcPr fullCalcOnLoad="1"/></workbook>'),
  );
  return zipOf(Object.assign({ ...files }, counting, ...shown));
}

function valuesIn(text: string, rows: ShownRows): string {
  return text.replaceAll(
    /<c r="([A-Z])(\d+)"([^>]*)>(<f>[^<]*<\/f>)<\/c>/g,
    (whole, column: string, row: string, rest: string, formula: string) => {
      const cell = rows[Number(row) - 1]?.[(column.codePointAt(0) ?? 0) - 65];
      if (typeof cell !== 'object' || !('formula' in cell)) return whole;
      const type = typeof cell.value === 'string' ? ' t="str"' : '';
      return `<c r="${column}${row}"${rest}${type}>${formula}<v>${cell.value}</v></c>`;
    },
  );
}
