import { createHash, randomBytes } from 'node:crypto';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import { mapAtMost } from '../use-cases/bounded.ts';
import type {
  Clock,
  ImportedFact,
  ImportKind,
  Imports,
  ListedPerson,
  StagedImport,
} from '../use-cases/ports.ts';
import { assembleFrame } from './assemble.ts';
import { beginImport, stagingBody } from './begin-import.ts';
import { decodeDigest, digestOfPerson, digestsOf, readDigest, wholeDigests } from './digest.ts';
import type { AddressBook } from './directory.ts';
import { bodies, factOfRow, type BodyOf, type Fact } from './fact.ts';
import { readFrameRows } from './frames.ts';
import { holdImport } from './held-import.ts';
import { decodeImports, recordsOf } from './import-records.ts';
import { after, DIGESTS, FRAME, keys, partitionOf } from './keys.ts';
import { TooBusy, type Lanes } from './lane.ts';
import { asListed } from './listed.ts';
import { chunksOf, place, type Placed } from './placing.ts';
import { restingOn } from './resting.ts';
import { settleKeys } from './settle-keys.ts';
import { collect, type Row, type Table } from './table.ts';
import { openWorkspace } from './workspace.ts';

/** A list of thousands must not ask storage for all of them in one breath. */
const READS_AT_ONCE = 32;

