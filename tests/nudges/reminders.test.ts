import { beforeEach, expect, test } from 'vitest';
import { nudgeKinds } from '../../bot/domain/facts.ts';
import { intentOf } from '../../bot/teams/intents.ts';
import { houseInMemory } from '../support/house.ts';
import { JUNE_10, RACE } from '../support/small-trust.ts';

const NUDGE = `were-you-there:${JUNE_10}`;
type House = Awaited<ReturnType<typeof houseInMemory>>;
let house: House;

/** 11 June, the day after a meeting that the Chief Nurse said she would come to. */
beforeEach(async () => {
  house = await houseInMemory();
  const { doors, as, cast, clock } = house;
  await doors.perform(as(cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'will-come' },
  });
  clock.moveTo('2026-06-11T08:30:00.000Z');
});

const snooze = async (until: string, nudge = NUDGE) => {
  const { doors, as, cast } = house;
  const [answer] = await doors.perform(as(cast.nurse), { verb: 'snooze', data: { nudge, until } });
  return answer?.outcome;
};
const now = async (look?: 'ahead') => {
  const { doors, as, cast } = house;
  return (await doors.reminders(as(cast.nurse), [NUDGE], look)).reminders[0];
};

test.each([
  ['tomorrow', '2026-06-12'],
  ['next-week', '2026-06-18'],
  // Friday the 19th: it comes after it, on Monday.
  ['2026-06-19', '2026-06-22'],
  ['2026-06-11', '2026-06-12'],
  // A bank holiday, and the weekend before it.
  ['2026-08-28', '2026-09-01'],
])('put off until %s, it comes on %s', async (until, day) => {
  expect(await snooze(until)).toEqual({ kind: 'done' });
  expect(await now()).toMatchObject({ snoozedUntil: day });
});

test.each([
  ['2026-06-10', 'not-ahead'],
  ['2027-06-12', 'reminder-too-far'],
])('put off until %s, it is refused', async (until, because) => {
  expect(await snooze(until)).toEqual({ kind: 'refused', because });
  expect((await now())?.snoozedUntil).toBeUndefined();
});

test.each([
  'of-no-kind:anything',
  'were-you-there:no-such-meeting',
  'quarter-paper:soon',
  'in-private:someone',
  'item-untriaged:no-item',
  'involvement-waiting:no-line',
  'line-review:B99~2026-09-30',
  'own-goal:whenever',
  `coverage-pace:no-network~2026-04-01`,
])(
  'a reminder that there is none of is refused kindly, and nothing is written: %s',
  async (what) => {
    const changes = house.changes.length;
    expect(await snooze('tomorrow', what)).toEqual({
      kind: 'refused',
      because: 'no-such-reminder',
    });
    const { organisation, person } = house.as(house.cast.nurse);
    const kept = await house.storage.records.person(organisation, person);
    expect(kept?.person.snoozes).toEqual([]);
    expect(house.changes).toHaveLength(changes);
  },
);

test.each([
  `meeting-unbooked:${JUNE_10}`,
  `coverage-pace:${RACE}~2026-04-01`,
  'item-untriaged:20260409083000000-1',
  'plan-line-due:20260409083000000-1~2026-09-30',
  'line-review:B2~2026-09-30',
  'quarter-paper:2026-04-01',
  'own-goal:needed~2026-04-01',
])('whatever may be put off can be: %s', async (what) => {
  expect(await snooze('2026-06-30', what)).toEqual({ kind: 'done' });
  expect(await snooze('2026-06-30', what)).toEqual({ kind: 'already' });
});

test('when the next comes is what the rule itself will say', async () => {
  expect((await now('ahead'))?.comesNext).toBeUndefined();
  const { doors, as, cast, clock } = house;
  clock.moveTo('2026-06-12T08:30:00.000Z');
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: JUNE_10 } });
  clock.moveTo('2026-06-15T08:30:00.000Z');
  const nudge = `claims-waiting:${RACE}~2026-06-12`;
  const [waits] = (await doors.reminders(as(cast.chair), [nudge], 'ahead')).reminders;
  expect(waits).toMatchObject({ due: true, comesNext: '2026-06-22' });
  expect(waits?.queue?.next).toBe('2026-06-22');
  const [support] = (await doors.reminders(as(cast.edi), [nudge], 'ahead')).reminders;
  expect(support).toMatchObject({ comesNext: '2026-06-29' });
});

test('each kind can be switched off and on again, and only by its person', async () => {
  const { doors, as, cast } = house;
  for (const kind of nudgeKinds) {
    const done = [{ outcome: { kind: 'done' } }];
    expect(await doors.perform(as(cast.nurse), { verb: 'mute', data: { kind } })).toMatchObject(
      done,
    );
    expect((await doors.reminders(as(cast.nurse))).muted).toContain(kind);
    expect((await doors.reminders(as(cast.chair))).muted).toEqual([]);
    expect(await doors.perform(as(cast.nurse), { verb: 'unmute', data: { kind } })).toMatchObject(
      done,
    );
  }
  expect((await doors.reminders(as(cast.nurse))).muted).toEqual([]);
});

test.each(['Why did I get this?', 'when is the next one?', 'Snooze', 'unmute', 'my reminders'])(
  '“%s” shows one’s reminders',
  (said) => {
    expect(intentOf(said)).toBe('reminders');
  },
);
