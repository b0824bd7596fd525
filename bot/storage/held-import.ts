import { keys } from './keys.ts';
import { seal } from './row.ts';
import type { Change, Table } from './table.ts';

/** An import's row as whoever began it last wrote it. */
export interface Held {
  readonly id: string;
  readonly etag: string;
}

/**
 * All that an import writes goes with its own row, under its etag. Whoever begins the same file again
 * takes it over, and so does the end of its time: whoever had it before writes nothing of it any more.
 */
export function holdImport(
  table: Table,
  partition: string,
  begun: Held,
  body: () => Readonly<Record<string, unknown>>,
) {
  const key = keys.import(begun.id);
  let { etag } = begun;

  async function stillOurs(): Promise<void> {
    const row = await table.get(partition, key);
    if (row?.etag === etag) return;
    throw new Error('somebody else ran this import, or its time was over: run it again');
  }

  async function etagOf(hash: string): Promise<string | undefined> {
    const row = await table.get(partition, key);
    return row?.properties['hash'] === hash ? row.etag : undefined;
  }

  return {
    /** What its row must still be. */
    get etag(): string {
      return etag;
    },
    stillOurs,
    /** It has its time from now. `conflict`: something else changed, and it may be tried again. */
    async write(changes: readonly Change[]): Promise<'written' | 'conflict'> {
      const { properties, hash } = seal(key, { body: JSON.stringify(body()) });
      const own = { kind: 'replace', key, properties, etag } as const;
      const outcome = await table.write(partition, [own, ...changes]);
      const told = outcome.kind === 'written' ? outcome.etags.get(key) : undefined;
      // Where an answer is lost the service is asked again, and calls our own first write a conflict.
      const ours = told ?? (await etagOf(hash));
      if (ours !== undefined) {
        etag = ours;
        return 'written';
      }
      await stillOurs();
      return 'conflict';
    },
  };
}