/** Staging and committing of what files say. */
export function createImports(
  table: Table,
  lanes: Lanes,
  addresses: AddressBook,
  clock: Clock,
): Imports {
  /** People of whom nothing is kept yet, so that nothing need be read. */
  const fresh = new Set<PersonId>();

  async function readDigestOf(partition: string, base: string): Promise<Row[]> {
    if (fresh.has(base.slice(2) as PersonId)) return [];
    return readDigest(table, partition, base);
  }

  async function readFrame(organisation: OrganisationRef) {
    const rows = await readFrameRows(table, partitionOf(organisation));
    const imports = decodeImports(rows);
    return {
      ...assembleFrame(rows),
      facts: imports.map((fact) => bodies.import.parse(fact.body)),
      records: recordsOf(imports),
    };
  }

  return {
    async open(organisation, file) {
      const partition = partitionOf(organisation);
      const begun = await beginImport(table, partition, file, clock);
      if (begun.kind === 'already') return begun;
      const { id, isNew } = begun;
      const held = holdImport(table, partition, begun, () => stagingBody(file, clock));
      const left = isNew ? new Map<string, Placed>() : await stagedBy(partition, id);
      return { kind: 'open', staged: stagedImport(organisation, id, file, { held, left }) };
    },

    async listed(organisation, id) {
      const { committed } = await readFrame(organisation);
      const withStaged = new Map([...committed, [id, clock.now()] as const]);
      const listed: ListedPerson[] = [];
      const partition = partitionOf(organisation);
      const pages = table.range(partition, DIGESTS, after(DIGESTS));
      const again = (base: string) => readDigest(table, partition, base);
      for await (const digests of wholeDigests(pages, again)) {
        for (const [base, rows] of digests) {
          const person = base.slice(2) as PersonId;
          listed.push(...asListed(person, decodeDigest(rows), committed, withStaged));
        }
      }
      return listed;
    },

    async datesOf(organisation, kind) {
      const { facts } = await readFrame(organisation);
      return facts
        .filter((body) => body.kind === kind && body.state === 'committed')
        .map((body) => body.asAt)
        .toSorted();
    },

    async all(organisation) {
      const { records } = await readFrame(organisation);
      return records;
    },

    async restingOn(organisation, id) {
      const { committed } = await readFrame(organisation);
      return restingOn(table, partitionOf(organisation), id, committed);
    },

    undo(organisation, id, by, decide) {
      return lanes.commit(organisation, {
        people: [],
        decide({ workspace, enter, now }) {
          const imports = workspace.facts(`${FRAME}imports`);
          const verdict = decide(recordsOf(imports));
          if (verdict.kind !== 'undone') return verdict;
          const [before] = imports.filter((fact) => fact.id === id);
          const was = bodies.import.parse(before?.body);
          const body = { ...was, state: 'undone', undoneAt: now };
          const row = workspace.putFact(keys.import(id), undefined, { kind: 'import', id, body });
          const about = { import: id, kind: was.kind, asAt: was.asAt };
          enter({ act: 'undo-import', by, about, rows: [row] });
          return verdict;
        },
      });
    },

    newPersonId() {
      const person = randomBytes(16).toString('hex') as PersonId;
      fresh.add(person);
      return person;
    },

    async settleList(organisation) {
      const partition = partitionOf(organisation);
      const { committed } = await readFrame(organisation);
      const rows = await collect(table.range(partition, 'o|settle|', after('o|settle|')));
      return rows
        .filter((row) => isCommitted(row, committed))
        .map((row) => bodies.settle.parse(JSON.parse(row.properties['body'] ?? '')));
    },
  };

  async function stagedBy(partition: string, id: string): Promise<Map<string, Placed>> {
    const left = new Map<string, Placed>();
    for (const prefix of ['o|', 'p|']) {
      for await (const page of table.range(partition, prefix, after(prefix))) {
        for (const row of page) {
          if (row.properties['import'] !== id) continue;
          const person = prefix === 'p|' ? (row.key.split('|')[1] as PersonId) : undefined;
          left.set(row.key, { key: row.key, person, fact: factOfRow(row) });
        }
      }
    }
    return left;
  }

  function stagedImport(
    organisation: OrganisationRef,
    id: string,
    file: { kind: ImportKind; asAt: BodyOf<'import'>['asAt']; sha256: string },
    { held, left }: { held: ReturnType<typeof holdImport>; left: Map<string, Placed> },
  ): StagedImport {
    const partition = partitionOf(organisation);
    const hashes = createHash('sha256');
    let count = 0;

    /** Writes or drops the facts of a few people, on their digests as they stand. */
    async function write(placed: readonly Placed[], how: 'put' | 'drop'): Promise<void> {
      const bases = new Set(placed.flatMap(({ fact, person }) => digestsOf(fact, person)));
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const workspace = openWorkspace();
        await Promise.all(
          [...bases].map(async (base) => {
            workspace.load(base, await readDigestOf(partition, base));
          }),
        );
        const written = placed.map(({ key, person, fact }, index) => {
          if (how === 'drop') return workspace.dropFact(key, person, fact);
          const order = String(count + index + 1);
          return workspace.putFact(key, person, fact, { order });
        });
        if ((await held.write(workspace.changes())) === 'conflict') continue;
        for (const row of written) {
          if (row === undefined) continue;
          count += 1;
          hashes.update(row[1]);
        }
        for (const { person } of placed) if (person !== undefined) fresh.delete(person);
        return;
      }
      throw new Error('an import could not be staged: its rows kept changing');
    }

    return {
      id,
      async stage(facts) {
        const ordinals = await ordinalsFor(partition, facts);
        const { committed } = await readFrame(organisation);
        const settles = await settleKeys(table, partition, { facts, id, committed });
        const placed = facts.flatMap((fact) => {
          if (fact.kind !== 'settle') return [place(fact, id, ordinals)];
          const key = settles.get(fact.item.id);
          return key === undefined ? [] : [{ ...place(fact, id, ordinals), key }];
        });
        for (const { key } of placed) left.delete(key);
        for (const chunk of chunksOf(placed)) await write(chunk, 'put');
        await addresses.note(
          organisation,
          facts.flatMap((fact) =>
            fact.kind === 'person' ? [{ person: fact.person, address: fact.email }] : [],
          ),
        );
      },
      async commit(by) {
        await held.write([]);
        for (const chunk of chunksOf([...left.values()])) await write(chunk, 'drop');
        const imported = { id, count, hash: hashes.copy().digest('base64url') };
        const committed = lanes.commit(organisation, {
          people: [],
          decide({ workspace, enter, now }) {
            const body = { ...file, state: 'committed', at: now, count };
            const fact: Fact = { kind: 'import', id, body };
            const row = workspace.putFact(keys.import(id), undefined, fact);
            workspace.onlyWhere(keys.import(id), held.etag);
            const about = { import: id, kind: file.kind, asAt: file.asAt };
            enter({ act: 'import', by, about, rows: [row], imported });
          },
        });
        await committed.catch(async (error: unknown) => {
          if (error instanceof TooBusy) await held.stillOurs();
          throw error;
        });
      },
    };
  }

  /** A person's assignments by number in order of appearance: the number itself is personal. */
  async function ordinalsFor(
    partition: string,
    facts: readonly ImportedFact[],
  ): Promise<Map<string, string>> {
    const ordinals = new Map<string, string>();
    const counts = new Map<PersonId, number>();
    const people = new Set<PersonId>();
    for (const fact of facts) if (fact.kind === 'assignment') people.add(fact.person);
    await mapAtMost(READS_AT_ONCE, [...people], async (person) => {
      const rows = await readDigestOf(partition, digestOfPerson(person));
      const known = new Set<string>();
      for (const fact of decodeDigest(rows)) {
        if (fact.kind !== 'assignment') continue;
        const { assignment } = bodies.assignment.parse(fact.body);
        const name = `${person}|${assignment}`;
        known.add(name);
        ordinals.set(name, fact.id.split('.')[0] ?? '');
      }
      counts.set(person, known.size);
    });
    for (const fact of facts) {
      if (fact.kind !== 'assignment') continue;
      const name = `${fact.person}|${fact.fact.assignment}`;
      if (ordinals.has(name)) continue;
      const taken = (counts.get(fact.person) ?? 0) + 1;
      counts.set(fact.person, taken);
      ordinals.set(name, `a${taken}`);
    }
    return ordinals;
  }
}

function isCommitted(row: Row, committed: ReadonlyMap<string, unknown>): boolean {
  const broughtBy = row.properties['import'];
  return broughtBy === undefined || committed.has(broughtBy);
}
