import * as z from 'zod';
import type { HistoryEntry, HistoryKind } from '../domain/facts.ts';
import { isSameHistory } from '../domain/history.ts';
import type { ImportedFact, ListedPerson, SettleItem } from '../use-cases/ports.ts';
import type { KnownHistory, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, optionalText, parseRow, text } from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { networkNamed } from './networks.ts';
import { readRows } from './rows.ts';
import type { Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';
import type { Row } from './table.ts';

const columns = ['Kind', 'Email Address', 'Date', 'Network or Programme', 'Document'] as const;

const kindByName: Readonly<Record<string, HistoryKind>> = {
  'network meeting attended': 'attendance',
  'reverse mentoring session': 'mentoring-session',
  'inclusive leadership education': 'education',
};

const schema = z.object({
  Kind: text,
  'Email Address': text,
  Date: dateCell,
  'Network or Programme': optionalText,
  Document: text.refine((name) => name.length <= 200, 'is too long'),
});

interface HistoryRow {
  readonly parsed: ParsedRow<z.output<typeof schema>>;
  readonly cells: Row<(typeof columns)[number]>['cells'];
}

type Fact = Omit<HistoryEntry, 'id' | 'moves'>;
type Question = { problem: SettleItem['problem']; detail: string };

/**
 * What happened before the app. A mentoring row gives its date alone, and no question says of
 * anybody that they took part: the settle list is not the programme lead's.
 */
export async function readHistory(bytes: Uint8Array): Promise<Reading<KnownHistory, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): HistoryRow => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold);
}

function* hold(rows: readonly HistoryRow[], known: KnownHistory): Generator<Part> {
  const settle = settler('history', known.fileName);
  const byAddress = new Map(
    known.listed.flatMap((each) => (each.email === '' ? [] : [[each.email.toLowerCase(), each]])),
  );
  const seen: Fact[] = [];
  // One person's facts stand together: they share a digest.
  const perPerson = new Map<string, ImportedFact[]>();
  const changes: Part[] = [];
  for (const row of rows) {
    const read = factOf(row, known, byAddress);
    const asked = 'problem' in read ? read : twice(read.fact, seen);
    if (asked !== undefined) {
      const detail = `${asked.detail} The row was not imported.`;
      const question = { problem: asked.problem, about: rowKey(row.cells), detail };
      yield { facts: [settle({ ...question, row: row.parsed.number })] };
      continue;
    }
    if ('problem' in read) continue;
    const { fact, person } = read;
    seen.push(fact);
    // What was withdrawn here stays so, whatever a file says again.
    const isKnown = person.history.some((before) => isSameHistory(before, fact));
    changes.push({ change: isKnown ? 'unchanged' : 'added', facts: [] });
    if (isKnown) continue;
    const facts = perPerson.get(person.id) ?? [];
    perPerson.set(person.id, [...facts, { kind: 'history', row: row.parsed.number, fact }]);
  }
  for (const facts of perPerson.values()) yield { facts };
  yield* changes;
}

function factOf(
  { parsed }: HistoryRow,
  known: KnownHistory,
  byAddress: ReadonlyMap<string, ListedPerson>,
): { fact: Fact; person: ListedPerson } | Question {
  if (parsed.kind === 'fault') {
    return { problem: parsed.problem, detail: `${parsed.column || 'The row'} ${parsed.what}.` };
  }
  const { value } = parsed;
  const plain = value.Kind.toLowerCase();
  const what = Object.hasOwn(kindByName, plain) ? kindByName[plain] : undefined;
  if (what === undefined) {
    const names = 'a network meeting attended, reverse mentoring or inclusive leadership education';
    return { problem: 'bad-value', detail: `Kind is none of the three that are known: ${names}.` };
  }
  if (value.Date >= known.asAt) {
    return { problem: 'bad-date', detail: 'Date is not before the day of the file.' };
  }
  const person = byAddress.get(value['Email Address'].toLowerCase());
  if (person === undefined) {
    const named = what === 'attendance' ? ` ${value['Email Address'].toLowerCase()}` : '';
    return { problem: 'unknown-person', detail: `Nobody listed has this address${named}.` };
  }
  const fact = { person: person.id, what, on: value.Date, document: value.Document };
  const place = value['Network or Programme'];
  if (what === 'mentoring-session') return { fact, person };
  if (what === 'education') {
    return { fact: { ...fact, ...(place === '' ? {} : { course: place }) }, person };
  }
  const network = networkNamed(place, known.networks);
  if (!known.networks.some(({ id }) => id === network)) {
    return { problem: 'unknown-network', detail: `No network is called “${place}”.` };
  }
  return { fact: { ...fact, network }, person };
}

function twice(fact: Fact, seen: readonly Fact[]): Question | undefined {
  if (!seen.some((before) => isSameHistory(before, fact))) return undefined;
  return { problem: 'listed-twice', detail: 'The same is in the file already.' };
}
