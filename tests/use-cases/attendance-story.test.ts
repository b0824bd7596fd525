import { lineOf } from '../support/silver-line.ts';
import { expect, test } from 'vitest';
import { claimId } from '../../bot/use-cases/doors.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, ZPV } from '../support/small-trust.ts';

test('an executive claims, the deputy confirms, and 0 of 4 becomes 1 of 4', async () => {
  const { doors, as, cast, storage } = await houseInMemory();
  const nurse = as(cast.nurse);
  const before = await doors.progress(nurse);
  expect(before).toMatchObject({
    view: {
      commitments: [
        { done: 0, target: 4, status: 'to-do' },
        { code: 'S2' },
        { code: 'S3' },
        { code: 'S3.b' },
      ],
    },
  });

  expect(await doors.perform(nurse, { verb: 'claim', data: { meeting: APRIL_8 } })).toEqual([
    { subject: APRIL_8, outcome: { kind: 'done' } },
  ]);
  const waiting = await doors.waiting(as(cast.deputy));
  expect(waiting.waiting.map(({ name }) => name)).toEqual(['Aoife Okafor']);

  const claims = waiting.waiting.map(({ id }) => id);
  await doors.perform(as(cast.deputy), { verb: 'confirm', data: { claims } });
  const after = await doors.progress(nurse);
  expect(after).toMatchObject({
    view: {
      commitments: [
        { done: 1, needed: 3, left: 4, status: 'to-do' },
        { code: 'S2' },
        { code: 'S3' },
        { code: 'S3.b' },
      ],
    },
  });
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('two executives at one meeting cover it once', async () => {
  const { doors, as, cast } = await houseInMemory();
  for (const person of [cast.nurse, cast.operating]) {
    await doors.perform(as(person), { verb: 'claim', data: { meeting: APRIL_8 } });
  }
  const claims = [cast.nurse, cast.operating].map((person) => claimId(person, APRIL_8));
  const outcomes = await doors.perform(as(cast.chair), { verb: 'confirm', data: { claims } });
  expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['done', 'done']);
  const silver = await doors.silver(as(cast.edi), {});
  expect(lineOf(silver, 'S4')).toMatchObject({ n: 1, of: 4, ready: false });
});

test('an interim who starts on 1 September has 0 of 2, and the leaver keeps their 1', async () => {
  const { doors, as, cast, clock } = await houseInMemory();
  await doors.perform(as(cast.operating), { verb: 'claim', data: { meeting: APRIL_8 } });
  const claims = [claimId(cast.operating, APRIL_8)];
  await doors.perform(as(cast.deputy), { verb: 'confirm', data: { claims } });
  clock.moveTo('2026-10-01T08:30:00.000Z');
  const attendance = await doors.attendance(as(cast.edi), {});
  expect(attendance).toMatchObject({
    view: {
      people: [
        { name: 'Aoife Okafor', confirmed: 0, target: 4 },
        { name: 'Claire Schofield', confirmed: 0, target: 4 },
        { name: 'Gareth Hargreaves', confirmed: 1, inPost: false },
        { name: 'Ngozi Mensah', confirmed: 0, target: 2, inPost: true },
      ],
    },
  });
});
