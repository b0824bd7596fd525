import * as z from 'zod';
import type { OrganisationRef } from '../domain/facts.ts';
import { keptUntil } from '../domain/retention.ts';
import { londonDate, type Instant, type PlainDate } from '../domain/time.ts';
import { after, partitionOf } from './keys.ts';
import type { Tables } from './open.ts';
import { MOST_ROWS, type Change, type Row, type Table } from './table.ts';

const instant = z.string().transform((value) => value as Instant);
const nudgeSchema = z.object({ nudge: z.object({ kind: z.string() }), at: instant });
const daySchema = z.array(z.object({ kind: z.string() }));
const cardSchema = z.object({ shownAt: instant });

/**
 * What was said to people is kept as long as what it was about: a reminder of mentoring tells that
 * somebody took part, so it goes with the pairs. Counts what is due, and erases it where asked to.
 */
export async function toldDue(
  tables: Pick<Tables, 'nudges' | 'cards'>,
  organisation: OrganisationRef,
  on: PlainDate,
  given: { erase: boolean },
): Promise<Map<'reminder' | 'card', number>> {
  const counts = new Map<'reminder' | 'card', number>();
  const places = [
    ['reminder', tables.nudges, 'n|', ofNudge],
    ['reminder', tables.nudges, 'd|', ofDay],
    ['card', tables.cards, '', ofCard],
  ] as const;
  const partition = partitionOf(organisation);
  for (const [kind, table, prefix, keptOf] of places) {
    for await (const page of table.range(partition, prefix, after(prefix))) {
      const due = page.filter((row) => (keptOf(row) ?? on) < on);
      if (given.erase) await deleteAll(table, partition, due);
      // A day's row stands beside its reminders' own, and is not counted again.
      if (due.length > 0 && prefix !== 'd|') counts.set(kind, (counts.get(kind) ?? 0) + due.length);
    }
  }
  return counts;
}

export async function deleteAll(
  table: Table,
  partition: string,
  rows: readonly Row[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const some = rows.slice(start, start + MOST_ROWS);
    const deletes = some.map(({ key }): Change => ({ kind: 'delete', key }));
    if ((await table.write(partition, deletes)).kind === 'written') continue;
    // Somebody else took one of them away meanwhile, so that none went: each by itself, then.
    for (const each of deletes) await table.write(partition, [each]);
  }
}

/** The last day on which each is kept; undefined for a row that another version wrote. */
function ofNudge({ properties }: Row): PlainDate | undefined {
  const kept = nudgeSchema.safeParse(read(properties)).data;
  return kept && keptUntil(londonDate(kept.at), asPair([kept.nudge]));
}

function ofDay({ key, properties }: Row): PlainDate | undefined {
  const said = daySchema.safeParse(read(properties)).data;
  const day = key.split('|')[2] as PlainDate | undefined;
  return said && day && keptUntil(day, asPair(said));
}

function ofCard({ properties }: Row): PlainDate | undefined {
  const card = cardSchema.safeParse(read(properties)).data;
  return card && keptUntil(londonDate(card.shownAt), 'card');
}

function asPair(said: readonly { kind: string }[]): string {
  return said.some(({ kind }) => kind === 'in-private') ? 'pair' : 'reminder';
}

function read({ body }: Row['properties']): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    // No schema takes it.
    return undefined;
  }
}
