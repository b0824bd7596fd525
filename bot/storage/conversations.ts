import * as z from 'zod';
import type { Conversations } from '../use-cases/ports.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

const conversationSchema = z.object({
  serviceUrl: z.string(),
  conversationId: z.string(),
  botId: z.string(),
  tenant: z.string(),
  user: z.string().exactOptional(),
});

/** Where people can be reached, a row each. */
export function createConversations(table: Table): Conversations {
  return {
    async remember({ organisation, person }, conversation) {
      const properties = { body: JSON.stringify(conversation) };
      await table.write(partitionOf(organisation), [{ kind: 'put', key: person, properties }]);
    },
    async find({ organisation, person }) {
      const row = await table.get(partitionOf(organisation), person);
      if (row === undefined) return undefined;
      return conversationSchema.parse(JSON.parse(row.properties['body'] ?? ''));
    },
    async silence({ organisation, person }) {
      // Heard from again, they are remembered, so what is told here is forgotten.
      const partition = partitionOf(organisation);
      const row = await table.get(partition, person);
      if (row !== undefined) await table.write(partition, [{ kind: 'delete', key: person }]);
    },
    async forget({ organisation, person }) {
      const partition = partitionOf(organisation);
      for (const key of [person, welcomed(person)]) {
        const row = await table.get(partition, key);
        if (row !== undefined) await table.write(partition, [{ kind: 'delete', key }]);
      }
    },
    async welcomeOnce({ organisation, person }) {
      const welcome = { kind: 'insert', key: welcomed(person), properties: {} } as const;
      return (await table.write(partitionOf(organisation), [welcome])).kind === 'written';
    },
  };
}

function welcomed(person: string): string {
  return `${person}|welcomed`;
}
