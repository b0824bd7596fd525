import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { Nudge } from '../../bot/domain/nudges/nudge.ts';
import { instantFrom, type PlainDate } from '../../bot/domain/time.ts';
import { memoryTable } from '../support/memory-table.ts';
import { createNudges } from '../../bot/storage/nudges.ts';
import { StorageAway, type Table } from '../../bot/storage/table.ts';
import { practice } from '../../infra/local/practice-ids.ts';

const organisation = { tenant: practice.tenant, code: 'AWAY' };
const day = '2026-06-11' as PlainDate;
const at = instantFrom(Date.parse('2026-06-11T08:30:00.000Z'));
const nudge: Nudge = {
  ...{ kind: 'were-you-there', to: 'one' as PersonId, about: 'met', step: 'first' },
  from: day,
};

/** Storage that takes too long from a moment on, whether or not it did what it was asked for. */
async function plannedOn(writes: 'happen' | 'are lost') {
  const kept = memoryTable();
  const away = { writes: false };
  const table: Table = {
    ...kept,
    async write(partition, changes) {
      if (!away.writes) return kept.write(partition, changes);
      if (writes === 'happen') await kept.write(partition, changes);
      throw new StorageAway('storage took too long', { trouble: 'slow' });
    },
  };
  const nudges = createNudges(table);
  await nudges.plan(organisation, [nudge], at);
  return { nudges, away, planned: await nudges.ofPerson(organisation, nudge.to) };
}

test('a claim whose answer was lost is still whose it was, and can be ended', async () => {
  const { nudges, away, planned } = await plannedOn('happen');
  away.writes = true;
  const claimed = await nudges.claim(organisation, planned, { day, at, since: 1 });
  away.writes = false;
  if (claimed === 'lost') throw new Error('the claim was ours');
  expect(claimed.map(({ state }) => state.kind)).toEqual(['claimed']);
  expect(await nudges.settle(organisation, claimed, { kind: 'sent' }, { at })).toBe('settled');
});

// Each waits for as long as storage is given: together, then.
test.concurrent(
  'a claim that never arrived is nobody’s, and comes again',
  async () => {
    const { nudges, away, planned } = await plannedOn('are lost');
    away.writes = true;
    await expect(nudges.claim(organisation, planned, { day, at, since: 1 })).rejects.toThrow(
      StorageAway,
    );
    const [still] = await nudges.ofPerson(organisation, nudge.to);
    expect(still?.state.kind).toBe('planned');
  },
  30_000,
);

test.concurrent(
  'of two claims at one moment, the one whose answer was lost does not take the other for its own',
  async () => {
    const { nudges, away, planned } = await plannedOn('are lost');
    const first = await nudges.claim(organisation, planned, { day, at, since: 1 });
    expect(first).not.toBe('lost');
    away.writes = true;
    await expect(nudges.claim(organisation, planned, { day, at, since: 1 })).rejects.toThrow(
      StorageAway,
    );
  },
  30_000,
);
