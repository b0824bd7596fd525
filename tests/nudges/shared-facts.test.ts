import { expect, test, vi } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { createSharedFacts } from '../../bot/nudges/shared-facts.ts';
import type { Records } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, ZPV } from '../support/small-trust.ts';

async function shared() {
  const { storage, clock, doors, as, cast } = await houseInMemory();
  const everything = vi.fn<Records['everything']>(storage.records.everything);
  const records = { ...storage.records, everything };
  const ask = createSharedFacts({ records, clock, isBankHoliday: englandsBankHolidays() });
  const claim = () => doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  return { everything, ask, claim, nurse: cast.nurse };
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
