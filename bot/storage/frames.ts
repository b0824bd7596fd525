import type { Frame } from '../domain/facts.ts';
import { assembleFrame, type Committed } from './assemble.ts';
import { after, FRAME } from './keys.ts';
import { collect, type Row, type Table } from './table.ts';

/** Organisations whose frame is kept as it was last understood. */
const KEPT = 100;

export interface Frames {
  rowsOf(partition: string): Promise<Row[]>;
  /** What the rows say, worked out anew only where one has changed since. */
  understand(partition: string, rows: readonly Row[]): { frame: Frame; committed: Committed };
  /** As it was last understood, without a read. */
  last(partition: string): Frame | undefined;
  /** It was written here: what was understood before is no longer so. */
  forget(partition: string): void;
}

/**
 * Organisations' frames. Every answer and every move is read against one, it rarely changes, and
 * making sense of its rows costs more than reading them: rows of the same etags say the same.
 */
export function createFrames(table: Table): Frames {
  const kept = new Map<string, { version: string; frame: Frame; committed: Committed }>();
  const justAsked = new Map<string, Promise<Row[]>>();
  return {
    rowsOf(partition) {
      // Asked in one breath, before the first has left: one read answers both, and is as fresh.
      const before = justAsked.get(partition);
      if (before !== undefined) return before;
      const rows = collect(table.range(partition, FRAME, after(FRAME)));
      justAsked.set(partition, rows);
      queueMicrotask(() => justAsked.delete(partition));
      return rows;
    },
    last: (partition) => kept.get(partition)?.frame,
    forget: (partition) => void kept.delete(partition),
    understand(partition, rows) {
      const version = rows.map(({ key, etag }) => `${key} ${etag}`).join('\n');
      const before = kept.get(partition);
      if (before?.version === version) return before;
      const understood = { version, ...assembleFrame(rows) };
      kept.delete(partition);
      kept.set(partition, understood);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return understood;
    },
  };
}
