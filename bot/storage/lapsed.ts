import { resumableUntil } from '../domain/retention.ts';
import { londonDate, type PlainDate } from '../domain/time.ts';
import { importOfRow } from './import-records.ts';
import { after, keys } from './keys.ts';
import { seal } from './row.ts';
import { collect, type Row, type Table } from './table.ts';

/** Imports, by id, that were begun and not committed in their time. */
export type Lapsed = ReadonlySet<string>;

/** Those whose time is over by then. */
export async function lapsedOn(records: Table, partition: string, on: PlainDate): Promise<Lapsed> {
  const rows = await collect(records.range(partition, keys.import(''), after(keys.import(''))));
  return new Set(rows.filter((row) => hasLapsed(row, on)).map(idOf));
}

/**
 * The same, and from now on nobody goes on with them: of somebody who begins one again at this very
 * moment either the one write stands or the other.
 */
export async function letLapse(records: Table, partition: string, on: PlainDate): Promise<Lapsed> {
  const lapsed = new Set<string>();
  for (const id of await lapsedOn(records, partition, on)) {
    const key = keys.import(id);
    const row = await records.get(partition, key);
    if (row === undefined || !hasLapsed(row, on)) continue;
    const body = importOfRow(row);
    if (body.lapsed === undefined) {
      const { properties } = seal(key, { body: JSON.stringify({ ...body, lapsed: true }) });
      const change = { kind: 'replace', key, properties, etag: row.etag } as const;
      if ((await records.write(partition, [change])).kind === 'conflict') continue;
    }
    lapsed.add(id);
  }
  return lapsed;
}

function hasLapsed(row: Row, on: PlainDate): boolean {
  const { state, at, lapsed } = importOfRow(row);
  return state === 'staging' && (lapsed === true || resumableUntil(londonDate(at)) < on);
}

function idOf({ key }: Row): string {
  return key.slice(keys.import('').length);
}
