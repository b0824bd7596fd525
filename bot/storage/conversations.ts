import * as z from 'zod';
import type { PersonId } from '../domain/facts.ts';
import type { Conversations, Gone, Reach, Welcomes } from '../use-cases/ports.ts';
import { after, partitionOf } from './keys.ts';
import { writeKnown } from './known-write.ts';
import { collect, type Row, type Table } from './table.ts';

const conversationSchema = z.object({
  serviceUrl: z.string(),
  conversationId: z.string(),
  botId: z.string(),
  tenant: z.string(),
  user: z.string().exactOptional(),
  account: z.string().exactOptional(),
  renewed: z.literal(true).exactOptional(),
  several: z.literal(true).exactOptional(),
});
/** In the place of an address: that there is none any more, and why. */
const goneSchema = z.object({ gone: z.enum(['blocked', 'removed']) });
const rowSchema = z.union([goneSchema, conversationSchema]);

/** Where people can be reached, a row each. */
export function createConversations(table: Table): Conversations & Reach & Welcomes {
  return {
    async remember({ organisation, person }, conversation) {
      const properties = { body: JSON.stringify(conversation) };
      await table.write(partitionOf(organisation), [{ kind: 'put', key: person, properties }]);
    },
    async find({ organisation, person }) {
      const row = await table.get(partitionOf(organisation), person);
      const kept = row && rowSchema.parse(JSON.parse(row.properties['body'] ?? ''));
      return kept === undefined || 'gone' in kept ? undefined : kept;
    },
    async silence({ organisation, person }, why) {
      await table.write(partitionOf(organisation), [gone(person, why)]);
    },
    async forget({ organisation, person }) {
      const partition = partitionOf(organisation);
      await table.write(partition, [gone(person, 'removed')]);
      const key = welcomed(person);
      const row = await table.get(partition, key);
      if (row !== undefined) await table.write(partition, [{ kind: 'delete', key }]);
    },
    async welcomeOnce({ organisation, person }, everywhere = []) {
      const before = await Promise.all(
        everywhere.map((each) => table.get(partitionOf(each.organisation), welcomed(each.person))),
      );
      if (before.some((row) => row !== undefined)) return false;
      const welcome = { kind: 'insert', key: welcomed(person), properties: {} } as const;
      const owing = { kind: 'put', key: owed(person), properties: {} } as const;
      const written = await table.write(partitionOf(organisation), [welcome, owing]);
      return written.kind === 'written';
    },
    async owed(organisation) {
      const rows = await collect(table.range(partitionOf(organisation), OWED, after(OWED)));
      return rows.map(({ key, properties: { claimedAt } }) => ({
        person: key.slice(OWED.length) as PersonId,
        ...(claimedAt === undefined ? {} : { claimedAt: Number(claimedAt) }),
      }));
    },
    async claim({ organisation, person }, at) {
      const partition = partitionOf(organisation);
      const row = await table.get(partition, owed(person));
      if (row === undefined || row.properties['claimedAt'] !== undefined) return false;
      const { key, etag } = row;
      const properties = { claimedAt: String(at) };
      const claimed = { kind: 'replace', key, properties, etag } as const;
      // A claim that nobody knew of would end as unknown, though nothing was said.
      return (await writeKnown(table, partition, [claimed], [])).kind === 'written';
    },
    async release({ organisation, person }, at) {
      const partition = partitionOf(organisation);
      const row = await table.get(partition, owed(person));
      // Released before, where that answer was lost: it may be another's by now.
      if (row === undefined || row.properties['claimedAt'] !== String(at)) return;
      const { key, etag } = row;
      await table.write(partition, [{ kind: 'replace', key, properties: {}, etag }]);
    },
    async settle({ organisation, person }) {
      const partition = partitionOf(organisation);
      const row = await table.get(partition, owed(person));
      if (row !== undefined) await table.write(partition, [{ kind: 'delete', key: row.key }]);
    },
    async of(organisation) {
      const reached = new Set<PersonId>();
      const leftUs = new Map<PersonId, Gone>();
      for (const row of await collect(table.range(partitionOf(organisation), '', END))) {
        const kept = readRow(row);
        if (kept === undefined) continue;
        const person = row.key as PersonId;
        if ('gone' in kept) leftUs.set(person, kept.gone);
        else reached.add(person);
      }
      return { reached, gone: leftUs };
    },
  };
}

/** Past every key. */
const END = '\uffff';

function gone(person: PersonId, why: Gone) {
  // Heard from again, they are remembered in its place, so what is told here is forgotten.
  const properties = { body: JSON.stringify({ gone: why }) };
  return { kind: 'put', key: person, properties } as const;
}

/** Undefined for a row that is no person's: a welcome, an offer. */
function readRow({ key, properties }: Row): z.infer<typeof rowSchema> | undefined {
  const { body } = properties;
  return key.includes('|') || body === undefined
    ? undefined
    : rowSchema.safeParse(JSON.parse(body)).data;
}

const OWED = 'owed|';

function owed(person: string): string {
  return `${OWED}${person}`;
}

function welcomed(person: string): string {
  return `${person}|welcomed`;
}
