import writeXlsxFile, { type CellObject, type Sheet, type SheetData } from 'write-excel-file/node';
import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { finishedBook } from './finished-book.ts';
import { figureColumns, figureRows, networkColumns, networkRows } from './formulas.ts';
import { legible } from './legible.ts';
import type { Cell, FactTable, Formula } from './tables.ts';
import { aboutPack } from './words.ts';
import { pinned } from './zip.ts';

/** Every fact a sheet, and a sheet of figures whose formulas count them again. */
export async function spreadsheet(
  facts: PackFacts,
  tables: Readonly<Record<string, FactTable>>,
): Promise<Uint8Array> {
  const figures = figureRows(facts);
  const last = figures.length + 1;
  const networks = networkRows(facts);
  const agree: Formula = {
    formula: `IF(COUNTIF(Figures!$I$2:$I$${last},"agrees")=${last - 1},"All ${last - 1} figures agree","Not all figures agree")`,
    value: `All ${last - 1} figures agree`,
  };
  const about: SheetData = [
    [{ ...title, value: 'Figures of the Silver level, counted again' }],
    [text(aboutPack(facts))],
    [text('Each figure stands beside a formula that counts it again from the facts in this file.')],
    [text('Excel does so on opening. In LibreOffice press Ctrl+Shift+F9 to count them yourself.')],
    [
      text(
        'People stand under numbers of this pack’s own, in the order of their answers. Nobody can be found by their place.',
      ),
    ],
    [null],
    [{ ...head, value: 'Do they agree?' }],
    [formula(agree)],
  ];
  const sheets: Sheet<Buffer>[] = [
    { ...look('About', [110]), stickyRowsCount: 0, data: about },
    {
      ...look('Figures', [9, 44, 18, 18, 7, 7, 10, 10, 10, 11, 10, 10, 18, 18]),
      data: [heads(figureColumns), ...figures.map((row) => row.map(cellOf))],
    },
    {
      ...look('S4 networks', [44, 16, 16]),
      data: [heads(networkColumns), ...networks.map((row) => row.map(cellOf))],
    },
    ...Object.values(tables).map(({ name, columns, rows }) => ({
      ...look(name, widthsOf(columns, rows)),
      data: [heads(columns), ...rows.map((row) => row.map(cellOf))],
    })),
  ];
  const bytes = await writeXlsxFile(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBuffer();
  const written = [
    { name: 'About', rows: about.map((_, row) => (row === about.length - 1 ? [agree] : [])) },
    { name: 'Figures', rows: [figureColumns, ...figures] },
    { name: 'S4 networks', rows: [networkColumns, ...networks] },
    ...Object.values(tables).map(({ name, columns, rows }) => ({ name, rows: [columns, ...rows] })),
  ];
  return pinned(finishedBook(bytes, written), facts.known);
}

const title: CellObject = { type: String, fontWeight: 'bold', fontSize: 16 };
const head: CellObject = {
  ...{ type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' },
  height: 32,
  ...{ backgroundColor: '#005EB8', textColor: '#FFFFFF' },
};

/** In the middle: a number at the right edge would touch the words beside it. */
const figureLook = { align: 'center', alignVertical: 'top' } as const;

function look(sheet: string, widths: readonly number[]) {
  const columns = widths.map((width) => ({ width }));
  return { sheet, columns, stickyRowsCount: 1, orientation: 'landscape' as const };
}

function heads(columns: readonly string[]): CellObject[] {
  return columns.map((value) => ({ ...head, value }));
}

function cellOf(cell: Cell | Formula): CellObject | null {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number') return { type: Number, value: cell, ...figureLook };
  if ('formula' in cell) return formula(cell);
  const value = new Date(`${cell.day}T00:00:00Z`);
  return { type: Date, value, format: 'd mmmm yyyy', align: 'left', alignVertical: 'top' };
}

function text(value: string): CellObject {
  return { type: String, value: legible(value), wrap: true, alignVertical: 'top' };
}

function formula({ formula: value, value: shown }: Formula): CellObject {
  const looks = typeof shown === 'number' ? figureLook : { alignVertical: 'top' as const };
  return { type: 'Formula', value, ...looks };
}

function widthsOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map((column, index) => {
    const longest = rows.reduce((most, row) => {
      const cell = row[index];
      return Math.max(most, typeof cell === 'string' ? cell.length : 0);
    }, 18);
    return Math.min(60, Math.max(longest, column.length) + 2);
  });
}
