import type { NetworkId, PersonId } from '../domain/facts.ts';
import type { Feeds } from '../use-cases/ports.ts';
import * as z from 'zod';
import type { Table } from './table.ts';

/** Of all tenants: whoever fetches a calendar says nothing but its secret. */
const FEEDS = 'feeds';

const feedSchema = z.object({
  tenant: z.string(),
  code: z.string(),
  person: z.string().transform((value) => value as PersonId),
  of: z.union([z.literal('own'), z.string().transform((value) => value as NetworkId)]),
});

/** An index of calendar addresses by the hash of their secret. */
export function createFeeds(directory: Table): Feeds {
  return {
    async remember(hash, { organisation: { tenant, code }, person }, of) {
      const properties = { tenant, code, person, of };
      await directory.write(FEEDS, [{ kind: 'put', key: hash, properties }]);
    },
    async find(hash) {
      const row = await directory.get(FEEDS, hash);
      if (row === undefined) return undefined;
      const { tenant, code, person, of } = feedSchema.parse(row.properties);
      return { caller: { organisation: { tenant, code }, person }, of };
    },
    async forget(hash) {
      if ((await directory.get(FEEDS, hash)) === undefined) return;
      await directory.write(FEEDS, [{ kind: 'delete', key: hash }]);
    },
  };
}
