import { expect, test, vi } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { createSharedFacts } from '../../bot/nudges/shared-facts.ts';
import type { Records } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';

async function shared() {
  const { storage, clock } = await houseInMemory();
  const everything = vi.fn<Records['everything']>(storage.records.everything);
  const real = { now: 0 };
  const records = { ...storage.records, everything };
  const house = { records, clock, isBankHoliday: englandsBankHolidays() };
  return { everything, real, ask: createSharedFacts(house, () => real.now) };
}

test('a hundred who are due in one moment cost one read; whoever is due after it costs another', async () => {
  const { everything, real, ask } = await shared();
  const asked = await Promise.all(Array.from({ length: 100 }, () => ask(ZPV)));
  expect(new Set(asked).size).toBe(1);
  expect(everything).toHaveBeenCalledTimes(1);
  real.now += 1_999;
  await ask(ZPV);
  expect(everything).toHaveBeenCalledTimes(1);
  real.now += 1;
  expect(await ask(ZPV)).not.toBe(asked[0]);
  expect(everything).toHaveBeenCalledTimes(2);
});

test('a read that failed is asked again', async () => {
  const { everything, ask } = await shared();
  everything.mockRejectedValueOnce(new Error('storage is away'));
  await expect(ask(ZPV)).rejects.toThrow('storage is away');
  expect((await ask(ZPV)).facts.people.length).toBeGreaterThan(0);
});
