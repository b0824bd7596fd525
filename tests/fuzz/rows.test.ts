import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzzHouse, type FuzzHouse } from './house.ts';
import { alterRows } from './rows.ts';

let house: FuzzHouse;
beforeAll(async () => {
  house = await fuzzHouse();
});
afterAll(() => house.close());

test('a row that was altered is named by the ledger, ends nothing, and holds up nobody elsewhere', async () => {
  const told = await alterRows(house, { seed: 20260409, times: 60 });
  expect(told.breaches).toEqual([]);
  // Most rows are of somebody else than whoever reads.
  expect(told.answers[200]).toBeGreaterThan(60);
}, 60_000);
