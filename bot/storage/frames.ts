import type { Frame } from '../domain/facts.ts';
import { assembleFrame, frameDigests, type Committed } from './assemble.ts';
import { isWhole, readWhole } from './digest.ts';
import { after, FRAME } from './keys.ts';
import { collect, type Row, type Table, type Version } from './table.ts';

/** Organisations whose frame is kept as it was last understood. */
const KEPT = 40;

export interface Frames {
  rowsOf(partition: string): Promise<readonly Row[]>;
  /** What the rows say, worked out anew only where one has changed since. */
  understand(partition: string, rows: readonly Row[]): { frame: Frame; committed: Committed };
  /** As it was last understood, without a read. */
  last(partition: string): Frame | undefined;
  /** It was written here: what was understood before is no longer so. */
  forget(partition: string): void;
}

interface Kept {
  readonly version: string;
  readonly rows: readonly Row[];
  readonly frame: Frame;
  readonly committed: Committed;
}

/**
 * Organisations' frames. Every answer and every move is read against one, and it rarely changes:
 * rows of the same etags say the same, so that the etags are all that is read of most.
 */
export function createFrames(table: Table): Frames {
  const kept = new Map<string, Kept>();
  const justAsked = new Map<string, Promise<readonly Row[]>>();

  async function read(partition: string): Promise<readonly Row[]> {
    const before = kept.get(partition);
    if (before !== undefined) {
      const versions = await collect(table.etags(partition, FRAME, after(FRAME)));
      if (versionOf(versions) === before.version) return before.rows;
    }
    return readFrameRows(table, partition);
  }

  return {
    rowsOf(partition) {
      // Asked in one breath, before the first has left: one read answers both, and is as fresh.
      const before = justAsked.get(partition);
      if (before !== undefined) return before;
      const rows = read(partition);
      justAsked.set(partition, rows);
      queueMicrotask(() => justAsked.delete(partition));
      return rows;
    },
    last: (partition) => kept.get(partition)?.frame,
    forget: (partition) => void kept.delete(partition),
    understand(partition, rows) {
      const before = kept.get(partition);
      const version = versionOf(rows);
      if (before?.version === version) return before;
      const understood = { version, rows, ...assembleFrame(rows) };
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

/** The rows of an organisation's frame, each digest of one moment. */
export function readFrameRows(table: Table, partition: string): Promise<Row[]> {
  return readWhole(() => collect(table.range(partition, FRAME, after(FRAME))), isWholeFrame);
}

export function isWholeFrame(rows: readonly Row[]): boolean {
  return [...frameDigests(rows).values()].every(isWhole);
}

function versionOf(rows: readonly Version[]): string {
  return rows.map(({ key, etag }) => `${key} ${etag}`).join('\n');
}
