import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { Act } from '../../bot/contract/acts.ts';
import { nudgeRules, onACard } from '../../bot/domain/nudges/rules.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { houseInMemory } from '../support/house.ts';
import { JUNE_10, TENANT, ZPV } from '../support/small-trust.ts';
import { nudgeLog } from './nudge-log.ts';

const OCTOBER_14 = JUNE_10.replace('06-10', '10-14');

test('news of a meeting that lapses goes before what can wait another day', async () => {
  const { storage, doors, as, cast, clock } = await houseInMemory();
  const does = async (who: keyof typeof cast, act: Act) =>
    expect(await doors.perform(as(cast[who]), act)).toMatchObject([{ outcome: { kind: 'done' } }]);
  await does('edi', {
    verb: 'add-network',
    data: { name: 'Another Network', countsForSilver: true, termsUsed: '', because: 'It began.' },
  });
  await does('sponsor', { verb: 'intend', data: { meeting: OCTOBER_14, answer: 'will-come' } });
  clock.moveTo('2026-07-08T08:30:00.000Z');
  await does('chair', { verb: 'cancel-meeting', data: { meeting: OCTOBER_14 } });
  await createNudging({
    ...{ ...storage, clock, queue: memoryQueue(), log: nudgeLog() },
    ...{ isBankHoliday: englandsBankHolidays(), tenants: [TENANT], perSecond: 500 },
    ...{ realNow: () => Date.now(), leaseMs: 120_000, tickMs: 60_000 },
    sender: { reaches: async () => true, send: async () => ({ kind: 'sent' }) },
  }).settle();
  const kept = await storage.nudges.ofPerson(ZPV, cast.sponsor);
  expect(kept.map(({ nudge, state }) => `${nudge.kind} ${state.kind}`)).toEqual([
    'coverage-pace sent',
    'coverage-pace planned',
    'meeting-changed sent',
  ]);
});

test('every kind of reminder has its place on a card', () => {
  const kinds = nudgeRules.map(({ kind }) => kind);
  expect(onACard.toSorted()).toEqual(kinds.toSorted());
  expect(onACard.slice(0, 3)).toEqual(['meeting-changed', 'meeting-unbooked', 'were-you-there']);
});
