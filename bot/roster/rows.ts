import type { ImportedFact } from '../use-cases/ports.ts';
import type { Reading, RowsSummary } from '../use-cases/readers.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';

/** How often something came new, other than before, or as it was. */
export type Change = 'added' | 'changed' | 'unchanged';

/** What one row or one holder gives, and how it compares with what is known. */
export interface Part {
  readonly change?: Change;
  readonly facts: readonly ImportedFact[];
}

/** A reading of a file that has no more than some hundred rows, each telling of one thing. */
export async function readRows<Column extends string, Value, Known>(
  bytes: Uint8Array,
  columns: readonly Column[],
  parse: (row: Row<Column>) => Value,
  hold: (rows: readonly Value[], known: Known) => Iterable<Part>,
  optional: readonly Column[] = [],
): Promise<Reading<Known, RowsSummary>> {
  const table = await readTable(bytes, columns, parse, optional);
  if (table.kind === 'refused') return table;
  const { rows } = table;
  return {
    kind: 'read',
    parts: rows.length,
    *against(known) {
      const counts = { added: 0, changed: 0, unchanged: 0 };
      for (const { change, facts } of hold(rows, known)) {
        if (change) counts[change] += 1;
        if (facts.length > 0) yield [...facts];
      }
      return { rows: rows.length, ...counts };
    },
  };
}

/** Whether a fact has to be staged: what is known says the same, or something else, or nothing. */
export function compare(known: object | undefined, fact: object, isOlder: boolean): Change {
  if (known === undefined) return 'added';
  // What a newer file said of it stands.
  return isOlder || sameWords(known, fact) ? 'unchanged' : 'changed';
}

/** The same in every field but for when it was said. */
function sameWords(a: object, b: object): boolean {
  const inOrder = (fact: object): string =>
    JSON.stringify(
      Object.entries(fact)
        .filter(([key, value]) => key !== 'on' && key !== 'recordedAt' && value !== undefined)
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    );
  return inOrder(a) === inOrder(b);
}

/** Whether a file of this kind, of a later day, was imported before this one. */
export function isOlderFile(known: { asAt: string; listDates: readonly string[] }): boolean {
  return known.listDates.some((date) => date > known.asAt);
}

/** Of each thing the version that was recorded last. */
export function latestBy<Version extends { recordedAt: string }>(
  versions: readonly Version[],
  keyOf: (version: Version) => string,
): Map<string, Version> {
  const latest = new Map<string, Version>();
  for (const version of versions) {
    const before = latest.get(keyOf(version));
    if (!before || before.recordedAt <= version.recordedAt) latest.set(keyOf(version), version);
  }
  return latest;
}
