import { practice } from '../../infra/local/practice-ids.ts';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import { instantFrom, type PlainDate } from '../../bot/domain/time.ts';
import { after, FRAME, partitionOf } from '../../bot/storage/keys.ts';
import { memoryTable } from '../support/memory-table.ts';
import type { Storage, Tables } from '../../bot/storage/open.ts';
import { collect, type Change, type Row } from '../../bot/storage/table.ts';
import type { ImportedFact, ImportKind } from '../../bot/use-cases/ports.ts';
import { inParallel } from './figures.ts';
import { generateTrust, leader, personFacts } from './generated-trust.ts';
import { storageOn } from '../support/storage-on.ts';

const asAt = '2026-04-02' as PlainDate;
const clock = { now: () => instantFrom(Date.parse('2026-04-02T09:00:00.000Z')) };
const executives = 12;
const networks = 2;
/** Leaders to a manager. */
const team = 10;

/**
 * So many organisations of so many leaders each, none of whom has a goal yet. One comes through the
 * import port; the others are its rows once more, those that planning reads, each under ids of its own.
 */
export async function seedOrganisations(
  tables: Pick<Tables, 'records' | 'directory'>,
  storage: Pick<Storage, 'directory'>,
  given: { organisations: number; leaders: number },
): Promise<OrganisationRef[]> {
  const pattern = await patternOf(given.leaders);
  const all = Array.from({ length: given.organisations }, (_, index) => ({
    tenant: practice.tenant,
    code: `MANY${String(index).padStart(3, '0')}`,
  }));
  await inParallel(
    all.map((organisation, index) => async () => {
      const rows = pattern.map((row) => underOwnIds(row, index));
      for (const changes of transactionsOf(rows)) {
        await tables.records.write(partitionOf(organisation), changes);
      }
      // Last, as whoever is in the directory is looked at.
      await tables.directory.write(organisation.tenant, [
        { kind: 'put', key: `organisation|${organisation.code}`, properties: {} },
      ]);
    }),
    2,
  );
  const listed = await storage.directory.organisations(practice.tenant);
  if (listed.length < all.length) throw new Error('organisations are missing in the directory');
  return all;
}

/** Digests and frame of one such organisation. */
async function patternOf(leaders: number): Promise<Row[]> {
  const records = memoryTable();
  const others = { directory: memoryTable(), conversations: memoryTable(), cards: memoryTable() };
  const storage = storageOn({ records, ...others, nudges: memoryTable() }, { clock });
  const shape = { code: 'PATTERN', executives, networks, meetings: 12, linked: 0 };
  const trust = await generateTrust(storage, { ...shape, firstLeader: 1 });
  const { organisation } = trust;
  const few = executives + 2 * networks;
  const more = Array.from({ length: leaders - few }, (_, index) =>
    leader(storage.imports.newPersonId(), 1 + few + index, organisation),
  );
  const people = [...trust.executives, ...more].map(({ caller }) => caller.person);
  const bring = bringInto(storage, organisation);
  await bring(
    'roster',
    more.flatMap((each, index) =>
      personFacts(each).map((fact) => supervisedBy(fact, people[Math.floor(index / team)])),
    ),
  );
  const [lead] = people;
  if (lead === undefined) throw new Error('nobody leads');
  await bring('roles', [{ kind: 'role', fact: { role: 'edi-lead', person: lead, on: asAt } }]);
  await bring(
    'education',
    people.map((person, row) => {
      const fact = { person, course: 'Inclusive leadership', on: asAt };
      return { kind: 'education', row, fact };
    }),
  );
  const partition = partitionOf(organisation);
  const rows = await Promise.all(
    [FRAME, 's|'].map((prefix) => collect(records.range(partition, prefix, after(prefix)))),
  );
  return rows.flat();
}

function supervisedBy(fact: ImportedFact, supervisor: PersonId | undefined): ImportedFact {
  if (fact.kind !== 'assignment' || supervisor === undefined) return fact;
  return { ...fact, fact: { ...fact.fact, supervisor } };
}

function bringInto(storage: Storage, organisation: OrganisationRef) {
  return async (kind: ImportKind, facts: ImportedFact[]): Promise<void> => {
    const opened = await storage.imports.open(organisation, { kind, asAt, sha256: `${kind} more` });
    if (opened.kind === 'already') throw new Error(`${kind} imported twice`);
    await opened.staged.stage(facts);
    await opened.staged.commit('operator');
  };
}

/** People's ids are 32 hexadecimal digits: their first four say which organisation. */
function underOwnIds({ key, properties }: Row, index: number): Change {
  const number = index.toString(16).padStart(4, '0');
  const own = (text: string): string =>
    text.replaceAll(/\b[0-9a-f]{4}([0-9a-f]{28})\b/g, `${number}$1`);
  const changed = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, own(value)]),
  );
  return { kind: 'put', key: own(key), properties: changed };
}

/** A transaction takes 100 rows, and four megabytes. */
function* transactionsOf(changes: readonly Change[]): Iterable<Change[]> {
  for (let start = 0; start < changes.length; start += 100) yield changes.slice(start, start + 100);
}
