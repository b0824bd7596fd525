import * as z from 'zod';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Caller, Files, Held, HeldFact, Holdings, Imports } from '../use-cases/ports.ts';
import type { Nudges } from '../use-cases/nudge-ports.ts';
import { factOfRow } from './fact.ts';
import { after, keys, partitionOf, THINGS } from './keys.ts';
import { readEntry, type Entry } from './ledger.ts';
import type { Tables } from './open.ts';
import { ownChanges } from './own-changes.ts';
import { collect } from './table.ts';

/** What stands for anybody else in what is given out. */
const SOMEBODY = 'somebody';
const bodySchema = z.record(z.string(), z.unknown());

export function createHoldings(
  tables: Tables,
  given: { files: Files; nudges: Nudges; imports: Imports },
): Holdings {
  return {
    async find(organisation, named) {
      const wanted = named.trim().toLowerCase();
      const listed = await given.imports.listed(organisation, '');
      return listed
        .filter(({ staffNumber, email }) => [staffNumber, email.toLowerCase()].includes(wanted))
        .map(({ id }) => id);
    },

    async heldOn(caller) {
      const { organisation, person } = caller;
      const partition = partitionOf(organisation);
      const nudges = await given.nudges.ofPerson(organisation, person);
      const files = await given.files.list(caller);
      const entries = await entriesBy(tables, partition, person);
      const wrote = new Set(entries.flatMap(({ rows }) => rows.map(([key]) => key)));
      const held: Held = {
        facts: [
          ...(await ownFacts(tables, caller)),
          ...(await thingsThatName(tables, organisation, person)),
          ...(await ownChanges(tables.records, partition, { person, wrote })),
        ],
        reminders: nudges.map(({ nudge: { kind }, state, at }) => ({
          kind,
          state: state.kind,
          at,
        })),
        sentOn: await daysSent(tables, partition, person),
        isReached: (await tables.conversations.get(partition, person)) !== undefined,
        acts: entries.map(({ at, act }) => ({ at, act })),
        files: await Promise.all(
          files.map(async (file) => {
            const bytes = await given.files.read(caller, file.id);
            return { file, bytes: bytes ?? new Uint8Array() };
          }),
        ),
      };
      return held;
    },
  };
}

async function ownFacts(
  { records }: Tables,
  { organisation, person }: Caller,
): Promise<HeldFact[]> {
  const prefix = keys.person(person);
  const rows = await collect(records.range(partitionOf(organisation), prefix, after(prefix)));
  return rows.map((row) => asHeld(factOfRow(row), person));
}

/** Of what is nobody's own, whatever names the person anywhere. */
async function thingsThatName(
  { records }: Tables,
  organisation: OrganisationRef,
  person: PersonId,
): Promise<HeldFact[]> {
  const named: HeldFact[] = [];
  for (const prefix of [THINGS, keys.settle('')]) {
    const rows = await collect(records.range(partitionOf(organisation), prefix, after(prefix)));
    const mine = rows.filter((row) => row.properties['body']?.includes(person));
    named.push(...mine.map((row) => asHeld(factOfRow(row), person)));
  }
  return named;
}

/** The ids of others are nobody's business but their own. */
function asHeld({ kind, body }: { kind: string; body: unknown }, person: PersonId): HeldFact {
  const text = JSON.stringify(body).replaceAll(/"[0-9a-f]{32}"/g, (id) =>
    id === `"${person}"` ? '"you"' : `"${SOMEBODY}"`,
  );
  return { kind, body: bodySchema.parse(JSON.parse(text)) };
}

async function daysSent({ nudges }: Tables, partition: string, person: PersonId) {
  const prefix = `d|${person}|`;
  const rows = await collect(nudges.range(partition, prefix, after(prefix)));
  return rows.map(({ key }) => key.slice(prefix.length) as PlainDate);
}

async function entriesBy({ records }: Tables, partition: string, person: PersonId) {
  const entries: Entry[] = [];
  for await (const page of records.range(partition, 'l|', after('l|'))) {
    for (const row of page) {
      const entry = readEntry(row)?.entry;
      if (entry?.by === person) entries.push(entry);
    }
  }
  return entries;
}
