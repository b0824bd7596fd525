import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import * as z from 'zod';
import { encodingFault } from './encoding.ts';
import { forbiddenIn } from './forbidden.ts';

/** One row of a file, by its needed columns. `number` is as a spreadsheet shows it: headings are 1. */
export interface Row<Column extends string> {
  readonly number: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Set where the row doesn't have one cell for each heading, so that its cells can't be trusted. */
  readonly misshapen?: string;
  /** The optional columns that the file doesn't have: it says nothing of them. */
  readonly absent?: readonly Column[];
}

export type Table<Taken> = { kind: 'table'; rows: Taken[] } | { kind: 'refused'; because: string };

/** A fault of the whole file, found on the way through it. */
class FileFault extends Error {}

const recordSchema = z.array(z.string());
const sliceLength = 64 * 1024;

/**
 * Reads CSV in UTF-8, with or without byte-order mark, row by row: `take` makes of each what is
 * kept of it. A fault of the file refuses it; rows without anything in them are passed over. An
 * optional column that isn't there is empty.
 */
export async function readTable<Column extends string, Taken>(
  bytes: Uint8Array,
  columns: readonly Column[],
  take: (row: Row<Column>) => Taken,
  optional: readonly Column[] = [],
): Promise<Table<Taken>> {
  const fault = encodingFault(bytes);
  if (fault) return { kind: 'refused', because: fault };

  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true });
  const rows: Taken[] = [];
  let places: Headings<Column> | undefined;
  try {
    await pipeline(Readable.from(slicesOf(bytes)), parser, async (records) => {
      let number = 0;
      for await (const record of records) {
        number += 1;
        const cells = recordSchema.parse(record);
        if (!places) places = readHeadings(cells, columns, optional);
        else if (cells.some((cell) => cell.trim() !== '')) {
          rows.push(take(rowOf(number, cells, places, columns)));
        }
      }
    });
  } catch (error) {
    if (error instanceof FileFault) return { kind: 'refused', because: error.message };
    if (error instanceof CsvError) return { kind: 'refused', because: brokenCsv(error) };
    throw error;
  }
  if (rows.length === 0) return { kind: 'refused', because: 'the file has no rows' };
  return { kind: 'table', rows };
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += sliceLength) {
    yield bytes.subarray(from, from + sliceLength);
  }
}

interface Headings<Column extends string> {
  readonly place: Readonly<Record<Column, number>>;
  readonly count: number;
}

function readHeadings<Column extends string>(
  cells: readonly string[],
  columns: readonly Column[],
  optional: readonly Column[],
): Headings<Column> {
  const names = cells.map((cell) => cell.trim());
  for (const name of names) {
    const what = forbiddenIn(name);
    if (what) {
      throw new FileFault(`the column “${name}” must not be imported (${what}): take it out first`);
    }
  }
  const [only = ''] = names;
  if (names.length === 1 && /[;\t|]/.test(only)) {
    throw new FileFault('the columns are not separated by commas: save it as “CSV UTF-8”');
  }
  const plain = names.map((name) => name.toLowerCase());
  const doubled = names.find((name, at) => name && plain.indexOf(name.toLowerCase()) !== at);
  if (doubled) throw new FileFault(`the column “${doubled}” is there twice`);
  const missing = columns.filter(
    (column) => !plain.includes(column.toLowerCase()) && !optional.includes(column),
  );
  if (missing.length > 0) {
    const list = missing.map((column) => `“${column}”`).join(', ');
    throw new FileFault(
      `the ${missing.length > 1 ? 'columns' : 'column'} ${list} ${missing.length > 1 ? 'are' : 'is'} missing`,
    );
  }
  return {
    place: byColumn(columns, (column) => plain.indexOf(column.toLowerCase())),
    count: names.findLastIndex((name) => name !== '') + 1,
  };
}

function rowOf<Column extends string>(
  number: number,
  cells: readonly string[],
  { place, count }: Headings<Column>,
  columns: readonly Column[],
): Row<Column> {
  const absent = columns.filter((column) => place[column] === -1);
  const row = {
    number,
    cells: byColumn(columns, (column) => cells[place[column]] ?? ''),
    ...(absent.length === 0 ? {} : { absent }),
  };
  const filled = cells.slice(count).some((cell) => cell.trim() !== '');
  if (cells.length >= count && !filled) return row;
  return { ...row, misshapen: `has ${cells.length} cells, not ${count}` };
}

function byColumn<Column extends string, Value>(
  columns: readonly Column[],
  valueOf: (column: Column) => Value,
): Record<Column, Value> {
  const entries = columns.map((column) => [column, valueOf(column)] as const);
  // Object.fromEntries forgets the keys' type; they are exactly `columns`.
  return Object.fromEntries(entries) as Record<Column, Value>;
}

function brokenCsv(error: CsvError): string {
  const { records } = error;
  const row = typeof records === 'number' ? ` near row ${records + 1}` : '';
  return error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? `a quotation mark is opened and never closed${row}`
    : `the file is not well-formed CSV${row}`;
}
