import { expect, test } from 'vitest';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, personFacts, ZPV } from '../support/small-trust.ts';

test('whose rows are as before is taken as understood; what changed is seen at once', async () => {
  const { storage, doors, as, cast } = await houseInMemory();
  const read = async () => {
    const { people } = await storage.records.people(ZPV);
    return new Map(people.map((person) => [person.id, person]));
  };
  const before = await read();
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  const after = await read();
  expect(after.get(cast.nurse)?.claims).toHaveLength(1);
  expect(before.get(cast.nurse)?.claims).toHaveLength(0);
  expect(after.get(cast.chair)).toBe(before.get(cast.chair));
});

test('a committed import is seen of people who were understood before it', async () => {
  const { storage, cast } = await houseInMemory();
  await storage.records.people(ZPV);
  const newcomer = storage.imports.newPersonId();
  await bring(storage, 'roster', personFacts(newcomer, ['Leader', '00001']));
  const { people } = await storage.records.people(ZPV);
  expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining([newcomer, cast.nurse]));
});
