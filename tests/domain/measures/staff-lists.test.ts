import { expect, test } from 'vitest';
import type { Assignment, Person, Role, RoleName } from '../../../bot/domain/facts.ts';
import { ownTarget } from '../../../bot/domain/measures/own-attendance.ts';
import { yearOf } from '../../../bot/domain/time.ts';
import { date, id, leader } from './generated-people.ts';
import { listed } from './listed.ts';
import { lineOf, practiceTrust } from './practice-trust.ts';

// Staff lists of their own, with figures counted by hand.
const trust = await practiceTrust('april');
const listOf = (...all: Assignment[][]): Person[] =>
  all.map((assignments, index) => leader(index + 1, { assignments }));

/** S2's N on a day, and who stands beside it. */
function eligible(on: string, people: Person[]) {
  const { of, exclusions = [] } = lineOf('S2', trust.known(on, { people }));
  return { of, ...Object.fromEntries(exclusions.map(({ why, count }) => [why, count])) };
}

const seven = { grade: 'NHS|XR07|' };
const actingUp = (start: string) => [
  listed(seven),
  listed({ assignment: '2', primary: false, on: start, start, end: '2027-08-31' }),
];
const away = (...days: string[]) => [
  listed(),
  ...days.map((on, index) => listed({ on, away: index % 2 === 0 })),
];

test.each([
  [
    '2026-08-31',
    'a joiner on the last day of grace',
    [listed({ start: '2026-06-01' })],
    { of: 0, grace: 1 },
  ],
  ['2026-09-01', 'the same, a day later', [listed({ start: '2026-06-01' })], { of: 1 }],
  [
    '2027-02-27',
    'joined on 30 November: February ends on the 28th',
    [listed({ start: '2026-11-30' })],
    { of: 0, grace: 1 },
  ],
  ['2027-02-28', 'the same, a day later', [listed({ start: '2026-11-30' })], { of: 1 }],
  [
    '2026-08-31',
    'promoted lately, here for long: no joiner',
    [listed(seven), listed({ on: '2026-08-01' })],
    { of: 1 },
  ],
  ['2026-09-14', 'acting up since 15 June', actingUp('2026-06-15'), { of: 0, 'acting-up': 1 }],
  [
    '2026-09-15',
    'the same after three months, with no further grace',
    actingUp('2026-06-15'),
    { of: 1 },
  ],
  ['2027-08-31', 'on the last day of acting up', actingUp('2026-06-15'), { of: 1 }],
  ['2027-09-01', 'the day after', actingUp('2026-06-15'), { of: 0 }],
  [
    '2026-05-01',
    'two lasting assignments: the higher band counts, once',
    [listed(seven), listed({ assignment: '2', primary: false })],
    { of: 1 },
  ],
  [
    '2026-05-01',
    'a grade that no rule knows',
    [listed({ grade: 'ZL03' })],
    { of: 0, 'unknown-grade': 1 },
  ],
  [
    '2026-05-01',
    'the same beside a band that counts',
    [listed(), listed({ assignment: '2', grade: 'ZL03', primary: false })],
    { of: 1 },
  ],
  ['2026-05-01', 'away that day', away('2026-04-20'), { of: 0, away: 1 }],
  ['2026-10-30', 'away for 182 days, and back', away('2026-04-01', '2026-09-30'), { of: 1 }],
  [
    '2026-10-30',
    'away for 183 days, and back',
    away('2026-04-01', '2026-10-01'),
    { of: 0, away: 1 },
  ],
  [
    '2026-10-30',
    'away for 183 days in two parts',
    away('2026-04-01', '2026-07-01', '2026-07-11', '2026-10-11'),
    { of: 0, away: 1 },
  ],
  ['2027-04-01', 'the same in the year after', away('2026-04-01', '2026-10-01'), { of: 1 }],
  ['2026-08-31', 'a leaver on the last day', [listed({ end: '2026-08-31' })], { of: 1 }],
  ['2026-09-01', 'a leaver the day after', [listed({ end: '2026-08-31' })], { of: 0 }],
])('on %s: %s', (on, _, assignments, beside) => {
  expect(eligible(on, listOf(assignments))).toEqual(beside);
});

const holds = (role: RoleName, number: number, on: string, to?: string): Role => {
  const term = to === undefined ? {} : { to: date(to) };
  return { role, person: id(number), on: date(on), ...term, recordedAt: listed().recordedAt };
};

test('reports of a director who left stay, flagged, until a list gives them another supervisor', () => {
  const under = (boss: number) => ({ grade: 'NHS|XR06|', supervisor: id(boss) });
  const people = listOf(
    [listed({ end: '2026-08-31' })],
    [listed()],
    [listed(under(1))],
    [listed(under(1)), listed({ ...under(2), on: '2026-10-01' })],
  );
  const roles = [
    holds('executive-director', 1, '2020-01-01'),
    holds('executive-director', 2, '2020-01-01'),
  ];
  const line = (on: string) => {
    const frame = { ...trust.frame, roles };
    const { of, flagged = 0 } = lineOf('S3.b', trust.known(on, { people, frame }));
    return { of, flagged };
  };
  expect(line('2026-08-31')).toEqual({ of: 4, flagged: 0 });
  expect(line('2026-09-01')).toEqual({ of: 3, flagged: 2 });
  expect(line('2026-10-01')).toEqual({ of: 3, flagged: 1 });
});

test.each([
  ['in post all year', '2020-01-01', undefined, 4, here(), 4],
  ['from 1 September: the last two quarters', '2026-09-01', undefined, 4, here(), 2],
  ['from the first day of a quarter', '2026-10-01', undefined, 4, here(), 2],
  ['from the day after: that quarter is not full', '2026-10-02', undefined, 4, here(), 1],
  ['from 2 January: none is full, and one is the least', '2027-01-02', undefined, 4, here(), 1],
  ['until 30 September', '2020-01-01', '2026-09-30', 4, here(), 2],
  ['away for a whole quarter', '2020-01-01', undefined, 4, away('2026-07-01', '2026-10-01'), 3],
  [
    'away for all of it but its last day',
    '2020-01-01',
    undefined,
    4,
    away('2026-07-01', '2026-09-30'),
    4,
  ],
  [
    'six a year, three quarters: 4.5 is 5',
    '2020-01-01',
    undefined,
    6,
    away('2026-06-01', '2026-10-01'),
    5,
  ],
  [
    'from 1 September, and away from 20 December: one quarter is left',
    '2026-09-01',
    undefined,
    4,
    away('2026-12-20'),
    1,
  ],
])('an executive’s own target: %s', (_, from, to, setting, assignments, target) => {
  const [person] = listOf(assignments);
  if (person === undefined) throw new Error('one is needed');
  const roles = [holds('executive-director', 1, from, to)];
  expect(ownTarget(person, roles, yearOf(date('2026-05-01'), 4), setting)).toBe(target);
});

function here(): Assignment[] {
  return [listed()];
}
