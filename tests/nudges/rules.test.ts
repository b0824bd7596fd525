import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { gateFor, isOfficeHours, type Sent } from '../../bot/domain/nudges/gates.ts';
import { nudgeId, nudgeKey, type Nudge } from '../../bot/domain/nudges/nudge.ts';
import { dueNudges, nudgeRules } from '../../bot/domain/nudges/rules.ts';
import {
  addDays,
  instantAt,
  instantFrom,
  londonDate,
  type PlainDate,
  type PlainTime,
} from '../../bot/domain/time.ts';
import { isWorkingDay } from '../../bot/domain/working-days.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10 } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
const at = (day: string, time = '09:30') =>
  instantAt(day as PlainDate, time as PlainTime, 'Europe/London');

async function trust() {
  const house = await houseInMemory();
  const facts = () =>
    factsOfAll(
      { ...house.storage, clock: house.clock, isBankHoliday },
      house.as(house.cast.nurse).organisation,
    );
  const due = async (day: string, time?: string) => {
    house.clock.moveTo(at(day, time));
    // Reminders of attendance; goals, pace and what nobody booked have files of their own.
    return dueNudges(await facts()).filter(
      ({ kind }) => !/goals?$|^coverage-pace$|^meeting-unbooked$/.test(kind),
    );
  };
  const of = async (day: string, who: keyof typeof house.cast) =>
    (await due(day)).filter(({ to }) => to === house.cast[who]);
  return { ...house, facts, due, of };
}

test('every rule has a file of its own, and every file is listed', () => {
  const folder = new URL('../../bot/domain/nudges/', import.meta.url);
  const files = readdirSync(folder).filter((name) =>
    readFileSync(new URL(name, folder), 'utf8').includes(': NudgeRule = {'),
  );
  expect(nudgeRules.map(({ kind }) => `${kind}.ts`).toSorted()).toEqual(files.toSorted());
  expect(new Set(nudgeRules.map(({ kind }) => kind)).size).toBe(nudgeRules.length);
});

test('an executive who said they would come is asked the working day after, and not before', async () => {
  const { doors, as, cast, of } = await trust();
  await doors.perform(as(cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'will-come' },
  });
  expect(await of('2026-06-10', 'nurse')).toEqual([]);
  expect(await of('2026-06-11', 'nurse')).toMatchObject([
    { kind: 'were-you-there', about: JUNE_10 },
  ]);
  expect(await of('2026-07-08', 'nurse')).toHaveLength(1);
  expect(await of('2026-07-09', 'nurse')).toEqual([]);
});

test.each([
  ['claimed', { verb: 'claim', data: { meeting: JUNE_10 } }],
  ['said no', { verb: 'not-there', data: { meeting: JUNE_10 } }],
] as const)('whoever has %s is asked no more', async (_what, act) => {
  const { doors, as, cast, of } = await trust();
  const nurse = as(cast.nurse);
  await doors.perform(nurse, {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'will-come' },
  });
  expect(await of('2026-06-11', 'nurse')).toHaveLength(1);
  expect(await doors.perform(nurse, act)).toMatchObject([{ outcome: { kind: 'done' } }]);
  expect(await of('2026-06-11', 'nurse')).toEqual([]);
});

test('who can’t come, or said nothing, is not asked', async () => {
  const { doors, as, cast, due } = await trust();
  for (const answer of ['will-come', 'cannot-come'] as const) {
    await doors.perform(as(cast.nurse), { verb: 'intend', data: { meeting: JUNE_10, answer } });
  }
  expect(await due('2026-06-11')).toEqual([]);
});

test('“No” can be taken back, and then the meeting can be recorded', async () => {
  const { doors, as, cast, clock } = await trust();
  const nurse = as(cast.nurse);
  clock.moveTo(at('2026-06-11'));
  const no = { verb: 'not-there', data: { meeting: JUNE_10, tap: 'one' } } as const;
  const kinds = [];
  for (const act of [
    no,
    no,
    { verb: 'undo-not-there', data: { meeting: JUNE_10 } } as const,
    { verb: 'undo-not-there', data: { meeting: JUNE_10 } } as const,
    { verb: 'claim', data: { meeting: JUNE_10 } } as const,
    { verb: 'not-there', data: { meeting: JUNE_10 } } as const,
  ]) {
    kinds.push((await doors.perform(nurse, act))[0]?.outcome);
  }
  expect(kinds.map((outcome) => outcome?.kind)).toEqual([
    'done',
    'already',
    'done',
    'already',
    'done',
    'refused',
  ]);
  expect(kinds.at(-1)).toEqual({ kind: 'refused', because: 'recorded-already' });
});

