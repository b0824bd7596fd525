import { afterAll, beforeAll, expect, test } from 'vitest';
import { newVerbs } from '../http/support/matrix-rows.ts';
import { fuzzHouse, type FuzzHouse } from './house.ts';
import { fuzz, openChats } from './run.ts';

let house: FuzzHouse;
beforeAll(async () => {
  house = await fuzzHouse();
  await openChats(house);
});
afterAll(() => house.close());

test('what is made up, broken or another’s changes nothing, faults nothing and tells nothing', async () => {
  const told = await fuzz(house, { seed: 20260409, each: 14 });
  expect(told.breaches).toEqual([]);
  expect(told.attempts).toBe(newVerbs.length * 14);
  // Enough of them got through to the rules for the rest to mean something.
  expect(told.done).toBeGreaterThan(20);
}, 60_000);
