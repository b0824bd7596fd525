import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { meetingUnbooked } from '../../bot/domain/nudges/meeting-unbooked.ts';
import { instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, AUGUST_12, JUNE_10, ZPV } from '../support/small-trust.ts';

const at = (day: string, time = '09:30') =>
  instantAt(day as PlainDate, time as PlainTime, 'Europe/London');
const NUDGE = `meeting-unbooked:${JUNE_10}`;

/** The Chief Nurse and the sponsor were at the meeting of 8 April, the Chief Operating Officer was not. */
async function trust() {
  const house = await houseInMemory();
  const { cast, doors, as, clock, storage } = house;
  const facts = () => factsOfAll({ ...storage, clock, isBankHoliday: englandsBankHolidays() }, ZPV);
  const steps = async (day: string, time?: string) => {
    clock.moveTo(at(day, time));
    return meetingUnbooked
      .due(await facts())
      .filter(({ about }) => about === JUNE_10)
      .map(({ to, step }) => `${Object.entries(cast).find(([, id]) => id === to)?.[0]} ${step}`)
      .toSorted();
  };
  const answer = async (who: keyof typeof cast, said: 'will-come' | 'cannot-come') => {
    const act = { verb: 'intend', data: { meeting: JUNE_10, answer: said } } as const;
    expect(await doors.perform(as(cast[who]), act)).toMatchObject([{ outcome: { kind: 'done' } }]);
  };
  const told = async (who: keyof typeof cast, nudge = NUDGE) =>
    (await doors.reminders(as(cast[who]), [nudge])).reminders[0];
  clock.moveTo(at('2026-04-09'));
  for (const who of ['nurse', 'sponsor'] as const) {
    await doors.perform(as(cast[who]), { verb: 'claim', data: { meeting: APRIL_8 } });
  }
  return { ...house, facts, steps, answer, told };
}

test('whoever was at fewest hears 10 working days before, the others 3, and the EDI lead 2', async () => {
  const { steps } = await trust();
  expect(await steps('2026-05-26')).toEqual([]);
  expect(await steps('2026-05-27')).toEqual(['operating 1']);
  expect(await steps('2026-06-04')).toEqual(['operating 1']);
  const everybody = ['nurse 1', 'operating 1', 'sponsor 1'];
  expect(await steps('2026-06-05')).toEqual(everybody);
  expect(await steps('2026-06-08')).toEqual(['edi support', ...everybody]);
  expect(await steps('2026-06-10', '11:59')).toHaveLength(4);
  expect(await steps('2026-06-10', '12:00')).toEqual([]);
});

test('it stops when one will come, and begins again where they can’t after all', async () => {
  const { steps, answer, told, cast, doors, as } = await trust();
  expect(await steps('2026-06-08')).toHaveLength(4);
  await answer('nurse', 'will-come');
  expect(await steps('2026-06-08')).toEqual([]);
  expect(await told('sponsor')).toMatchObject({ due: false, unbooked: { open: false } });
  await doors.perform(as(cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'cannot-come' },
  });
  expect(await steps('2026-06-08')).toEqual(['edi support', 'operating 1', 'sponsor 1']);
});

test('a meeting that moves to another day is asked about anew, once for each day', async () => {
  const { facts, doors, as, cast, clock, told } = await trust();
  const asked = async (day: string) => {
    clock.moveTo(at(day));
    const due = meetingUnbooked.due(await facts());
    return due.filter(({ about }) => about.startsWith(JUNE_10)).map(({ about }) => about);
  };
  const move = async (date: string, start = '12:00') => {
    const data = { meeting: JUNE_10, date, start, end: '18:00' };
    const moved = await doors.perform(as(cast.chair), { verb: 'move-meeting', data });
    expect(moved).toMatchObject([{ outcome: { kind: 'done' } }]);
  };
  expect(await asked('2026-05-27')).toEqual([JUNE_10]);
  await move('2026-06-10', '13:00');
  expect(await asked('2026-05-27')).toEqual([JUNE_10]);
  await move('2026-06-24');
  expect(await asked('2026-06-08')).toEqual([]);
  expect(await asked('2026-06-10')).toEqual([`${JUNE_10}~2026-06-24`]);
  expect(await told('operating', `${NUDGE}~2026-06-24`)).toMatchObject({
    due: true,
    meeting: { date: '2026-06-24', may: ['will-come', 'cannot-come'] },
    unbooked: { open: true },
  });
  // What was asked of the day before is nobody's question any more.
  expect(await told('operating')).toMatchObject({ due: false });
  await move('2026-06-10');
  expect(await asked('2026-06-08')).toContain(JUNE_10);
});

