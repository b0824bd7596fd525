import { isDeepStrictEqual } from 'node:util';
import type { Organisations } from '../use-cases/ports.ts';
import type { OrganisationRef } from '../domain/facts.ts';
import { keys, partitionOf } from './keys.ts';
import type { Lanes } from './lane.ts';
import type { Table } from './table.ts';

/** Organisations and their settings. */
export function createOrganisations(
  table: Table,
  lanes: Lanes,
  directory: { addOrganisation(organisation: OrganisationRef): Promise<void> },
): Organisations {
  return {
    async add(organisation, settings) {
      const row = await table.get(partitionOf(organisation), keys.settings);
      await directory.addOrganisation(organisation);
      const before: unknown =
        row === undefined ? undefined : JSON.parse(row.properties['body'] ?? '');
      if (isDeepStrictEqual(before, settings)) return { changed: false };
      await lanes.commit(organisation, {
        people: [],
        needsFrame: false,
        decide({ workspace, enter }) {
          const fact = { kind: 'settings', id: 'settings', body: settings } as const;
          const left = workspace.putFact(keys.settings, undefined, fact);
          enter({ act: 'settings', by: 'operator', about: {}, rows: [left] });
        },
      });
      return { changed: true };
    },
  };
}
