import type { PersonId } from '../domain/facts.ts';
import type { HeldFact } from '../use-cases/ports.ts';
import { bodies } from './fact.ts';
import { after, keys } from './keys.ts';
import { collect, type Table } from './table.ts';

/**
 * Meetings, networks and settings are nobody's own; the words that somebody gave where they changed
 * one are theirs. Of a meeting or network each version is a row, and `wrote` says which are theirs.
 */
export async function ownChanges(
  records: Table,
  partition: string,
  { person, wrote }: { person: PersonId; wrote: ReadonlySet<string> },
): Promise<HeldFact[]> {
  const versions = async (kind: string): Promise<unknown[]> => {
    const prefix = keys.organisationFact(kind, '');
    const rows = await collect(records.range(partition, prefix, after(prefix)));
    return rows.filter(({ key }) => wrote.has(key)).map(bodyOf);
  };
  const meetings = (await versions('meeting')).map((version) => {
    const { id: meeting, title, location, cancelledBecause, at } = bodies.meeting.parse(version);
    return held('meeting', { meeting, title, location, because: cancelledBecause, at });
  });
  const networks = (await versions('network')).map((version) => {
    const { name, termsUsed, changed, at } = bodies.network.parse(version);
    return held('network', { name, termsUsed, because: changed?.because, at });
  });
  const row = await records.get(partition, keys.settings);
  const { changes = [] } = row ? bodies.settings.parse(bodyOf(row)) : {};
  const settings = changes
    .filter(({ by }) => by === person)
    .map(({ what, set, from, because, at }) => held('settings', { what, set, from, because, at }));
  return [...meetings, ...networks, ...settings];
}

function held(kind: string, said: Readonly<Record<string, unknown>>): HeldFact {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { kind, body: Object.fromEntries(given) };
}

function bodyOf({ properties }: { properties: Readonly<Record<string, string>> }): unknown {
  return JSON.parse(properties['body'] ?? 'null');
}
