import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { gateFor } from '../../bot/domain/nudges/gates.ts';
import { nudgeId, type Nudge } from '../../bot/domain/nudges/nudge.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, JUNE_10, RACE, ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
const news = ['meeting-changed', 'attendance-taken-off'];
const october = JUNE_10.replace('06-10', '10-14');

async function trust() {
  const house = await houseInMemory();
  const facts = () => factsOfAll({ ...house.storage, clock: house.clock, isBankHoliday }, ZPV);
  /** Acts that are done; a refused one is a fault of the test. */
  const does = async (who: PersonId, ...acts: Act[]) => {
    for (const act of acts) {
      const [answer] = await house.doors.perform(house.as(who), act);
      expect(answer?.outcome).toEqual({ kind: 'done' });
    }
  };
  /** What is told of changes at a moment: to whom, and what their card says then. */
  const told = async (at?: string) => {
    if (at !== undefined) house.clock.moveTo(`${at}:00.000Z`);
    return dueNudges(await facts()).filter(({ kind }) => news.includes(kind));
  };
  const card = async (nudge: Nudge | undefined) => {
    if (nudge === undefined) throw new Error('nothing was told');
    const seen = await house.doors.reminders(house.as(nudge.to), [nudgeId(nudge)]);
    return seen.reminders[0];
  };
  return { ...house, facts, does, told, card };
}

const intend = (meeting: string, answer: 'will-come' | 'cannot-come' = 'will-come'): Act => ({
  verb: 'intend',
  data: { meeting, answer },
});
const move = (meeting: string, date: string, start = '12:00'): Act => ({
  verb: 'move-meeting',
  data: { meeting, date, start, end: '18:00' },
});
const cancel = (meeting: string, reason?: string): Act => ({
  verb: 'cancel-meeting',
  data: { meeting, ...(reason === undefined ? {} : { reason }) },
});
const openTo = (meeting: string, openToExecutives: boolean): Act => ({
  verb: 'open-meeting',
  data: { meeting, openToExecutives },
});
const restore: Act = { verb: 'restore-meeting', data: { meeting: JUNE_10 } };
const claim: Act = { verb: 'claim', data: { meeting: APRIL_8 } };

test('whoever said they would come hears that it moved, and the answer is one tap away', async () => {
  const { cast, does, told, card } = await trust();
  await does(cast.nurse, intend(JUNE_10));
  await does(cast.operating, intend(JUNE_10), intend(JUNE_10, 'cannot-come'));
  expect(await told()).toEqual([]);
  await does(cast.chair, move(JUNE_10, '2026-06-17'));
  const [nudge, ...others] = await told();
  expect(others).toEqual([]);
  expect(nudge).toMatchObject({ kind: 'meeting-changed', to: cast.nurse, from: '2026-04-09' });
  expect(await card(nudge)).toMatchObject({
    due: true,
    meeting: {
      date: '2026-06-17',
      movedFrom: { date: '2026-06-10' },
      may: ['will-come', 'cannot-come'],
    },
  });
  await does(cast.nurse, intend(JUNE_10));
  expect(await told()).toEqual([]);
  expect(await card(nudge)).toMatchObject({ due: false, meeting: { state: 'will-come' } });
});

test('“I can’t” answers it too, and so does their assistant', async () => {
  for (const who of ['nurse', 'assistant'] as const) {
    const { cast, does, told } = await trust();
    await does(cast.nurse, intend(JUNE_10));
    await does(cast.chair, move(JUNE_10, '2026-06-17'));
    expect(await told()).toHaveLength(1);
    await does(cast[who], {
      verb: 'intend',
      data: { meeting: JUNE_10, answer: 'cannot-come', for: cast.nurse },
    });
    expect(await told()).toEqual([]);
  }
});

test('a cancelled meeting and one for members now are told, the latter with its day alone', async () => {
  const { cast, does, told, card } = await trust();
  await does(cast.nurse, intend(JUNE_10), intend(october));
  await does(cast.chair, cancel(JUNE_10, 'Two events on one day'), openTo(october, false));
  const told2 = await told();
  expect(told2.map(({ to }) => to)).toEqual([cast.nurse, cast.nurse]);
  expect(await card(told2[0])).toMatchObject({
    due: true,
    meeting: { state: 'cancelled', cancelledBecause: 'Two events on one day', may: [] },
  });
  const closed = await card(told2[1]);
  expect(closed?.meeting).toMatchObject({ state: 'members-only', title: '', may: [] });
});

