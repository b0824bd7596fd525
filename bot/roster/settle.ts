import { createHash } from 'node:crypto';
import type { PersonId } from '../domain/facts.ts';
import type { ImportedFact, ImportKind, SettleItem } from '../use-cases/ports.ts';

/** Puts questions to the EDI lead, about one file. */
export interface Settler {
  (question: {
    problem: SettleItem['problem'];
    /** What the problem is with, the same in every file: an assignment's number, an address. */
    about: string;
    row?: number | undefined;
    person?: PersonId | undefined;
    assignment?: string | undefined;
    grade?: string | undefined;
    /** For people to read; never a reason for an absence. */
    detail: string;
  }): ImportedFact;
}

export function settler(kind: ImportKind, fileName: string): Settler {
  return ({ problem, about, row, person, assignment, grade, detail }) => {
    const id = createHash('sha256').update(`${kind}|${problem}|${about}`).digest('hex');
    return {
      kind: 'settle',
      item: {
        // Same problem, same id: the next file doesn't list it again.
        id: id.slice(0, 24),
        problem,
        file: fileName,
        ...(row === undefined ? {} : { row }),
        ...(person === undefined ? {} : { person }),
        ...(assignment === undefined ? {} : { assignment }),
        ...(grade === undefined ? {} : { grade }),
        detail,
      },
    };
  };
}

/** Stands for a row that can't be named otherwise. */
export function rowKey(cells: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.values(cells)))
    .digest('hex');
}
