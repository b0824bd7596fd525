import type { PersonId } from '../domain/facts.ts';
import { decodeDigest, digestsOf, encodeDigest, sameFact } from './digest.ts';
import { factOfRow, type Fact } from './fact.ts';
import { FRAME } from './keys.ts';
import { seal } from './row.ts';
import type { Change, Row } from './table.ts';

/** What a batch of moves has read and will leave: each row is written once, as it was last left. */
export interface Workspace {
  /** Adds what was read. A digest that was read and isn't there has no rows. */
  load(base: string, rows: readonly Row[]): void;
  /** The same for all of the frame: a digest that is not among them isn't there. */
  loadFrame(digests: ReadonlyMap<string, readonly Row[]>): void;
  facts(base: string): readonly Fact[];
  /** The same for what is in no digest: all rows of one prefix. */
  loadThings(prefix: string, rows: readonly Row[]): void;
  things(prefix: string): readonly Fact[];
  /** Writes a thing; gives the row's key and hash for the ledger. */
  putThing(prefix: string, fact: Fact): [key: string, hash: string];
  /** Takes a thing away. */
  dropThing(prefix: string, fact: Fact): void;
  /** Writes a fact with its digests; gives the row's key and hash for the ledger. */
  putFact(
    key: string,
    person: PersonId | undefined,
    fact: Fact,
    beside?: Readonly<Record<string, string>>,
  ): [key: string, hash: string];
  /** Takes a fact away with its place in digests: erased, or no longer said by the import that staged it. */
  dropFact(key: string, person: PersonId | undefined, fact: Fact): void;
  /** What is put there takes the place of a row as it was read, or nothing is written at all. */
  onlyWhere(key: string, etag: string): void;
  /** A row that is no fact, such as work waiting: there or not, and whether it was there before. */
  setWork(key: string, wanted: boolean, wasThere: boolean): void;
  /** Returns what takes everything since back. */
  savepoint(): () => void;
  changes(): Change[];
  /** About how many rows that is. */
  size(): number;
}

interface Digest {
  readonly rows: readonly Row[];
  /** Set once asked for: few moves touch all that was read. */
  facts?: readonly Fact[];
}

export function openWorkspace(): Workspace {
  const loaded = new Map<string, Digest>();
  let frameLoaded = false;
  let things = new Map<string, readonly Fact[]>();
  let digests = new Map<string, readonly Fact[]>();
  let puts = new Map<string, Readonly<Record<string, string>>>();
  let etags = new Map<string, string>();
  let work = new Map<string, { wanted: boolean; wasThere: boolean }>();

  function factsIn(base: string): readonly Fact[] {
    const left = digests.get(base);
    if (left !== undefined) return left;
    const digest = loaded.get(base) ?? absentFrame(base);
    if (digest === undefined) throw new Error(`a move did not say that it reads ${base}`);
    digest.facts ??= decodeDigest(digest.rows);
    return digest.facts;
  }
  function thingsIn(prefix: string): readonly Fact[] {
    const read = things.get(prefix);
    if (read === undefined) throw new Error(`a move did not say that it reads ${prefix}`);
    return read;
  }
  function write(
    key: string,
    fact: Fact,
    beside: Readonly<Record<string, string>>,
  ): [key: string, hash: string] {
    const row = seal(key, {
      ...beside,
      body: JSON.stringify(fact.body),
      ...(fact.import === undefined ? {} : { import: fact.import }),
    });
    puts.set(key, row.properties);
    return [key, row.hash];
  }
  function absentFrame(base: string): Digest | undefined {
    return frameLoaded && base.startsWith(FRAME) ? { rows: [] } : undefined;
  }

  return {
    loadFrame(groups) {
      for (const [base, rows] of groups) loaded.set(base, { rows });
      frameLoaded = true;
    },
    load(base, rows) {
      loaded.set(base, { rows });
    },
    facts: factsIn,
    loadThings(prefix, rows) {
      things.set(prefix, rows.map(factOfRow));
    },
    things: thingsIn,
    putThing(prefix, fact) {
      const others = thingsIn(prefix).filter((other) => !sameFact(other, fact));
      things.set(prefix, [...others, fact]);
      return write(prefix + fact.id, fact, {});
    },
    dropThing(prefix, fact) {
      things.set(
        prefix,
        thingsIn(prefix).filter((other) => !sameFact(other, fact)),
      );
      work.set(prefix + fact.id, { wanted: false, wasThere: true });
    },
    putFact(key, person, fact, beside = {}) {
      for (const base of digestsOf(fact, person)) {
        const others = factsIn(base).filter((other) => !sameFact(other, fact));
        digests.set(base, [...others, fact]);
      }
      return write(key, fact, beside);
    },
    dropFact(key, person, fact) {
      for (const base of digestsOf(fact, person)) {
        digests.set(
          base,
          factsIn(base).filter((other) => !sameFact(other, fact)),
        );
      }
      work.set(key, { wanted: false, wasThere: true });
    },
    onlyWhere(key, etag) {
      etags.set(key, etag);
    },
    setWork(key, wanted, wasThere) {
      work.set(key, { wanted, wasThere: work.get(key)?.wasThere ?? wasThere });
    },
    savepoint() {
      const before = {
        digests: new Map(digests),
        puts: new Map(puts),
        etags: new Map(etags),
        work: new Map(work),
        things: new Map(things),
      };
      return () => {
        ({ digests, puts, etags, work, things } = before);
      };
    },
    changes() {
      const changes: Change[] = [...puts].map(([key, properties]) => {
        const etag = etags.get(key);
        return etag === undefined
          ? { kind: 'put', key, properties }
          : { kind: 'replace', key, properties, etag };
      });
      for (const [key, { wanted, wasThere }] of work) {
        if (wanted) changes.push({ kind: 'put', key, properties: {} });
        else if (wasThere) changes.push({ kind: 'delete', key });
      }
      for (const [base, facts] of digests) {
        changes.push(...digestChanges(loaded.get(base)?.rows ?? [], encodeDigest(base, facts)));
      }
      return changes;
    },
    size() {
      const digestRows = [...digests.keys()].map(
        (base) => (loaded.get(base)?.rows.length ?? 0) || 1,
      );
      return puts.size + work.size + digestRows.reduce((sum, rows) => sum + rows, 0);
    },
  };
}

/** How a digest's rows become its new text: its etags hold, since imports write digests too. */
export function digestChanges(
  rows: readonly Row[],
  parts: ReadonlyMap<string, Record<string, string>>,
): Change[] {
  const changes: Change[] = [];
  const kept = new Map(rows.map((row) => [row.key, row]));
  for (const [key, properties] of parts) {
    const row = kept.get(key);
    if (row === undefined) changes.push({ kind: 'insert', key, properties });
    else changes.push({ kind: 'replace', key, properties, etag: row.etag });
  }
  for (const row of rows) if (!parts.has(row.key)) changes.push({ kind: 'delete', key: row.key });
  return changes;
}