test('put back, moved back or opened again, “I will come” stands, and nothing is told', async () => {
  const { cast, does, told, clock } = await trust();
  await does(cast.nurse, intend(JUNE_10));
  const changes: [Act, Act][] = [
    [cancel(JUNE_10), restore],
    [move(JUNE_10, '2026-06-17'), move(JUNE_10, '2026-06-10')],
    [openTo(JUNE_10, false), openTo(JUNE_10, true)],
  ];
  for (const [n, [away, back]] of changes.entries()) {
    clock.moveTo(`2026-04-09T09:${10 + n}:00.000Z`);
    await does(cast.chair, away);
    expect(await told()).toHaveLength(1);
    await does(cast.chair, back);
    expect(await told()).toEqual([]);
  }
});

test('each change is told once, however soon after another; what became of a closed one is not', async () => {
  const { cast, does, told, clock, storage } = await trust();
  await does(cast.nurse, intend(JUNE_10));
  await does(cast.chair, move(JUNE_10, '2026-06-17'));
  const [first] = await told('2026-04-10T09:00');
  if (first === undefined) throw new Error('nothing was told');
  const plan = async () => storage.nudges.plan(ZPV, await told(), clock.now());
  expect(await plan()).toHaveLength(1);
  expect(await plan()).toEqual([]);
  clock.moveTo('2026-04-13T09:00:00.000Z');
  await does(cast.chair, openTo(JUNE_10, false));
  const [second] = await told();
  if (second === undefined) throw new Error('nothing was told');
  expect(second.about).not.toBe(first.about);
  const sent = [{ day: '2026-04-10' as PlainDate, nudges: [first] }];
  const person = await storage.records.person(ZPV, cast.nurse);
  const gate = { person: person?.person, due: [second], sent, now: clock.now(), isBankHoliday };
  expect(gateFor(second, gate)).toEqual({ kind: 'send' });
  clock.moveTo('2026-04-14T09:00:00.000Z');
  await does(cast.chair, move(JUNE_10, '2026-06-24'), cancel(JUNE_10));
  expect(await told()).toEqual([second]);
});

test('a change is news for ten working days, and until the meeting would have begun', async () => {
  const { cast, does, told } = await trust();
  await does(cast.nurse, intend(JUNE_10), intend(october));
  await does(cast.chair, cancel(october));
  // Ten working days after 9 April, no bank holiday between.
  expect(await told('2026-04-23T09:00')).toHaveLength(1);
  expect(await told('2026-04-24T09:00')).toEqual([]);
  await told('2026-06-10T09:00');
  await does(cast.chair, move(JUNE_10, '2026-06-10', '17:00'));
  expect(await told('2026-06-10T15:59')).toHaveLength(1);
  expect(await told('2026-06-10T16:00')).toEqual([]);
});

test('who changed it themselves, or holds the role no more that day, is told nothing', async () => {
  const { cast, does, told, storage } = await trust();
  const on = '2026-04-01' as PlainDate;
  await bring(storage, 'roles', [
    { kind: 'role', fact: { role: 'network-deputy', person: cast.nurse, network: RACE, on } },
  ]);
  await does(cast.nurse, intend(JUNE_10), intend(october), cancel(october));
  expect(await told()).toEqual([]);
  // The Chief Operating Officer leaves at the end of August.
  await does(cast.operating, intend(JUNE_10));
  await does(cast.chair, move(JUNE_10, '2026-08-31'));
  expect((await told()).map(({ to }) => to).toSorted()).toEqual(
    [cast.nurse, cast.operating].toSorted(),
  );
  await does(cast.chair, move(JUNE_10, '2026-09-01'));
  expect((await told()).map(({ to }) => to)).toEqual([cast.nurse]);
});

test('what a chair’s own file closes is told like any other change', async () => {
  const { cast, does, told } = await trust();
  await does(cast.nurse, intend(JUNE_10));
  const file = [
    'Network,Title,Date,Start,End,Time Zone,Location,Open to Executives,Join Link',
    'Race Equality Network,Network meeting,2026-06-10,12:00,13:00,Europe/London,,No,',
  ].join('\n');
  await does(cast.chair, { verb: 'import-meetings', data: { network: RACE, file } });
  expect(await told()).toMatchObject([{ kind: 'meeting-changed', to: cast.nurse }]);
});

