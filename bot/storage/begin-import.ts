import type { Instant, PlainDate } from '../domain/time.ts';
import type { Clock, ImportKind } from '../use-cases/ports.ts';
import { importId, importOfRow } from './import-records.ts';
import { keys } from './keys.ts';
import { seal } from './row.ts';
import type { Table } from './table.ts';

type Begun =
  | { kind: 'already'; committedAt: Instant }
  | { kind: 'begun'; id: string; etag: string; isNew: boolean };

/**
 * Begins the import of a file, or goes on with it: it has its time from now. A file that was undone, or
 * whose time was over, comes in anew.
 */
export async function beginImport(
  table: Table,
  partition: string,
  file: { kind: ImportKind; asAt: PlainDate; sha256: string },
  clock: Clock,
): Promise<Begun> {
  let before = 0;
  for (;;) {
    const id = importId(file, before);
    const key = keys.import(id);
    const row = await table.get(partition, key);
    const was = row && importOfRow(row);
    if (was?.state === 'committed') return { kind: 'already', committedAt: was.at };
    if (was?.state === 'undone' || was?.lapsed) {
      before += 1;
      continue;
    }
    const body = stagingBody(file, clock);
    const { properties } = seal(key, { body: JSON.stringify(body) });
    const isNew = row === undefined;
    const written = await table.write(partition, [
      isNew
        ? { kind: 'insert', key, properties }
        : { kind: 'replace', key, properties, etag: row.etag },
    ]);
    const etag = written.kind === 'written' ? written.etags.get(key) : undefined;
    // Another began it too, or its time was just over: what stands there now decides.
    if (etag !== undefined) return { kind: 'begun', id, etag, isNew };
  }
}

/** Nobody committed it yet; it has its time from now. */
export function stagingBody(
  file: { kind: ImportKind; asAt: PlainDate; sha256: string },
  clock: Clock,
) {
  return { ...file, state: 'staging', at: clock.now(), count: 0 };
}
