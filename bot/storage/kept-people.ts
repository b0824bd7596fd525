import type { Person, PersonId } from '../domain/facts.ts';
import { assemblePerson, type Committed } from './assemble.ts';
import { decodeDigest, wholeDigests } from './digest.ts';
import type { Row } from './table.ts';

/** People kept as they were last understood, of all organisations together. */
const MOST = 3_000;

interface Kept {
  readonly committed: Committed;
  readonly people: ReadonlyMap<string, { version: string; person: Person | undefined }>;
}

/**
 * An organisation's people, from their digests. They are read anew each time; making sense of them
 * costs more than reading, so a person whose rows have the same etags is taken as understood before.
 */
export function createKeptPeople(most = MOST) {
  const kept = new Map<string, Kept>();
  return async function understand(
    partition: string,
    pages: { rows: AsyncIterable<Row[]>; again: (base: string) => Promise<Row[]> },
    read: () => { committed: Committed } | Promise<{ committed: Committed }>,
  ): Promise<Person[]> {
    const people = new Map<string, { version: string; person: Person | undefined }>();
    let committed: Committed = new Map();
    for await (const digests of wholeDigests(pages.rows, pages.again)) {
      ({ committed } = await read());
      const before = kept.get(partition);
      const known = before && isSame(before.committed, committed) ? before.people : undefined;
      for (const [base, group] of digests) {
        const version = group.map(({ etag }) => etag).join(' ');
        const same = known?.get(base);
        people.set(
          base,
          same?.version === version
            ? same
            : {
                version,
                person: assemblePerson(base.slice(2) as PersonId, decodeDigest(group), committed),
              },
        );
      }
    }
    kept.delete(partition);
    kept.set(partition, { committed, people });
    let many = [...kept.values()].reduce((sum, each) => sum + each.people.size, 0);
    for (const [oldest, each] of kept) {
      if (many <= most) break;
      kept.delete(oldest);
      many -= each.people.size;
    }
    return [...people.values()].flatMap(({ person }) => person ?? []);
  };
}

/** The same imports were committed: facts of another would be seen, or not, otherwise. */
function isSame(a: Committed, b: Committed): boolean {
  return a === b || (a.size === b.size && [...a].every(([id, at]) => b.get(id) === at));
}
