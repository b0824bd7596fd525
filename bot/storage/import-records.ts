import { createHash } from 'node:crypto';
import type { ImportRecord } from '../domain/undo-import.ts';
import type { ImportKind } from '../use-cases/ports.ts';
import { decodeDigest, groupDigests } from './digest.ts';
import { bodies, type BodyOf, type Fact } from './fact.ts';
import { FRAME } from './keys.ts';
import type { Row } from './table.ts';

/** The imports of an organisation, from its frame. */
export function decodeImports(frameRows: readonly Row[]): Fact[] {
  return decodeDigest(groupDigests(frameRows).get(`${FRAME}imports`) ?? []);
}

export function recordsOf(imports: readonly Fact[]): ImportRecord[] {
  return imports
    .map(({ id, body }) => ({ id, ...bodies.import.parse(body) }))
    .filter(({ state }) => state !== 'staging')
    .map(({ id, kind, asAt, at, count, undoneAt }) => ({
      ...{ id, kind, asAt, committedAt: at, facts: count },
      ...(undoneAt === undefined ? {} : { undoneAt }),
    }))
    .toSorted((a, b) => (a.committedAt < b.committedAt ? -1 : 1));
}

export function importOfRow(row: Row): BodyOf<'import'> {
  return bodies.import.parse(JSON.parse(row.properties['body'] ?? ''));
}

/** The same file for the same day is the same import, until it is undone or lapses: then it may come again. */
export function importId(
  { kind, asAt, sha256 }: { kind: ImportKind; asAt: string; sha256: string },
  before: number,
): string {
  const again = before === 0 ? [] : [before];
  return createHash('sha256')
    .update(JSON.stringify([kind, asAt, sha256, ...again]))
    .digest('hex')
    .slice(0, 16);
}
