import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { PersonId } from '../domain/facts.ts';
import { claimState } from '../domain/claim.ts';
import type { Auditor, Verification } from '../use-cases/ports.ts';
import { digestsOf, encodeDigest, groupDigests } from './digest.ts';
import { bodies, factOfRow, WrittenByNewer, type Fact } from './fact.ts';
import { after, HEAD, isFrameDigest, keys, partitionOf } from './keys.ts';
import { headAt, readEntry, readHead, type Entry, type Head } from './ledger.ts';
import { isIntact } from './row.ts';
import type { Row, Table } from './table.ts';

/** Holds every live row against the ledger, the ledger against itself, and every digest against its rows. */
export function createAuditor(table: Table): Auditor {
  return {
    headAt: (organisation, known) => headAt(table, partitionOf(organisation), known),
    async verify(organisation, progress = () => undefined) {
      const partition = partitionOf(organisation);
      const chain = await readChain(table, partition);
      const rows = await readRows(table, partition, progress);
      const faults = [
        ...chain.faults,
        ...checkRows(rows.facts, chain.entries),
        ...checkImports(rows.facts, chain.entries),
        ...checkDerived(rows),
      ];
      const found: Verification = {
        entries: chain.entries.length,
        rows: rows.facts.length,
        head: chain.head,
        faults,
      };
      return found;
    },
  };
}

async function readChain(
  table: Table,
  partition: string,
): Promise<{ entries: Entry[]; head: string; faults: string[] }> {
  const entries: Entry[] = [];
  const faults: string[] = [];
  let before = '';
  let expected = 1;
  for await (const page of table.range(partition, 'l|', after('l|'))) {
    for (const row of page) {
      const sequence = Number(row.key.slice(2));
      for (; expected < sequence; expected += 1) faults.push(`entry ${expected} is missing`);
      expected = sequence + 1;
      const read = readEntry(row);
      if (read === undefined) {
        faults.push(`entry ${sequence} was altered`);
        before = row.properties['hash'] ?? '';
        continue;
      }
      if (read.entry.sequence !== sequence) faults.push(`entry ${sequence} was moved`);
      if (read.entry.before !== before)
        faults.push(`entry ${sequence} does not follow the one before`);
      entries.push(read.entry);
      before = read.hash;
    }
  }
  const head = headOf(await table.get(partition, HEAD));
  if (head === undefined) return { entries, head: '', faults: [...faults, 'the head was altered'] };
  if (head.sequence >= expected) faults.push(`entry ${expected} and those after it are missing`);
  if (head.hash !== before) faults.push('the head does not name the last entry');
  return { entries, head: head.hash, faults };
}

interface Rows {
  readonly facts: Row[];
  readonly digests: Row[];
  readonly work: Row[];
}

async function readRows(
  table: Table,
  partition: string,
  progress: (done: number) => void,
): Promise<Rows> {
  const rows: Rows = { facts: [], digests: [], work: [] };
  let done = 0;
  for await (const page of table.range(partition, 'm', after('z'))) {
    done += page.length;
    progress(done);
    for (const row of page) {
      if (row.key.startsWith('s|')) rows.digests.push(row);
      else if (row.key.startsWith('w|')) rows.work.push(row);
      else if (isFrameDigest(row.key)) rows.digests.push(row);
      else if (row.key !== keys.employment) rows.facts.push(row);
    }
  }
  return rows;
}

/**
 * Each row that an act wrote says what the latest entry that names it says; none is missing but what
 * an entry says was erased.
 */
function checkRows(facts: readonly Row[], entries: readonly Entry[]): string[] {
  const faults: string[] = [];
  const latest = new Map<string, string>();
  for (const entry of entries) {
    for (const [key, hash] of entry.rows) latest.set(key, hash);
    for (const [key, hash] of entry.erased ?? []) {
      const left = latest.get(key) ?? hash;
      if (left !== hash) faults.push(`${key} was not erased as its latest entry left it`);
      latest.delete(key);
    }
  }
  for (const row of facts) {
    if (!isIntact(row)) faults.push(`${row.key} was altered`);
    else if (latest.has(row.key) && latest.get(row.key) !== row.properties['hash']) {
      faults.push(`${row.key} is not as its latest entry left it`);
    } else if (!latest.has(row.key) && row.properties['import'] === undefined && !isStaging(row)) {
      faults.push(`${row.key} is in no entry`);
    }
    latest.delete(row.key);
  }
  for (const key of latest.keys()) faults.push(`${key} is missing`);
  return faults;
}

/**
 * Each committed import's rows are all there, in their order, as they were committed. Of those that
 * were erased since, the entry that says so keeps place and hash.
 */
