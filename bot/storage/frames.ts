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
}

/**
 * Organisations' frames. Every answer and every move is read against one, it rarely changes, and
 * making sense of its rows costs more than reading them: rows of the same etags say the same.
 */
export function createFrames(table: Table): Frames {
  const kept = new Map<string, { version: string; frame: Frame; committed: Committed }>();
  return {
    rowsOf: (partition) => collect(table.range(partition, FRAME, after(FRAME))),
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
