import { isDeepStrictEqual } from 'node:util';
import type { Organisations } from '../use-cases/ports.ts';
import type { EarlierSettings, OrganisationRef } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { bodies } from './fact.ts';
import { keys, partitionOf } from './keys.ts';
import type { Lanes } from './lane.ts';
import type { Row, Table } from './table.ts';

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
      if (row !== undefined && isDeepStrictEqual(readSettings(row).settings, settings)) {
        return { changed: false };
      }
      await lanes.commit(organisation, {
        people: [],
        needsFrame: false,
        decide({ workspace, enter, now }) {
          // What it was before stays beside it: a figure as known then goes by the settings of then.
          const earlier = row === undefined ? [] : earlierThan(readSettings(row), now);
          const body = { ...settings, ...(earlier.length > 0 ? { earlier } : {}) };
          const fact = { kind: 'settings', id: 'settings', body } as const;
          const left = workspace.putFact(keys.settings, undefined, fact);
          enter({ act: 'settings', by: 'operator', about: {}, rows: [left] });
        },
      });
      return { changed: true };
    },
  };
}

function readSettings(row: Row) {
  const { earlier = [], ...settings } = bodies.settings.parse(
    JSON.parse(row.properties['body'] ?? ''),
  );
  return { earlier, settings };
}

/** Of so many changes it is known what stood before; of older ones no longer. */
const MOST_EARLIER = 12;

function earlierThan(
  { earlier, settings }: ReturnType<typeof readSettings>,
  now: Instant,
): EarlierSettings[] {
  return [...earlier, { until: now, settings }].slice(-MOST_EARLIER);
}
