import * as z from 'zod';
import type { PersonId } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import type { Cards, Subject } from '../use-cases/ports.ts';
import { after, partitionOf } from './keys.ts';
import { collect, type Table } from './table.ts';

/** Cards of one subject that are drawn again when it changes; older ones refresh when seen. */
const KEPT = 5;

const shownSchema = z.object({
  subject: z.string().transform((value) => value as Subject),
  person: z.string().transform((value) => value as PersonId),
  view: z.string(),
  params: z.record(z.string(), z.string()),
  conversationId: z.string(),
  activityId: z.string(),
  shownAt: z.string().transform((value) => value as Instant),
});

/** Which activity shows what. */
export function createCards(table: Table): Cards {
  return {
    async remember(organisation, card) {
      const key = keyOf(card.subject, card.activityId);
      const properties = { body: JSON.stringify(card) };
      await table.write(partitionOf(organisation), [{ kind: 'put', key, properties }]);
    },
    async showing(organisation, subject) {
      const partition = partitionOf(organisation);
      const prefix = `${subject}|`;
      const rows = await collect(table.range(partition, prefix, after(prefix)));
      const cards = rows
        .map((row) => shownSchema.parse(JSON.parse(row.properties['body'] ?? '')))
        .toSorted((a, b) => (a.shownAt < b.shownAt ? 1 : -1));
      const letGo = cards.slice(KEPT).map((card) => {
        return { kind: 'delete', key: keyOf(subject, card.activityId) } as const;
      });
      if (letGo.length > 0) await table.write(partition, letGo.slice(0, 100));
      return cards.slice(0, KEPT);
    },
  };
}

function keyOf(subject: Subject, activityId: string): string {
  return `${subject}|${Buffer.from(activityId).toString('base64url')}`;
}