test('chair and deputy hear of a claim the working day after and a week later; then the EDI lead', async () => {
  const { doors, as, cast, due, clock } = await trust();
  clock.moveTo(at('2026-04-10'));
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  const steps = async (day: string) =>
    (await due(day)).map(({ to, step }) => [
      Object.entries(cast).find(([, id]) => id === to)?.[0],
      step,
    ]);
  expect(await steps('2026-04-10')).toEqual([]);
  // A Friday's claim: the working day after is Monday.
  expect(await steps('2026-04-13')).toEqual([
    ['chair', '1'],
    ['deputy', '1'],
  ]);
  expect(await steps('2026-04-20')).toEqual([
    ['chair', '2'],
    ['deputy', '2'],
  ]);
  expect(await steps('2026-04-27')).toEqual([
    ['chair', '2'],
    ['deputy', '2'],
    ['edi', 'support'],
  ]);
});

test('“Ask me tomorrow” brings it once more on the next working day, as another step', async () => {
  const { doors, as, cast, of } = await trust();
  const nurse = as(cast.nurse);
  await doors.perform(nurse, { verb: 'intend', data: { meeting: JUNE_10, answer: 'will-come' } });
  const [first] = await of('2026-06-12', 'nurse');
  if (first === undefined) throw new Error('nothing was due');
  const snooze = { verb: 'snooze', data: { nudge: nudgeId(first), until: 'tomorrow' } } as const;
  expect(await doors.perform(nurse, snooze)).toMatchObject([{ outcome: { kind: 'done' } }]);
  expect(await of('2026-06-12', 'nurse')).toEqual([]);
  expect(await of('2026-06-15', 'nurse')).toMatchObject([{ step: '1-2026-06-15' }]);
  expect(
    await doors.perform(nurse, {
      verb: 'snooze',
      data: { nudge: 'were-you-there:another-meeting', until: 'tomorrow' },
    }),
  ).toMatchObject([{ outcome: { kind: 'refused', because: 'no-such-reminder' } }]);
});

/** Every minute of two years, clock changes and bank holidays among them. */
const moments = fc
  .integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2028-01-01T00:00Z') })
  .map(instantFrom);