function checkImports(facts: readonly Row[], entries: readonly Entry[]): string[] {
  const faults: string[] = [];
  const live = facts.map((row) => ({
    until: Infinity,
    import: row.properties['import'] ?? '',
    order: Number(row.properties['order']),
    hash: row.properties['hash'] ?? '',
  }));
  const erased = entries
    .flatMap(({ sequence: until, erased: rows = [] }) => rows.map((row) => ({ until, row })))
    .map(({ until, row: [, hash, broughtBy, order] }) => ({
      ...{ until, import: broughtBy, order, hash },
    }));
  const byImport = Map.groupBy([...live, ...erased], (row) => row.import);
  for (const { sequence, imported } of entries) {
    if (imported === undefined) continue;
    const rows = committedWith(imported, sequence, byImport.get(imported.id) ?? []);
    const hashes = createHash('sha256');
    let expected = 1;
    for (const row of rows) {
      for (; expected < row.order; expected += 1) {
        faults.push(`row ${expected} of import ${imported.id} is missing`);
      }
      expected = row.order + 1;
      hashes.update(row.hash);
    }
    for (; expected <= imported.count; expected += 1) {
      faults.push(`row ${expected} of import ${imported.id} is missing`);
    }
    if (hashes.digest('base64url') !== imported.hash) {
      faults.push(`the rows of import ${imported.id} are not those that were committed`);
    }
  }
  return faults;
}

/**
 * An import counts a row when it stages it. One that was erased before the commit is counted still,
 * unless the import was gone on with and another took its place.
 */
function committedWith<Kept extends { readonly until: number; readonly order: number }>(
  { count }: { readonly count: number },
  sequence: number,
  all: readonly Kept[],
): Kept[] {
  const stood = all.filter(({ until }) => until > sequence);
  const erased = all.filter(({ until, order }) => until <= sequence && order <= count);
  // Of two that were erased at one place, the later is the one that was staged last.
  const counted = new Map(erased.map((row) => [row.order, row]));
  for (const { order } of stood) counted.delete(order);
  return [...stood, ...counted.values()].toSorted((a, b) => a.order - b.order);
}

/** Digests and waiting work are made anew from the facts and held against what is kept. */
function checkDerived(rows: Rows): string[] {
  const faults: string[] = [];
  const digests = new Map<string, Fact[]>();
  const meetings: z.output<typeof bodies.meeting>[] = [];
  const claims: z.output<typeof bodies.claim>[] = [];
  for (const row of rows.facts) {
    if (row.key === keys.settings || isStaging(row)) continue;
    try {
      const fact = factOfRow(row);
      for (const base of digestsOf(fact, personOf(row))) {
        digests.set(base, [...(digests.get(base) ?? []), fact]);
      }
      if (fact.kind === 'meeting') meetings.push(bodies.meeting.parse(fact.body));
      if (fact.kind === 'claim') claims.push(bodies.claim.parse(fact.body));
    } catch (error) {
      // What it says can't be made out; everything else is still held against the rest.
      const why =
        error instanceof WrittenByNewer ? 'was written by a newer version of the app' : '';
      faults.push(`${row.key} ${why || 'can’t be read'}`);
    }
  }
  const kept = groupDigests(rows.digests);
  for (const base of new Set([...digests.keys(), ...kept.keys()])) {
    const expected = [...encodeDigest(base, digests.get(base) ?? []).values()];
    const text = (kept.get(base) ?? []).map((row) => row.properties['body']).join('');
    const { parts, rest } = kept.get(base)?.[0]?.properties ?? {};
    const same =
      expected.map((properties) => properties['body']).join('') === text &&
      expected[0]?.['parts'] === parts &&
      expected[0]?.['rest'] === rest;
    if (!same && !(digests.get(base) === undefined && text === '[]')) {
      faults.push(`${base} does not say what its rows say`);
    }
  }

  const networks = new Map<string, string>();
  for (const meeting of meetings) networks.set(meeting.id, meeting.network);
  const expectedWork = new Set<string>();
  for (const claim of claims) {
    const network = networks.get(claim.meeting);
    if (claimState(claim) !== 'claimed' || network === undefined) continue;
    expectedWork.add(`w|${network}|${claim.claimant}~${claim.meeting}`);
  }
  for (const row of rows.work) {
    if (!expectedWork.delete(row.key)) faults.push(`${row.key} waits without a claim`);
  }
  for (const key of expectedWork) faults.push(`${key} is missing`);
  return faults;
}

/** Undefined where it was altered so that nobody can read it. */
function headOf(row: Row | undefined): Head | undefined {
  try {
    return readHead(row);
  } catch {
    // Only its text can be wrong: storage itself answered.
    return undefined;
  }
}

function personOf(row: Row): PersonId | undefined {
  return row.key.startsWith('p|') ? (row.key.split('|')[1] as PersonId) : undefined;
}

/** An import that was begun and not committed: nobody sees it, and no entry speaks of it yet. */
function isStaging(row: Row): boolean {
  if (!row.key.startsWith('o|import|')) return false;
  return (row.properties['body'] ?? '').includes('"state":"staging"');
}
