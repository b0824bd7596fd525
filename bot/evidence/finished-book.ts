import type { Cell, Formula } from './tables.ts';
import { edited, unzipped, zipOf } from './zip.ts';

/** A sheet as it is written: its name, and its rows with what each formula comes to. */
export interface Written {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | Formula)[])[];
}

/**
 * What the library that writes spreadsheets leaves out. Each formula stands with what it comes to,
 * so that a preview or a phone shows figures; whatever can count does so again on opening. A sheet
 * is printed one page wide, with its headings on every page. `sheets` in the workbook's order.
 */
export function finishedBook(bytes: Uint8Array, sheets: readonly Written[]): Uint8Array {
  const files = unzipped(bytes);
  const finished = sheets.map(({ rows }, index) =>
    edited(files, `xl/worksheets/sheet${index + 1}.xml`, (text) =>
      printed(text).replaceAll(
        /<c r="([A-Z])(\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g,
        (whole, column: string, row: string, rest: string, formula: string) => {
          const cell = rows[Number(row) - 1]?.[(column.codePointAt(0) ?? 0) - 65];
          if (typeof cell !== 'object' || !('formula' in cell)) return whole;
          const type = typeof cell.value === 'string' ? ' t="str"' : '';
          return `<c r="${column}${row}"${rest}${type}><f>${formula}</f><v>${cell.value}</v></c>`;
        },
      ),
    ),
  );
  const book = edited(files, 'xl/workbook.xml', (text) =>
    text
      .replace('<definedNames/>', `<definedNames>${sheets.map(headings).join('')}</definedNames>`)
      .replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>'),
  );
  return zipOf(Object.assign({ ...files }, book, ...finished));
}

function printed(text: string): string {
  return text
    .replace(/<worksheet\b[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
}

/** Its first row, on every page that it is printed on. */
function headings({ name }: Written, index: number): string {
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`;
}
