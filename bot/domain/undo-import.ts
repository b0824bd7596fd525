import type { Instant, PlainDate } from './time.ts';

/** A file that was imported. */
export interface ImportRecord {
  readonly id: string;
  readonly kind: string;
  readonly asAt: PlainDate;
  readonly committedAt: Instant;
  readonly facts: number;
  readonly undoneAt?: Instant;
}

/** How much else stands on what an import brought, and on nothing else. */
export interface Resting {
  /** People whom it alone names, with a role, a link or a record of their own. */
  readonly people: number;
  /** Meetings, of a network or the board, that somebody answered or planned for. */
  readonly meetings: number;
  /** Networks with meetings, chairs or items. */
  readonly networks: number;
}

export type UndoImportVerdict =
  | { kind: 'may'; record: ImportRecord }
  | { kind: 'already'; record: ImportRecord }
  | { kind: 'refused'; because: 'no-such-import' }
  | { kind: 'refused'; because: 'a-later-one-stands-on-it'; later: ImportRecord }
  | { kind: 'refused'; because: 'else-stands-on-it'; resting: Resting };

/**
 * [ours] The last import of its kind may be undone: a later file was read against it and says only
 * what is different. Nor one on which roles, links or acts stand, which would then hang in the air.
 */
export function judgeUndoImport(
  id: string,
  imports: readonly ImportRecord[],
  resting: Resting,
): UndoImportVerdict {
  const record = imports.find((each) => each.id === id);
  if (record === undefined) return { kind: 'refused', because: 'no-such-import' };
  if (record.undoneAt !== undefined) return { kind: 'already', record };
  const later = imports.findLast(
    (each) =>
      each.kind === record.kind &&
      each.undoneAt === undefined &&
      each.committedAt > record.committedAt,
  );
  if (later !== undefined) {
    return { kind: 'refused', because: 'a-later-one-stands-on-it', later };
  }
  if (resting.people + resting.meetings + resting.networks > 0) {
    return { kind: 'refused', because: 'else-stands-on-it', resting };
  }
  return { kind: 'may', record };
}
