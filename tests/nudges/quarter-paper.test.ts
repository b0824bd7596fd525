import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import { instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
const at = (day: string) => instantAt(day as PlainDate, '09:30' as PlainTime, 'Europe/London');
const nudge = 'quarter-paper:2026-04-01';

/** The small trust with boards in May and September: none from October on. */
async function trust() {
  const house = await houseInMemory();
  const board = (day: string, papersDue: string) => ({
    kind: 'board-meeting' as const,
    fact: {
      ...{ id: `${day}-0930`, title: 'Board of Directors', on: '2026-04-01' as PlainDate },
      ...{ date: day as PlainDate, start: '09:30' as PlainTime, papersDue: papersDue as PlainDate },
    },
  });
  await bring(house.storage, 'board-meetings', [
    board('2026-05-07', '2026-04-28'),
    board('2026-09-24', '2026-09-15'),
  ]);
  const { cast, storage, clock, doors, as } = house;
  const steps = async (day: string) => {
    clock.moveTo(at(day));
    const due = dueNudges(await factsOfAll({ ...storage, clock, isBankHoliday }, ZPV));
    return due
      .filter(({ kind }) => kind === 'quarter-paper')
      .map(({ to, about, step }) => [to === cast.edi ? 'lead' : 'sponsor', about, step]);
  };
  const remind = async (who: 'edi' | 'sponsor' | 'nurse') =>
    (await doors.reminders(as(cast[who]), [nudge])).reminders[0];
  return { ...house, steps, remind };
}

test('the EDI lead hears two weeks before papers close, a week later, and then the EDI sponsor', async () => {
  const { steps, remind } = await trust();
  expect(await steps('2026-04-13')).toEqual([]);
  expect(await steps('2026-04-14')).toEqual([['lead', '2026-04-01', '1']]);
  expect((await remind('edi'))?.quarterPaper).toEqual({
    ...{ start: '2026-04-01', end: '2026-06-30', supporting: false, next: '2026-04-21' },
    board: { date: '2026-05-07', papersDue: '2026-04-28', met: false },
  });
  expect(await steps('2026-04-21')).toEqual([['lead', '2026-04-01', '2']]);
  expect(await steps('2026-04-28')).toEqual([
    ['lead', '2026-04-01', '2'],
    ['sponsor', '2026-04-01', 'support'],
  ]);
  expect((await remind('sponsor'))?.quarterPaper?.supporting).toBe(true);
  expect((await remind('nurse'))?.quarterPaper).toBeUndefined();
});

test('where the last board is late, it comes in the quarter’s last month; without a board never', async () => {
  const { steps } = await trust();
  expect(await steps('2026-08-31')).toEqual([]);
  expect(await steps('2026-09-01')).toEqual([['lead', '2026-07-01', '1']]);
  // Four weeks after the quarter it is too late to ask.
  expect(await steps('2026-10-28')).toHaveLength(2);
  expect(await steps('2026-10-29')).toEqual([]);
  expect(await steps('2026-12-31')).toEqual([]);
});

test('a paper that is planned quietens it until its board has met, and one on record for good', async () => {
  const { steps, remind, doors, as, cast, clock } = await trust();
  const edi = as(cast.edi);
  clock.moveTo(at('2026-04-14'));
  const data = { kind: 'wres' as const, quarter: '2026-01-01' };
  const planned = { verb: 'plan-paper', data: { ...data, meeting: '2026-05-07-0930' } } as const;
  const [paper] = await doors.perform(edi, planned);
  expect(await steps('2026-05-06')).toEqual([]);
  expect((await remind('edi'))?.due).toBe(false);
  expect(await steps('2026-05-08')).toHaveLength(2);
  const presented = { paper: paper?.subject ?? '', minute: 'Item 9' };
  await doors.perform(edi, { verb: 'present-paper', data: presented });
  expect(await steps('2026-05-08')).toEqual([]);
});

test('a staff survey alone covers no quarter', async () => {
  const { steps, doors, as, cast, clock } = await trust();
  clock.moveTo(at('2026-05-08'));
  const data = { quarter: '2026-01-01', date: '2026-05-07', minute: 'Item 9' };
  const survey = { verb: 'record-paper', data: { ...data, kind: 'staff-survey' } } as const;
  await doors.perform(as(cast.edi), survey);
  expect(await steps('2026-05-08')).toHaveLength(2);
});

test('it can be put off', async () => {
  const { steps, doors, as, cast, clock } = await trust();
  clock.moveTo(at('2026-04-14'));
  const snooze = { verb: 'snooze', data: { nudge, until: 'next-week' } } as const;
  expect(await doors.perform(as(cast.edi), snooze)).toMatchObject([{ outcome: { kind: 'done' } }]);
  expect(await steps('2026-04-20')).toEqual([]);
  expect(await steps('2026-04-21')).toHaveLength(1);
});