test('never at night, on a weekend or on a bank holiday, by London’s clocks', () => {
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  fc.assert(
    fc.property(moments, (now) => {
      const parts = new Map(wall.formatToParts(Date.parse(now)).map((p) => [p.type, p.value]));
      const hour = Number(parts.get('hour'));
      const free =
        ['Sat', 'Sun'].includes(parts.get('weekday') ?? '') || isBankHoliday(londonDate(now));
      expect(isOfficeHours(now, isBankHoliday)).toBe(!free && hour >= 9 && hour < 17);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['2026-03-27T08:59:59.000Z', false],
  ['2026-03-27T09:00:00.000Z', true],
  // Summer time from 29 March: 09:00 in London is 08:00 UTC.
  ['2026-03-30T08:00:00.000Z', true],
  ['2026-03-30T16:00:00.000Z', false],
  ['2026-10-26T08:59:59.000Z', false],
  ['2026-10-26T16:59:59.000Z', true],
  ['2026-05-25T10:00:00.000Z', false],
  ['2026-12-28T10:00:00.000Z', false],
])('at %s nudges may be sent: %s', (now, may) => {
  expect(isOfficeHours(now as never, isBankHoliday)).toBe(may);
});

test('an organisation’s own hours say when nudges may be sent', () => {
  const hours = { opens: '10:30', closes: '18:00' } as never;
  const friday = (time: string) => `2026-03-27T${time}:00.000Z` as never;
  expect(isOfficeHours(friday('10:29'), isBankHoliday, hours)).toBe(false);
  expect(isOfficeHours(friday('10:30'), isBankHoliday, hours)).toBe(true);
  expect(isOfficeHours(friday('17:59'), isBankHoliday, hours)).toBe(true);
  expect(isOfficeHours(friday('18:00'), isBankHoliday, hours)).toBe(false);
});

test('planning at any moment twice is planning once', async () => {
  const { doors, as, cast, facts, clock, storage } = await trust();
  const { organisation } = as(cast.nurse);
  await doors.perform(as(cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'will-come' },
  });
  await doors.perform(as(cast.operating), { verb: 'claim', data: { meeting: APRIL_8 } });
  const days = fc.integer({ min: 0, max: 120 }).map((n) => addDays('2026-04-09' as PlainDate, n));
  await fc.assert(
    fc.asyncProperty(days, async (day) => {
      clock.moveTo(at(day));
      const due = dueNudges(await facts());
      expect(dueNudges(await facts())).toEqual(due);
      await storage.nudges.plan(organisation, due, clock.now());
      expect(await storage.nudges.plan(organisation, due, clock.now())).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('at most one a day and three in any seven days, whatever is due', async () => {
  const { cast, facts, clock } = await trust();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }),
      async (things) => {
        const days: PlainDate[] = [];
        const sent: Sent[] = [];
        const known = await facts();
        const person = known.people.find(({ id }) => id === cast.nurse);
        for (const [n, thing] of things.entries()) {
          const day = addDays('2026-04-09' as PlainDate, Math.floor(n / 2));
          const nudge: Nudge = {
            kind: 'were-you-there',
            to: cast.nurse,
            about: `meeting-${thing}`,
            step: String(n),
            from: day,
          };
          clock.moveTo(at(day));
          const gate = gateFor(nudge, {
            person,
            due: [nudge],
            sent,
            now: clock.now(),
            isBankHoliday,
          });
          if (gate.kind !== 'send') continue;
          days.push(day);
          sent.push({ day, nudges: [nudge] });
        }
        expect(new Set(days).size).toBe(days.length);
        for (const day of days) {
          expect(isWorkingDay(day, isBankHoliday)).toBe(true);
          expect(
            days.filter((other) => other > addDays(day, -7) && other <= day).length,
          ).toBeLessThan(4);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('nobody is nudged while away, once they have left, or about what they have switched off', async () => {
  const { doors, as, cast, facts, clock } = await trust();
  clock.moveTo(at('2026-06-11'));
  const nudge: Nudge = {
    kind: 'were-you-there',
    to: cast.nurse,
    about: JUNE_10,
    step: '1',
    from: londonDate(clock.now()),
  };
  const gate = async (
    change: (person: Awaited<ReturnType<typeof facts>>['people'][number]) => unknown,
  ) => {
    const person = (await facts()).people.find(({ id }) => id === cast.nurse);
    if (person === undefined) throw new Error('no such person');
    const seen = { ...person, ...(change(person) as object) };
    const known = { due: [nudge], sent: [], now: clock.now(), isBankHoliday };
    return gateFor(nudge, { ...known, person: seen });
  };
  expect(await gate(() => ({}))).toEqual({ kind: 'send' });
  const away = ({ assignments }: { assignments: readonly object[] }) => ({
    assignments: assignments.map((each) => ({ ...each, away: true })),
  });
  expect(await gate(away)).toEqual({ kind: 'withdraw', because: 'away' });
  expect(await gate(() => ({ assignments: [] }))).toEqual({ kind: 'withdraw', because: 'left' });
  await doors.perform(as(cast.nurse), { verb: 'mute', data: { kind: 'were-you-there' } });
  expect(await gate(() => ({}))).toEqual({ kind: 'withdraw', because: 'muted' });
  await doors.perform(as(cast.nurse), { verb: 'unmute', data: { kind: 'were-you-there' } });
  expect(await gate(() => ({}))).toEqual({ kind: 'send' });
  expect(nudgeKey(nudge)).toContain('were-you-there');
});

test('a pledge is asked about on the day that its maker set, or the working day after', async () => {
  const { doors, as, cast, of } = await trust();
  const [made] = await doors.perform(as(cast.nurse), {
    verb: 'make-pledge',
    data: { text: 'I will ask who is not in the room', review: '2026-07-11' },
  });
  const pledge = made?.subject ?? '';
  expect(await of('2026-07-10', 'nurse')).toEqual([]);
  // The 11th is a Saturday.
  expect(await of('2026-07-13', 'nurse')).toEqual([
    {
      kind: 'pledge-review',
      to: cast.nurse,
      about: `${pledge}~2026-07-11`,
      step: '1',
      from: '2026-07-13',
    },
  ]);
  await doors.perform(as(cast.nurse), {
    verb: 'extend-pledge',
    data: { pledge, review: '2026-09-01' },
  });
  expect(await of('2026-07-14', 'nurse')).toEqual([]);
  expect(await of('2026-09-01', 'nurse')).toHaveLength(1);
  expect(await of('2026-09-30', 'nurse')).toEqual([]);
  await doors.perform(as(cast.nurse), { verb: 'review-pledge', data: { pledge, text: 'We did' } });
  expect(await of('2026-09-02', 'nurse')).toEqual([]);
});

test('a pledge’s reminder is put off by its maker alone', async () => {
  const { doors, as, cast, of, clock } = await trust();
  const [made] = await doors.perform(as(cast.nurse), {
    verb: 'make-pledge',
    data: { text: 'I will ask who is not in the room', review: '2026-07-09' },
  });
  clock.moveTo(at('2026-07-09'));
  const nudge = `pledge-review:${made?.subject}~2026-07-09`;
  const snooze = { verb: 'snooze', data: { nudge, until: 'tomorrow' } } as const;
  const [theirs] = await doors.perform(as(cast.sponsor), snooze);
  expect(theirs?.outcome).toEqual({ kind: 'refused', because: 'no-such-reminder' });
  await doors.perform(as(cast.nurse), snooze);
  expect(await of('2026-07-09', 'nurse')).toEqual([]);
  expect(await of('2026-07-10', 'nurse')).toHaveLength(1);
});
