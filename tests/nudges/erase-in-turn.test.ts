import { expect, onTestFinished, test, vi } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { eraseInTurn } from '../../bot/nudges/erase-in-turn.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import { ClockOff } from '../../bot/storage/clock-skew.ts';
import type { Erasures } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, TENANT, ZPV } from '../support/small-trust.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { nudgeLog } from './nudge-log.ts';
import { storageOn } from '../support/storage-on.ts';

test('one of all instances erases what is due, once a day, and tells how much', async () => {
  const house = await houseInMemory();
  const { clock, cast, as, doors, tables, storage } = house;
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  let real = 0;
  const instance = () => {
    const { nudges, erasures } = storageOn(tables, { clock });
    return { nudges, erasures, clock, realNow: () => real, log: nudgeLog() };
  };
  const claims = async () => (await storage.records.person(ZPV, cast.nurse))?.person.claims;
  const [one, other] = [instance(), instance()];

  await eraseInTurn(one, ZPV);
  expect(await claims()).toHaveLength(1);
  expect(one.log.factsErased).not.toHaveBeenCalled();

  clock.moveTo('2030-04-09T08:30:00.000Z');
  real += 60 * 60_000;
  await eraseInTurn(other, ZPV);
  expect(await claims()).toHaveLength(1);

  real += 24 * 60 * 60_000;
  await Promise.all([eraseInTurn(one, ZPV), eraseInTurn(other, ZPV)]);
  expect(await claims()).toEqual([]);
  const told = [...one.log.factsErased.mock.calls, ...other.log.factsErased.mock.calls];
  expect(told).toEqual([[{ organisation: 'ZPV', facts: expect.any(Number) }]]);
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

/** A process with two organisations, whose clock may go wrong while it runs. */
async function running() {
  const { storage, clock } = await houseInMemory();
  const is = { off: false };
  const log = nudgeLog();
  const erase = vi.fn<Erasures['erase']>(async () => []);
  const nudging = createNudging({
    ...{ ...storage, clock, log, queue: memoryQueue(), isBankHoliday: englandsBankHolidays() },
    directory: { organisations: async () => [ZPV, { tenant: TENANT, code: 'ELSE' }] },
    erasures: { erase },
    sender: { reaches: async () => false, send: () => Promise.reject(new Error('not asked for')) },
    ...{ tenants: [TENANT], perSecond: 500, realNow: () => Date.now() },
    // Nobody else asks meanwhile.
    ...{ leaseMs: 120_000, tickMs: 600_000, lookMs: 50 },
    clockIsRight: async () => {
      if (is.off) throw new ClockOff(2_592_000);
    },
  });
  onTestFinished(() => nudging.stop());
  return { nudging, is, log, erase };
}

test('nothing is erased where the clock has gone wrong since the last look', async () => {
  const { nudging, is, log, erase } = await running();
  nudging.start();
  is.off = true;
  await vi.waitUntil(() => log.nudgesFaulted.mock.calls.length > 0, 10_000);
  expect(erase).not.toHaveBeenCalled();
});

test('nor in the next organisation where it went wrong in one', async () => {
  const { nudging, is, log, erase } = await running();
  erase.mockImplementation(async () => {
    is.off = true;
    return [];
  });
  nudging.start();
  await vi.waitUntil(
    () => log.nudgesFaulted.mock.calls.some(([{ error }]) => error instanceof ClockOff),
    10_000,
  );
  expect(erase).toHaveBeenCalledOnce();
});
