import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
const at = (day: string) => instantAt(day as PlainDate, '09:30' as PlainTime, 'Europe/London');

/** The small trust, first used on 9 April 2026. */
async function trust() {
  const house = await houseInMemory();
  const { cast, storage, clock, doors, as } = house;
  const steps = async (kind: 'yearly-review' | 'feedback-due', day: string) => {
    clock.moveTo(at(day));
    return dueNudges(await factsOfAll({ ...storage, clock, isBankHoliday }, ZPV))
      .filter((nudge) => nudge.kind === kind)
      .map(({ to, about, step }) => [to === cast.edi ? 'lead' : 'sponsor', about, step]);
  };
  const does = async (who: PersonId, act: Act) => {
    const [answer] = await doors.perform(as(who), act);
    if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
    return answer.subject;
  };
  const remind = async (who: PersonId, nudge: string) =>
    (await doors.reminders(as(who), [nudge])).reminders[0];
  return { ...house, steps, does, remind };
}

test('a yearly review is asked for a month ahead, a week later, and then of the EDI sponsor', async () => {
  const { steps, remind, cast } = await trust();
  const kind = 'yearly-review';
  expect(await steps(kind, '2027-03-08')).toEqual([]);
  expect(await steps(kind, '2027-03-09')).toEqual([['lead', '2027-04-09', '1']]);
  expect(await remind(cast.edi, `${kind}:2027-04-09`)).toMatchObject({
    due: true,
    reviewDue: { line: 'R1', due: '2027-04-09', supporting: false, next: '2027-03-16' },
  });
  expect(await steps(kind, '2027-03-16')).toEqual([['lead', '2027-04-09', '2']]);
  expect(await steps(kind, '2027-03-23')).toEqual([
    ['lead', '2027-04-09', '2'],
    ['sponsor', '2027-04-09', 'support'],
  ]);
  const support = await remind(cast.sponsor, `${kind}:2027-04-09`);
  expect(support?.reviewDue).toMatchObject({ supporting: true });
  const nobody = await remind(cast.nurse, `${kind}:2027-04-09`);
  expect(nobody?.reviewDue).toBeUndefined();
});

test('a review on record quietens it for a year', async () => {
  const { steps, does, remind, cast } = await trust();
  await steps('yearly-review', '2027-03-10');
  const data = { line: 'R1', date: '2027-03-09', document: 'Board minute 14/27' } as const;
  await does(cast.sponsor, { verb: 'record-review', data });
  expect(await steps('yearly-review', '2027-03-11')).toEqual([]);
  expect((await remind(cast.edi, 'yearly-review:2027-04-09'))?.due).toBe(false);
  expect(await steps('yearly-review', '2028-02-09')).toEqual([['lead', '2028-03-09', '1']]);
});

test('feedback is asked for three months ahead, and not while the Assembly has an application', async () => {
  const { steps, does, cast } = await trust();
  const kind = 'feedback-due';
  expect(await steps(kind, '2028-01-07')).toEqual([]);
  // 9 January 2028 is a Sunday.
  expect(await steps(kind, '2028-01-10')).toEqual([['lead', '2028-04-09', '1']]);
  const snapshot = await does(cast.edi, { verb: 'draft-snapshot', data: { on: '2027-12-31' } });
  await does(cast.sponsor, { verb: 'approve-snapshot', data: { snapshot } });
  await does(cast.sponsor, { verb: 'freeze-snapshot', data: { snapshot } });
  expect(await steps(kind, '2028-01-10')).toHaveLength(1);
  await does(cast.edi, { verb: 'submit-snapshot', data: { snapshot, date: '2028-01-10' } });
  expect(await steps(kind, '2028-01-24')).toEqual([]);
  await steps(kind, '2028-03-10');
  const data = { snapshot, date: '2028-03-09', words: 'Well evidenced.' };
  await does(cast.edi, { verb: 'record-feedback', data });
  expect(await steps(kind, '2029-12-07')).toEqual([]);
  expect(await steps(kind, '2029-12-10')).toEqual([['lead', '2030-03-09', '1']]);
});
