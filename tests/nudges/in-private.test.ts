import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import { nudgeId } from '../../bot/domain/nudges/nudge.ts';
import { instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { ZPV } from '../support/small-trust.ts';
import { mentoringHouse } from '../use-cases/mentoring-house.ts';

async function programme() {
  const house = await mentoringHouse();
  const isBankHoliday = englandsBankHolidays();
  /** Who is reminded on that day, and for which time. */
  const due = async (day: string) => {
    house.clock.moveTo(instantAt(day as PlainDate, '09:30' as PlainTime, 'Europe/London'));
    const facts = await factsOfAll({ ...house.storage, clock: house.clock, isBankHoliday }, ZPV);
    return dueNudges(facts).filter(({ kind }) => kind === 'in-private');
  };
  const who = async (day: string) =>
    (await due(day)).map(({ to, step }) => {
      const [name] = Object.entries(house.cast).find(([, id]) => id === to) ?? [];
      return `${name} ${step}`;
    });
  return { ...house, due, who };
}

test('the mentor is asked at once and a week later; then the programme lead lends a hand', async () => {
  const { propose, who, does } = await programme();
  const pair = await propose();
  expect(await who('2026-04-09')).toEqual(['chair 1']);
  expect(await who('2026-04-16')).toEqual(['chair 2']);
  expect(await who('2026-04-23')).toEqual(['chair 2', 'edi support']);
  await does('chair', 'decline-pair', pair);
  expect(await who('2026-04-23')).toEqual([]);
});

test('the director hears once the mentor has said yes, and the mentor that they did', async () => {
  const { propose, who, does } = await programme();
  const pair = await propose();
  await does('chair', 'accept-pair', pair);
  expect(await who('2026-04-09')).toEqual(['nurse 1']);
  await does('nurse', 'accept-pair', pair);
  expect(await who('2026-04-09')).toEqual(['chair 1']);
});

test('whoever hasn’t said so yet is asked whether they met', async () => {
  const { matched, who, met } = await programme();
  const pair = await matched();
  await met('chair', pair, '2026-04-09');
  expect(await who('2026-04-10')).toEqual(['nurse 1']);
  await met('nurse', pair, '2026-04-09');
  expect(await who('2026-04-10')).toEqual([]);
});

test('a pair that is quiet for six weeks is reminded twice, then the programme lead', async () => {
  const { matched, who, met } = await programme();
  const pair = await matched();
  for (const by of ['chair', 'nurse'] as const) await met(by, pair, '2026-04-09');
  expect(await who('2026-05-20')).toEqual([]);
  expect(await who('2026-05-21')).toEqual(['chair 1', 'nurse 1']);
  expect(await who('2026-05-28')).toEqual(['chair 2', 'nurse 2']);
  expect(await who('2026-06-04')).toEqual(['chair 2', 'nurse 2', 'edi support']);
});

test.each(['pause-pair', 'end-pair', 'complete-pair'] as const)(
  'after %s nobody is reminded',
  async (verb) => {
    const { matched, who, met, does } = await programme();
    const pair = await matched();
    for (const by of ['chair', 'nurse'] as const) await met(by, pair, '2026-04-09');
    await does('nurse', verb, pair);
    expect(await who('2026-06-30')).toEqual([]);
  },
);

test('what a reminder is about leads from neither of the two to the other', async () => {
  const { matched, due, cast, storage } = await programme();
  const pair = await matched();
  const about = (await due('2026-06-04')).map((nudge) => nudge.about);
  expect(new Set(about).size).toBe(3);
  for (const each of about) {
    expect(each).toMatch(/^[0-9a-f]{32}~\d+$/);
    for (const id of [pair, cast.chair, cast.nurse]) expect(each).not.toContain(id);
  }
  await storage.nudges.plan(
    ZPV,
    await due('2026-06-04'),
    instantAt('2026-06-04' as PlainDate, '09:30' as PlainTime, 'Europe/London'),
  );
  const rows = JSON.stringify(await storage.nudges.ofOrganisation(ZPV));
  expect(rows).not.toContain(pair);
  expect(rows).not.toMatch(/mentor|quiet/i);
});

test('each sees what their reminder is about, and can put it off; of another’s, nothing', async () => {
  const { matched, due, doors, as, cast } = await programme();
  const pair = await matched();
  const [ofMentor, ofDirector] = await due('2026-06-04');
  const nudge = ofMentor === undefined ? '' : nudgeId(ofMentor);
  expect(await doors.reminders(as(cast.chair), [nudge])).toMatchObject({
    reminders: [{ due: true, mentoring: { pair, role: 'mentor', stage: 'quiet' } }],
  });
  const theirs = ofDirector === undefined ? '' : nudgeId(ofDirector);
  const [seen] = (await doors.reminders(as(cast.chair), [theirs])).reminders;
  expect(seen).toMatchObject({ due: false });
  expect(seen).not.toHaveProperty('mentoring');
  const [answer] = await doors.perform(as(cast.chair), {
    verb: 'snooze',
    data: { nudge, until: 'tomorrow' },
  });
  expect(answer?.outcome).toEqual({ kind: 'done' });
  expect((await due('2026-06-04')).map(({ to }) => to)).toEqual([cast.nurse, cast.edi]);
});
