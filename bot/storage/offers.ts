import type { Offers } from '../use-cases/ports.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

/** Which meetings' offers have been made, and what was told in channels, beside where people can be reached. */
export function createOffers(table: Table): Offers {
  return {
    async once(organisation, meeting) {
      const made = { kind: 'insert', key: `offers|${meeting}`, properties: {} } as const;
      return (await table.write(partitionOf(organisation), [made])).kind === 'written';
    },
  };
}