test('who can’t come is passed over; nobody left to ask, the EDI lead hears at once', async () => {
  const { steps, answer } = await trust();
  await answer('operating', 'cannot-come');
  const [next, ...others] = await steps('2026-05-27');
  expect(['nurse 1', 'sponsor 1']).toContain(next);
  expect(others).toEqual([]);
  await answer('nurse', 'cannot-come');
  await answer('sponsor', 'cannot-come');
  expect(await steps('2026-05-27')).toEqual(['edi support']);
});

test('who is away or wants none of these is passed over', async () => {
  const { steps, facts, doors, as, cast } = await trust();
  await doors.perform(as(cast.operating), { verb: 'mute', data: { kind: 'meeting-unbooked' } });
  expect(await steps('2026-05-27')).not.toContain('operating 1');
  await doors.perform(as(cast.operating), { verb: 'unmute', data: { kind: 'meeting-unbooked' } });
  expect(await steps('2026-05-27')).toEqual(['operating 1']);
  const known = await facts();
  const people = known.people.map((person) =>
    person.id === cast.operating
      ? { ...person, assignments: person.assignments.map((each) => ({ ...each, away: true })) }
      : person,
  );
  const asked = meetingUnbooked.due({ ...known, people }).map(({ to }) => to);
  expect(asked).toHaveLength(1);
  expect(asked).not.toContain(cast.operating);
});

test('of two who were at as few, whoever was there longest ago hears', async () => {
  const { steps, answer, doors, as, cast, clock } = await trust();
  await answer('operating', 'cannot-come');
  // Before the app the sponsor was at one more, and nurse at one before that: last year's.
  clock.moveTo(at('2026-04-09'));
  const network = 'race-equality-network';
  for (const [who, date] of [
    ['nurse', '2025-06-11'],
    ['sponsor', '2026-02-11'],
  ] as const) {
    const data = { what: 'attendance', date, network, document: 'minutes.docx' } as const;
    const [entered] = await doors.perform(as(cast[who]), { verb: 'enter-history', data });
    await doors.perform(as(cast.edi), {
      verb: 'verify-history',
      data: { entries: [entered?.subject ?? ''] },
    });
  }
  for (const who of ['nurse', 'sponsor'] as const) {
    await doors.perform(as(cast[who]), { verb: 'withdraw', data: { meeting: APRIL_8 } });
  }
  expect(await steps('2026-05-27')).toEqual(['nurse 1']);
});

test('never about a meeting for members, one that was cancelled, or to an assistant', async () => {
  const { facts, clock, cast, doors, as, steps } = await trust();
  clock.moveTo(at('2026-08-10'));
  const due = meetingUnbooked.due(await facts());
  expect(due.filter(({ about }) => about === AUGUST_12)).toEqual([]);
  clock.moveTo(at('2026-05-27'));
  const all = await doors.reminders(as(cast.assistant), [NUDGE]);
  expect(all.reminders).toMatchObject([{ due: false }]);
  expect(all.reminders[0]?.meeting).toBeUndefined();
  await doors.perform(as(cast.chair), {
    verb: 'cancel-meeting',
    data: { meeting: JUNE_10 },
  });
  expect(await steps('2026-06-08')).toEqual([]);
});

test('an executive is offered both answers; the EDI lead none', async () => {
  const { told, clock } = await trust();
  clock.moveTo(at('2026-06-08'));
  expect(await told('operating')).toMatchObject({
    due: true,
    meeting: { state: 'upcoming', may: ['will-come', 'cannot-come'] },
    unbooked: { supporting: false, open: true },
  });
  expect(await told('edi')).toMatchObject({
    due: true,
    meeting: { may: [] },
    unbooked: { supporting: true },
  });
  expect(await told('chair')).toMatchObject({ due: false });
});
