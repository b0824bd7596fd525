import * as z from 'zod';
import type { HistoryEntry, HistoryKind } from '../domain/facts.ts';
import { isSameHistory } from '../domain/history.ts';
import type { KnownHistory, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, optionalText, parseRow, text } from './cells.ts';
import { networkNamed } from './networks.ts';
import { readRows } from './rows.ts';
import type { Part } from './rows.ts';
import type { Row } from './table.ts';
import { toldOfPeople, type ByAddress, type ReadRow, type TellingRow } from './told-of-people.ts';

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

type Cells = z.output<typeof schema>;
type Fact = Omit<HistoryEntry, 'id' | 'moves'>;

/**
 * What happened before the app. A mentoring row gives its date alone, and no question says of
 * anybody that they took part: the settle list is not the programme lead's.
 */
export async function readHistory(bytes: Uint8Array): Promise<Reading<KnownHistory, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): TellingRow<Cells> => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold);
}

function hold(rows: readonly TellingRow<Cells>[], known: KnownHistory): Iterable<Part> {
  return toldOfPeople('history', rows, known, {
    read: (value, byAddress) => factOf(value, known, byAddress),
    isSame: isSameHistory,
    held: ({ history }) => history,
    imported: (fact, row) => ({ kind: 'history', row, fact }),
  });
}

function factOf(value: Cells, known: KnownHistory, byAddress: ByAddress): ReadRow<Fact> {
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
