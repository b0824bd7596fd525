import type { Instant } from '../domain/time.ts';
import type { Offers } from '../use-cases/ports.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

/** Which meetings' offers have been made, and what was told in channels, beside where people can be reached. */
export function createOffers(table: Table): Offers {
  return {
    async once(organisation, meeting) {
      const made = { kind: 'insert', key: keyOf(meeting), properties: {} } as const;
      return (await table.write(partitionOf(organisation), [made])).kind === 'written';
    },
    async begin(organisation, what, at) {
      const partition = partitionOf(organisation);
      const begun = { kind: 'insert', key: keyOf(what), properties: { at } } as const;
      if ((await table.write(partition, [begun])).kind === 'written') return { kind: 'begun' };
      const before = (await table.get(partition, keyOf(what)))?.properties;
      // Without its moment an earlier version told it.
      return before?.['at'] === undefined || before['outcome'] !== undefined
        ? { kind: 'ended' }
        : { kind: 'begun-before', at: before['at'] as Instant };
    },
    async end(organisation, what, outcome) {
      const properties = { outcome };
      await table.write(partitionOf(organisation), [{ kind: 'put', key: keyOf(what), properties }]);
    },
  };
}

function keyOf(what: string): string {
  return `offers|${what}`;
}
