import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { coveragePace } from '../../bot/domain/nudges/coverage-pace.ts';
import { instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10, RACE, ZPV } from '../support/small-trust.ts';

const at = (day: string) => instantAt(day as PlainDate, '09:30' as PlainTime, 'Europe/London');

async function trust() {
  const house = await houseInMemory();
  const { cast, doors, as, clock, storage } = house;
  const steps = async (day: string) => {
    clock.moveTo(at(day));
    const parts = { ...storage, clock, isBankHoliday: englandsBankHolidays() };
    return coveragePace.due(await factsOfAll(parts, ZPV)).map(({ to, about, step }) => {
      const who = Object.entries(cast).find(([, id]) => id === to)?.[0];
      return `${who} ${about} ${step}`;
    });
  };
  /** A meeting with a confirmed executive director. */
  const cover = async (meeting: typeof JUNE_10, day: string) => {
    clock.moveTo(at(day));
    await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting } });
    await doors.perform(as(cast.chair), {
      verb: 'confirm',
      data: { claims: [`${cast.nurse}~${meeting}`] },
    });
  };
  return { ...house, steps, cover };
}

const OF_SPRING = `${RACE}~2026-04-01`;

test('the EDI sponsor hears a week after a quarter, once; the EDI lead four weeks later', async () => {
  const { steps } = await trust();
  expect(await steps('2026-07-07')).toEqual([]);
  expect(await steps('2026-07-08')).toEqual([`sponsor ${OF_SPRING} 1`]);
  expect(await steps('2026-08-04')).toEqual([`sponsor ${OF_SPRING} 1`]);
  expect(await steps('2026-08-05')).toEqual([`sponsor ${OF_SPRING} 1`, `edi ${OF_SPRING} support`]);
  expect(await steps('2026-10-08')).toEqual([`sponsor ${RACE}~2026-07-01 1`]);
});

test('it stops on pace: as many meetings covered as quarters gone', async () => {
  const { steps, cover } = await trust();
  await cover(APRIL_8, '2026-04-09');
  expect(await steps('2026-07-08')).toEqual([]);
  expect(await steps('2026-10-08')).toHaveLength(1);
  await cover(JUNE_10, '2026-10-08');
  expect(await steps('2026-10-08')).toEqual([]);
});

test('in a year’s first quarter nothing can be behind', async () => {
  const { steps } = await trust();
  expect(await steps('2026-04-08')).toEqual([]);
  expect(await steps('2026-06-30')).toEqual([]);
});

test('a sponsor who is an executive director can book the network’s next meeting on the card', async () => {
  const { steps, doors, as, cast } = await trust();
  await steps('2026-07-08');
  const october = JUNE_10.replace('06-10', '10-14');
  const [reminder] = (await doors.reminders(as(cast.sponsor), [`coverage-pace:${OF_SPRING}`]))
    .reminders;
  expect(reminder).toMatchObject({
    due: true,
    pace: { covered: 0, gone: 1, supporting: false, next: '2026-10-08' },
    next: { id: october, may: ['will-come', 'cannot-come'] },
  });
});

test('a network that doesn’t count is never asked about, and nobody else is told', async () => {
  const { steps, doors, as, cast } = await trust();
  expect((await steps('2026-08-05')).every((told) => told.includes(RACE))).toBe(true);
  const [told] = (await doors.reminders(as(cast.nurse), [`coverage-pace:${OF_SPRING}`])).reminders;
  expect(told).toMatchObject({ due: false });
  expect(told?.pace).toBeUndefined();
});

test('the sponsor can put it off', async () => {
  const { steps, doors, as, cast } = await trust();
  await steps('2026-07-08');
  const nudge = `coverage-pace:${OF_SPRING}`;
  const snooze = { verb: 'snooze', data: { nudge, until: 'next-week' } } as const;
  expect(await doors.perform(as(cast.sponsor), snooze)).toMatchObject([
    { outcome: { kind: 'done' } },
  ]);
  const { reminders } = await doors.reminders(as(cast.sponsor), [nudge]);
  expect(reminders).toMatchObject([{ snoozedUntil: '2026-07-15' }]);
});
