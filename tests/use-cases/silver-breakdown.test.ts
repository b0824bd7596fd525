import { expect, test } from 'vitest';
import type { Breakdown } from '../../bot/contract/silver-breakdown.ts';
import type { Silver } from '../../bot/contract/silver.ts';
import type { HistoryEntry, PersonId } from '../../bot/domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../../bot/domain/known.ts';
import { cutFigure } from '../../bot/domain/measures/breakdown.ts';
import { isSmall } from '../../bot/domain/suppression.ts';
import { addDays, endOfDay, type Instant, type PlainDate } from '../../bot/domain/time.ts';
import type { AskedBreakdown } from '../../bot/use-cases/silver-breakdown.ts';
import { nothing } from '../domain/measures/practice-trust.ts';
import { groupedTrust } from '../support/grouped-trust.ts';
import { ZPV } from '../support/small-trust.ts';

const day = (text: string) => text as PlainDate;
type Trust = Awaited<ReturnType<typeof groupedTrust>>;

/** Medicine 15 of 30 and Surgery 12 of 24 by the end of April; of Estates, which is small, 1 of 4. */
async function trust() {
  const house = await groupedTrust();
  const medicine = await house.join('Medicine', 30);
  const surgery = await house.join('Surgery', 24);
  const estates = await house.join('Estates', 4);
  await house.agree([...medicine.slice(0, 15), ...surgery.slice(0, 12), ...estates.slice(0, 1)]);
  return { ...house, medicine, surgery, estates };
}

async function told(house: Trust, asked: Partial<AskedBreakdown> = {}, who?: PersonId) {
  const caller = house.as(who ?? house.cast.boardChair);
  const all = { line: 'S2', by: 'directorate', ...asked } as const;
  const shown = await house.doors.silverBreakdown(caller, all);
  if (shown.kind !== 'shown') throw new Error(shown.because);
  return shown.view;
}

test('a directorate with few takes with it what would tell of it', async () => {
  const house = await trust();
  house.clock.moveTo('2026-05-06T09:00:00.000Z');
  const view = await told(house);
  expect(view).toMatchObject({ on: '2026-04-30', next: '2026-05-31', n: 28 });
  expect(view.groups).toEqual([
    { name: 'Estates', hidden: true },
    { name: 'Medicine', n: 15, of: 30 },
    { name: 'Surgery', hidden: true },
    { name: 'Trust Board', hidden: true },
  ]);
});

test('groups are of the last month that is over, whatever day is asked for', async () => {
  const house = await trust();
  house.clock.moveTo('2026-05-31T12:00:00.000Z');
  const dayOf = async (on?: string) =>
    (await told(house, on === undefined ? {} : { on: day(on) })).on;
  expect(await dayOf()).toBe('2026-04-30');
  expect(await dayOf('2026-04-30')).toBe('2026-04-30');
  expect(await dayOf('2026-04-29')).toBe('2026-03-31');
  expect(await dayOf('2027-01-01')).toBe('2026-04-30');
  house.clock.moveTo('2026-06-01T09:00:00.000Z');
  expect(await dayOf()).toBe('2026-05-31');
});

test('reverse mentoring is told by group once a year alone', async () => {
  const house = await trust();
  house.clock.moveTo('2027-05-06T09:00:00.000Z');
  const view = await told(house, { line: 'S3.b' });
  expect(view).toMatchObject({ on: '2027-03-31', next: '2028-03-31' });
  expect(await told(house, { line: 'S3.b', on: day('2027-03-30') })).toMatchObject({
    on: '2026-03-31',
    next: '2027-03-31',
  });
});

test('a month stands on where the next one would tell other groups, and few answers have changed', async () => {
  const house = await trust();
  house.clock.moveTo('2026-05-06T09:00:00.000Z');
  const april = await told(house);
  const namesOf = ({ groups }: Breakdown) =>
    groups.flatMap((group) => ('hidden' in group ? [] : [group.name]));
  expect([april.on, april.n, namesOf(april)]).toEqual(['2026-04-30', 28, ['Medicine']]);
  // Now Medicine is the smaller one, and would be hidden for Estates and the Trust Board. Surgery’s
  // 12 of May with Medicine’s 15 of April would leave them 1, as nobody has agreed meanwhile.
  const joined = await house.join('Surgery', 10);
  house.clock.moveTo('2026-06-06T09:00:00.000Z');
  expect(await told(house)).toEqual({ ...april, next: '2026-06-30' });
  expect(await told(house, { by: 'band' })).toMatchObject({ on: '2026-04-30' });
  // With ten more answers nothing can be read off.
  await house.agree([...joined.slice(0, 6), ...house.medicine.slice(15, 21)]);
  house.clock.moveTo('2026-07-06T09:00:00.000Z');
  const june = await told(house);
  expect([june.on, june.n, namesOf(june)]).toEqual(['2026-06-30', 40, ['Surgery']]);
  // Asked for again, each day says what it said.
  expect((await told(house, { on: day('2026-05-31') })).on).toBe('2026-04-30');
  expect((await told(house, { on: day('2026-04-30') })).groups).toEqual(april.groups);
});

test('what is learnt later moves the figure of a month that is over, and none of its groups', async () => {
  const house = await trust();
  house.clock.moveTo('2026-05-06T09:00:00.000Z');
  const headline = async () => {
    const shown = await house.doors.silver(house.as(house.cast.edi), { on: day('2026-04-30') });
    return shown.kind === 'shown' && shown.view.lines.find(({ code }) => code === 'S2');
  };
  const before = { groups: await told(house), headline: await headline() };
  await house.join('Medicine', 1, '2026-01-05');
  const after = { groups: await told(house), headline: await headline() };
  expect(after.groups).toEqual(before.groups);
  expect(after.headline).not.toEqual(before.headline);
});

