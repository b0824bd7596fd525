import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StorageAway, type Change, type Table, type Written } from './table.ts';

/** When it is looked whether a write happened whose answer was lost: storage may be slow, too. */
const LOOKS_MS = [100, 500, 1_500, 4_000];
/** Which writing of the row this is, beside what it says. */
const MARK = 'mark';

type Replace = Extract<Change, { kind: 'replace' }>;

/**
 * Writes all or nothing, and where the answer is lost looks whether it happened: by a mark on the
 * rows that it replaces, which nobody else's writing has.
 */
export async function writeKnown(
  table: Table,
  partition: string,
  replaced: readonly Replace[],
  others: readonly Change[],
): Promise<Written> {
  const mark = randomUUID();
  const marked = replaced.map((change) => ({
    ...change,
    properties: { ...change.properties, [MARK]: mark },
  }));
  try {
    return await table.write(partition, [...marked, ...others]);
  } catch (error) {
    if (!(error instanceof StorageAway)) throw error;
    const etags = await lookFor(mark);
    if (etags === undefined) throw error;
    return { kind: 'written', etags };
  }

  async function lookFor(wanted: string): Promise<ReadonlyMap<string, string> | undefined> {
    for (const wait of LOOKS_MS) {
      await pause(wait);
      try {
        const rows = await Promise.all(replaced.map(({ key }) => table.get(partition, key)));
        const ours = rows.flatMap((row) => (row?.properties[MARK] === wanted ? [row] : []));
        if (ours.length === replaced.length)
          return new Map(ours.map(({ key, etag }) => [key, etag]));
      } catch (error) {
        if (!(error instanceof StorageAway)) throw error;
      }
    }
    return undefined;
  }
}
