import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultGradeMap } from '../../bot/domain/grade.ts';
import { presenceOn, standingOn, supervisorOn } from '../../bot/domain/standing.ts';
import { importRoster } from '../../bot/use-cases/import-roster.ts';
import type { Imports } from '../../bot/use-cases/ports.ts';
import { ZPV } from '../support/small-trust.ts';
import { staffList } from './support/staff-list.ts';
import type { StaffCells } from './support/staff-list.ts';
import { day, emptyHouse, pennineVale, settled, trustFile } from './support/trust-house.ts';

type House = Awaited<ReturnType<typeof emptyHouse>>;

/** Who everybody is on a day, by staff number and not by the random ids. */
async function stateOn(house: House, date: string) {
  const listed = await house.storage.imports.listed(ZPV, '');
  const numberOf = new Map(listed.map(({ id, staffNumber }) => [id, staffNumber]));
  return (await house.everybody())
    .map((person) => {
      const supervision = supervisorOn(person, day(date));
      return {
        number: numberOf.get(person.id),
        standing: standingOn(person, day(date), defaultGradeMap),
        presence: presenceOn(person, day(date)).kind,
        supervisor: supervision.kind === 'named' ? numberOf.get(supervision.supervisor) : undefined,
      };
    })
    .toSorted((a, b) => String(a.number).localeCompare(String(b.number)));
}

test('a dry run says the same as the import and changes nothing', async () => {
  const house = await emptyHouse();
  const file = await trustFile('roster-2026-10-01.csv');
  const before = await house.storage.auditor.verify(ZPV);
  const dry = await house.bring('roster', '2026-10-01', file, { apply: false });
  expect(await house.everybody()).toEqual([]);
  expect(await house.storage.auditor.verify(ZPV)).toEqual(before);
  const real = await house.bring('roster', '2026-10-01', file);
  expect(dry.kind).toBe('would-import');
  // The ids of new people are random, so only what they are about is compared.
  const told = (verdict: typeof dry) => [
    'summary' in verdict && verdict.summary,
    settled(verdict).map(({ id, row, detail }) => [id, row, detail]),
  ];
  expect(told(dry)).toEqual(told(real));
});

test('the same file for the same day is imported once', async () => {
  const house = await pennineVale();
  const again = await house.bring('roster', '2026-04-01', await trustFile('roster-2026-04-01.csv'));
  expect(again.kind).toBe('already');
});

test('the same list for a later day changes nothing', async () => {
  const house = await pennineVale();
  const before = await house.everybody();
  const file = await trustFile('roster-2026-04-01.csv');
  expect(await house.bring('roster', '2026-05-01', file)).toMatchObject({ facts: 0, settle: [] });
  expect(await house.everybody()).toEqual(before);
});

test('April imported after October leaves 1 October as it was, and tells of April', async () => {
  const ordered = await pennineVale('october');
  const house = await emptyHouse();
  await house.bring('roster', '2026-10-01', await trustFile('roster-2026-10-01.csv'));
  const october = await stateOn(house, '2026-10-01');
  await house.bring('roster', '2026-04-01', await trustFile('roster-2026-04-01.csv'));
  expect(await stateOn(house, '2026-10-01')).toEqual(october);
  for (const date of ['2026-04-01', '2026-06-15', '2026-09-30', '2026-10-01', '2026-12-31']) {
    expect(await stateOn(house, date)).toEqual(await stateOn(ordered, date));
  }
});

const someCells = fc.record({
  grade: fc.constantFrom('NHS|XR07|', 'NHS|XR08|', 'NHS|ZL03|'),
  status: fc.constantFrom('Active Assignment', 'Career Break'),
  supervisor: fc.constantFrom('', '00010000', '00010001'),
  end: fc.constantFrom('31-DEC-4712', '30-JUN-2026'),
});
const someStaff = fc
  .array(someCells, { minLength: 1, maxLength: 4 })
  .map((rows): StaffCells[] =>
    rows.map((cells, index) => ({ number: `0001000${index}`, ...cells })),
  );

test('whatever two lists say, the older one imported late leaves the newer one’s day as it was', async () => {
  await fc.assert(
    fc.asyncProperty(someStaff, someStaff, async (april, october) => {
      const house = await emptyHouse();
      await house.bring('roster', '2026-10-01', staffList(...october));
      const listed = october.map(({ number }) => number);
      const ofOctober = async () =>
        (await stateOn(house, '2026-10-01')).filter(({ number }) => listed.includes(number ?? ''));
      const before = await ofOctober();
      await house.bring('roster', '2026-04-01', staffList(...april));
      expect(await ofOctober()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('whatever a list says, importing it for the next day too stages nothing', async () => {
  await fc.assert(
    fc.asyncProperty(someStaff, async (staff) => {
      const house = await emptyHouse();
      await house.bring('roster', '2026-10-01', staffList(...staff));
      const again = await house.bring('roster', '2026-10-02', staffList(...staff));
      expect(again).toMatchObject({ kind: 'imported', facts: 0 });
    }),
    { numRuns: 60 },
  );
});

test('an interrupted import is invisible, and running it again completes it', async () => {
  const house = await emptyHouse();
  const file = await trustFile('roster-2026-04-01.csv');
  const broken = breaksAfter(house.storage.imports, 2);
  const order = { name: 'roster.csv', bytes: file, asAt: day('2026-04-01'), apply: true };
  await expect(importRoster({ ...house.ports, imports: broken }, ZPV, order)).rejects.toThrow(
    'away',
  );
  expect(await house.everybody()).toEqual([]);

  expect((await importRoster(house.ports, ZPV, order)).kind).toBe('imported');
  const whole = await pennineVale();
  expect(await stateOn(house, '2026-04-01')).toEqual(await stateOn(whole, '2026-04-01'));
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

/** Storage that goes away after so many chunks. */
function breaksAfter(imports: Imports, chunks: number): Imports {
  let left = chunks;
  return {
    ...imports,
    async open(organisation, file) {
      const opened = await imports.open(organisation, file);
      if (opened.kind === 'already') return opened;
      const { staged } = opened;
      const stage: typeof staged.stage = async (facts) => {
        if (left === 0) throw new Error('storage is away');
        left -= 1;
        await staged.stage(facts);
      };
      return { kind: 'open', staged: { id: staged.id, stage, commit: (by) => staged.commit(by) } };
    },
  };
}