test('an attendance taken off with its meeting is told to the executive alone', async () => {
  const { cast, does, told, card, clock } = await trust();
  await does(cast.nurse, claim);
  await does(cast.operating, claim, { verb: 'withdraw', data: { meeting: APRIL_8 } });
  await does(cast.chair, cancel(APRIL_8, 'It did not go ahead'));
  const [nudge, ...others] = await told();
  expect(others).toEqual([]);
  expect(nudge).toMatchObject({ kind: 'attendance-taken-off', to: cast.nurse, about: APRIL_8 });
  expect(await card(nudge)).toMatchObject({
    due: true,
    meeting: { state: 'cancelled', cancelledBecause: 'It did not go ahead', uncounted: true },
    standing: { done: 0, target: 4 },
    next: { id: JUNE_10, may: ['will-come', 'cannot-come'] },
  });
  // The answer stays on the card, to be undone there; what they had declined before isn't asked.
  clock.moveTo('2026-04-09T10:00:00.000Z');
  await does(cast.nurse, intend(JUNE_10, 'cannot-come'));
  expect(await card(nudge)).toMatchObject({
    next: { id: JUNE_10, may: ['will-come', 'undo-intention'] },
  });
  expect(await told('2026-04-23T09:00')).toHaveLength(1);
  expect(await told('2026-04-24T09:00')).toEqual([]);
});

test('a meeting declined before is not the one that they are asked about', async () => {
  const { cast, does, told, card, clock } = await trust();
  await does(cast.nurse, claim, intend(JUNE_10, 'cannot-come'));
  clock.moveTo('2026-04-09T10:00:00.000Z');
  await does(cast.chair, cancel(APRIL_8, 'It did not go ahead'));
  expect(await card((await told())[0])).toMatchObject({ next: { id: october } });
});

test('a claim that the EDI lead voided before is no news when its meeting is cancelled', async () => {
  const { cast, does, told, clock } = await trust();
  await does(cast.nurse, claim);
  await does(cast.operating, claim);
  const its = claimId(cast.nurse, APRIL_8);
  await does(cast.chair, { verb: 'confirm', data: { claims: [its] } });
  await does(cast.edi, { verb: 'void', data: { claim: its, reason: 'Recorded twice' } });
  clock.moveTo('2026-04-09T10:00:00.000Z');
  await does(cast.chair, cancel(APRIL_8, 'It did not go ahead'));
  expect((await told()).map(({ to }) => to)).toEqual([cast.operating]);
});

test('nobody can put off the news of a change: it comes once', async () => {
  const { cast, does, told, doors, as } = await trust();
  await does(cast.nurse, intend(JUNE_10));
  await does(cast.chair, cancel(JUNE_10));
  const [nudge] = await told();
  if (nudge === undefined) throw new Error('nothing was told');
  const snooze: Act = { verb: 'snooze', data: { nudge: nudgeId(nudge), until: 'tomorrow' } };
  expect(await doors.perform(as(cast.nurse), snooze)).toMatchObject([
    { outcome: { kind: 'refused', because: 'no-such-reminder' } },
  ]);
});

test('a chair’s card says when the next reminder would really come, also after “tomorrow”', async () => {
  const { cast, does, doors, as, facts, clock } = await trust();
  await does(cast.nurse, claim);
  const queue = async (day: string) => {
    clock.moveTo(`${day}T09:00:00.000Z`);
    const [nudge] = dueNudges(await facts()).filter(({ to }) => to === cast.chair);
    if (nudge === undefined) throw new Error('nothing was due');
    const [seen] = (await doors.reminders(as(cast.chair), [nudgeId(nudge)])).reminders;
    return { nudge: nudgeId(nudge), next: seen?.queue?.next };
  };
  const first = await queue('2026-04-10');
  expect(first.next).toBe('2026-04-17');
  await does(cast.chair, { verb: 'snooze', data: { nudge: first.nudge, until: 'tomorrow' } });
  // Friday's, put off to Monday: the next is a week after that one.
  expect((await queue('2026-04-13')).next).toBe('2026-04-20');
  expect((await queue('2026-04-20')).next).toBe(undefined);
});
