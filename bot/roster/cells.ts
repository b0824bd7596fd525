import * as z from 'zod';
import { parsePlainDate, parsePlainTime } from '../domain/time.ts';
import type { PlainDate, PlainTime } from '../domain/time.ts';
import type { SettleItem } from '../use-cases/ports.ts';
import type { Row } from './table.ts';

/** What a cell can have wrong with it. */
type CellProblem = Extract<SettleItem['problem'], 'bad-date' | 'bad-value'>;

export type ParsedRow<Value> =
  | { kind: 'row'; number: number; value: Value }
  | { kind: 'fault'; number: number; problem: CellProblem; column: string; what: string };

const longestText = 500;
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** Text as it stands, a formula's too; spaces and line breaks within it become one space. */
const tidy = z.string().transform((text, context) => {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length > longestText) return fault(context, 'bad-value', 'is too long');
  return words;
});

export const optionalText = tidy;

export const text = tidy.transform((words, context) =>
  words === '' ? fault(context, 'bad-value', 'is empty') : words,
);

/** A staff or assignment number: kept as text, with its leading zeros. */
export const numberCell = text.transform((words, context) =>
  /^[A-Za-z0-9._-]{1,40}$/.test(words)
    ? words
    : fault(context, 'bad-value', 'is not a number that a staff list gives'),
);

/** A day as ESR writes it, `01-APR-2026`, or as `2026-04-01`. Others are refused: which is the month? */
export const dateCell = z.string().transform((cell, context) => {
  const written = cell.trim();
  return readDay(written) ?? fault(context, 'bad-date', notADay(written));
});

/** Like `dateCell`; empty, or ESR's year 4712, is no end. */
export const endDateCell = z.string().transform((cell, context) => {
  const written = cell.trim();
  if (written === '' || /^(31-DEC-4712|4712-12-31)$/i.test(written)) return undefined;
  return readDay(written) ?? fault(context, 'bad-date', notADay(written));
});

/** `12:00` or `9:30`. */
export const timeCell = z.string().transform((cell, context): PlainTime => {
  const written = cell.trim();
  const time = parsePlainTime(/^\d:/.test(written) ? `0${written}` : written);
  return time ?? fault(context, 'bad-value', 'is not a time such as 12:00');
});

export const yesNoCell = z.string().transform((cell, context): boolean => {
  const word = cell.trim().toLowerCase();
  if (word === 'yes') return true;
  return word === 'no' ? false : fault(context, 'bad-value', 'is neither Yes nor No');
});

/** Holds a row to its schema: what it says, or its first fault. */
export function parseRow<Column extends string, Value>(
  schema: z.ZodType<Value>,
  row: Row<Column>,
): ParsedRow<Value> {
  const { number } = row;
  if (row.misshapen) {
    return { kind: 'fault', number, problem: 'bad-value', column: '', what: row.misshapen };
  }
  const parsed = schema.safeParse(row.cells);
  if (parsed.success) return { kind: 'row', number, value: parsed.data };
  const [issue] = parsed.error.issues;
  const isDate = issue?.code === 'custom' && issue.params?.['problem'] === 'bad-date';
  return {
    kind: 'fault',
    number,
    problem: isDate ? 'bad-date' : 'bad-value',
    column: String(issue?.path[0] ?? ''),
    what: issue?.message ?? 'can’t be read',
  };
}

function readDay(written: string): PlainDate | undefined {
  const esr = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(written);
  const [, day = '', month = '', year = ''] = esr ?? [];
  const numbered = months.indexOf(month.toUpperCase()) + 1;
  const iso = esr
    ? `${year}-${String(numbered).padStart(2, '0')}-${day.padStart(2, '0')}`
    : written;
  const date = parsePlainDate(iso);
  // Nobody in post began before 1900; a year beyond 2200 is a slip of the pen.
  return date && date >= '1900-01-01' && date < '2200-01-01' ? date : undefined;
}

function notADay(written: string): string {
  if (written === '') return 'is empty';
  // Only what looks like a date is repeated: in a shifted row this cell may hold a reason. A long
  // one isn't even looked at, which would take minutes.
  const shown =
    written.length <= 30 && /^(?=.*\d)[\d\s/.,:-]*([A-Za-z]{3})?[\d\s/.,:-]*$/.test(written);
  const quoted = shown ? `“${written}” ` : '';
  return `${quoted}is not a day written as 13-APR-2026 or 2026-04-13`;
}

function fault(context: z.core.$RefinementCtx, problem: CellProblem, message: string): never {
  context.issues.push({ code: 'custom', message, input: '', params: { problem } });
  return z.NEVER;
}
