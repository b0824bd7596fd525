import { expect, test } from 'vitest';
import { eraseInTurn } from '../../bot/nudges/erase-in-turn.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, ZPV } from '../support/small-trust.ts';
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