test('that all of a group took part is not told: it would say so of each', async () => {
  const house = await groupedTrust();
  const all = await house.join('Estates', 12);
  const medicine = await house.join('Medicine', 30);
  const surgery = await house.join('Surgery', 30);
  const tookPart = new Set([...all, ...medicine.slice(0, 15), ...surgery.slice(0, 12)]);
  const at = '2026-04-09T08:30:00.000Z' as Instant;
  const register = (person: PersonId): HistoryEntry => ({
    ...{ id: '1', person, what: 'mentoring-session', document: 'register.xlsx' },
    on: day('2025-11-06'),
    moves: [{ to: 'verified', at }],
  });
  const { people } = await house.storage.records.people(ZPV);
  const known = {
    people: people.map((person) =>
      tookPart.has(person.id) ? { ...person, history: [register(person.id)] } : person,
    ),
    frame: frameAsKnown(await house.storage.records.frame(ZPV), BY_NOW),
    things: nothing,
    on: day('2026-04-09'),
  };
  expect(cutFigure('S3.b', known).cuts.directorate.told).toEqual([
    { name: 'Estates', hidden: true },
    { name: 'Medicine', hidden: true },
    { name: 'Surgery', n: 12, of: 30 },
    { name: 'Trust Board', hidden: true },
  ]);
});

/** Every number that somebody reads of groups, and all that is got by taking told ones from the totals. */
function numbersOf({ n, of, groups }: Breakdown): number[] {
  const shown = groups.flatMap((group) => ('hidden' in group ? [] : [group]));
  if (shown.length === 0) return [];
  const left = {
    n: n - shown.reduce((sum, group) => sum + group.n, 0),
    of: of - shown.reduce((sum, group) => sum + group.of, 0),
  };
  return [...shown, left].flatMap((each) => [each.n, each.of - each.n, each.of]);
}

test('no role subtracts its way to a few people, over every day, cut and figure that it can ask for', async () => {
  const house = await trust();
  const { cast, clock } = house;
  const lines = ['S2', 'S3.b'] as const;
  const cuts = ['band', 'directorate'] as const;
  const days = Array.from({ length: 85 }, (_, at) => addDays(day('2026-04-25'), at));
  const seen = new Map<string, string>();
  const numbers: number[] = [];
  // The trust goes on living between the readings.
  for (const [at, today] of days.entries()) {
    clock.moveTo(`${today}T09:00:00.000Z`);
    if (at % 20 === 10) await house.agree(house.medicine.slice(15 + at / 10, 17 + at / 10));
    if (at % 30 === 15) await house.join('Estates', 2, today);
    if (at % 7 !== 0) continue;
    for (const who of [cast.edi, cast.sponsor, cast.boardChair, cast.secretary]) {
      for (const line of lines) {
        for (const by of cuts) {
          for (const on of [today, addDays(today, -1), addDays(today, -20)]) {
            const view = await told(house, { line, by, on }, who);
            const key = `${line} ${by} ${view.on}`;
            const { n, of, groups } = view;
            const text = JSON.stringify({ n, of, groups });
            // Whoever asks, and whenever: a day's groups never change, so no two can be compared.
            expect(seen.get(key) ?? text, key).toBe(text);
            seen.set(key, text);
            numbers.push(...numbersOf(view));
          }
        }
      }
    }
  }
  const dates = [...seen.keys()].map((key) => key.split(' ')[2]);
  // June would tell other groups, and fewer than ten answers have changed: May stands on.
  expect(new Set(dates)).toEqual(new Set(['2026-03-31', '2026-04-30', '2026-05-31']));
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter(isSmall)).toEqual([]);
});

test('whoever sees headlines has no groups, and nobody but the EDI lead has a small number of those outside N', async () => {
  const house = await trust();
  await house.join('Estates', 3, '2026-03-20');
  const { cast, doors, as } = house;
  for (const who of [cast.nurse, cast.chair, cast.deputy, cast.assistant]) {
    expect(await doors.silverBreakdown(as(who), { line: 'S2', by: 'band' })).toMatchObject({
      kind: 'refused',
      because: 'not-yours',
    });
  }
  // Staff lists of this trust are known from 9 April on.
  house.clock.moveTo('2026-07-31T09:00:00.000Z');
  const days = Array.from({ length: 12 }, (_, at) => addDays(day('2026-04-09'), 9 * at));
  const readings = (['sponsor', 'boardChair', 'secretary', 'nurse', 'chair'] as const).flatMap(
    (who) => days.map((on) => ({ who: cast[who], on })),
  );
  for (const { who, on } of readings) {
    for (const known of [{}, { known: endOfDay(on) }]) {
      const shown = await doors.silver(as(who), { on, ...known });
      const { lines }: Silver = shown.kind === 'shown' ? shown.view : { on, known: '', lines: [] };
      expect(lines.length).toBeGreaterThan(0);
      for (const { excluded, unsettled, exclusions, flagged } of lines) {
        expect(exclusions ?? flagged).toBeUndefined();
        for (const count of [excluded, unsettled]) {
          expect(typeof count === 'number' && isSmall(count)).toBe(false);
        }
      }
    }
  }
});
