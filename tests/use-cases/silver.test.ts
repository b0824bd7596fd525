import { expect, test } from 'vitest';
import type { Silver } from '../../bot/contract/silver.ts';
import { silverSchema } from '../../bot/contract/silver.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts } from '../support/small-trust.ts';

const five = ['S1', 'S2', 'S3', 'S4', 'S5'];

/** The small trust, with so many leaders who joined in March and have their first three months. */
async function trust(joiners: number) {
  const house = await houseInMemory();
  const secretary = house.storage.imports.newPersonId();
  const people = Array.from({ length: joiners }, (_, index) =>
    personFacts(
      house.storage.imports.newPersonId(),
      ['Leader', String(index + 1).padStart(5, '0')],
      '2026-03-02' as PlainDate,
    ),
  );
  await bring(house.storage, 'roster', [
    ...people.flat(),
    ...personFacts(secretary, ['Meera', 'Schofield']),
  ]);
  const on = '2025-04-01' as PlainDate;
  await bring(house.storage, 'roles', [
    { kind: 'role', fact: { role: 'board-secretary', person: secretary, on } },
  ]);
  const seen = async (person: PersonId): Promise<Silver> => {
    const shown = await house.doors.silver(house.as(person), {});
    if (shown.kind !== 'shown') throw new Error(shown.because);
    return shown.view;
  };
  return { ...house, seen, cast: { ...house.cast, secretary } };
}

test('who is outside N is spelt out to the EDI lead alone; to others 1 to 9 are “fewer than 10”', async () => {
  const { seen, cast } = await trust(3);
  const ofGoals = async (who: PersonId) =>
    (await seen(who)).lines.find(({ code }) => code === 'S2');
  expect(await ofGoals(cast.edi)).toMatchObject({ exclusions: [{ why: 'grace', count: 3 }] });
  for (const who of [cast.sponsor, cast.boardChair, cast.secretary]) {
    const line = await ofGoals(who);
    expect(line?.excluded).toBe('fewer than 10');
    expect(line?.exclusions).toBeUndefined();
  }
});

test('ten and more are a number, and never why', async () => {
  const { seen, cast } = await trust(11);
  const { lines } = await seen(cast.boardChair);
  expect(lines.find(({ code }) => code === 'S2')?.excluded).toBe(11);
  expect(JSON.stringify(lines)).not.toContain('grace');
});

test('executives and network chairs see the five headlines, and nothing behind them', async () => {
  const { seen, cast } = await trust(3);
  for (const who of [cast.nurse, cast.chair]) {
    const { lines } = await seen(who);
    expect(lines.map(({ code }) => code)).toEqual(five);
    for (const line of lines) {
      expect(Object.keys(line)).not.toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^(exclusions|excluded|unsettled|flagged|networks)$/),
        ]),
      );
    }
  }
});

test('nobody else sees a figure, and is told whose they are', async () => {
  const { doors, as, cast } = await trust(0);
  for (const who of [cast.deputy, cast.assistant]) {
    expect(await doors.silver(as(who), {})).toMatchObject({
      kind: 'refused',
      because: 'not-yours',
      belongsTo: [
        ...['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'],
        ...['executive-director', 'chair-of-a-network'],
      ],
    });
  }
});

test('every figure has its rule’s version, and only the five lines are called deliverables', async () => {
  const { seen, cast } = await trust(0);
  const view = await seen(cast.edi);
  expect(silverSchema.parse(view)).toEqual(view);
  expect(view.lines.filter(({ deliverable }) => deliverable).map(({ code }) => code)).toEqual(five);
  for (const { rule, code } of view.lines) expect(rule).toMatch(new RegExp(`^${code}/\\d+$`));
});
