import { expect, test, vi } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { Nudge } from '../../bot/domain/nudges/nudge.ts';
import { deliverTo } from '../../bot/nudges/deliver.ts';
import { createSharedFacts } from '../../bot/nudges/shared-facts.ts';
import { londonDate } from '../../bot/domain/time.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import type { Records } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, TENANT, ZPV } from '../support/small-trust.ts';
import { nudgeLog } from './nudge-log.ts';

async function shared() {
  const { storage, clock, doors, as, cast } = await houseInMemory();
  const everything = vi.fn<Records['everything']>(storage.records.everything);
  const records = { ...storage.records, everything };
  const real = { now: 0 };
  const ask = createSharedFacts({
    ...{ records, clock, isBankHoliday: englandsBankHolidays() },
    realNow: () => real.now,
  });
  const claim = () => doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  return { everything, ask, claim, real, nurse: cast.nurse };
}

test('a hundred who are due together cost one read', async () => {
  const { everything, ask } = await shared();
  const asked = await Promise.all(Array.from({ length: 100 }, () => ask(ZPV)));
  expect(new Set(asked).size).toBe(1);
  expect(everything).toHaveBeenCalledTimes(1);
});

test('whoever is due right after it is told how things stand then', async () => {
  const { ask, claim, nurse } = await shared();
  const claims = async () =>
    (await ask(ZPV)).facts.people.find(({ id }) => id === nurse)?.claims.length;
  expect(await claims()).toBe(0);
  await claim();
  expect(await claims()).toBe(1);
});

test('a read that failed is asked again', async () => {
  const { everything, ask } = await shared();
  everything.mockRejectedValueOnce(new Error('storage is away'));
  await expect(ask(ZPV)).rejects.toThrow('storage is away');
  expect((await ask(ZPV)).facts.people.length).toBeGreaterThan(0);
});

test('whoever joins a read is told when it began', async () => {
  const { ask, real } = await shared();
  const first = ask(ZPV);
  real.now = 9_000;
  const [one, other] = await Promise.all([first, ask(ZPV)]);
  expect([one.readAt, other.readAt]).toEqual([0, 0]);
});

test('nobody hears by facts that are older than the limit, whoever began to read them', async () => {
  const { storage, clock, cast } = await houseInMemory();
  const isBankHoliday = englandsBankHolidays();
  const facts = await factsOfAll({ ...storage, clock, isBankHoliday }, ZPV);
  const nudge: Nudge = {
    ...{ kind: 'team-goals', to: cast.chair, about: 'goals', step: '1' },
    from: londonDate(clock.now()),
  };
  await storage.nudges.plan(ZPV, [nudge], clock.now());
  const send = vi.fn<() => Promise<{ kind: 'sent' }>>(async () => ({ kind: 'sent' }));
  const delivered = (readAt: number) =>
    deliverTo(
      {
        ...{ ...storage, clock, isBankHoliday, queue: memoryQueue(), log: nudgeLog() },
        ...{ tenants: [TENANT], perSecond: 500, realNow: () => 60_000 },
        ...{ leaseMs: 120_000, tickMs: 60_000 },
        sender: { reaches: async () => true, send },
        everybody: async () => ({ facts, due: [nudge], readAt }),
      },
      { take: async () => ({ moment: async () => true, ended: () => {}, unused: () => {} }) },
      { organisation: ZPV, person: cast.chair },
    );
  expect(await delivered(40_000)).toBe('left');
  expect(send).not.toHaveBeenCalled();
  expect(await delivered(55_000)).toBe('done');
  expect(send).toHaveBeenCalledOnce();
});
