import { expect, test } from 'vitest';
import type { Assignment } from '../../../bot/domain/facts.ts';
import { goalStanding, type Goal, type GoalMove } from '../../../bot/domain/goals/goal.ts';
import { personAsKnown } from '../../../bot/domain/known.ts';
import type { Instant } from '../../../bot/domain/time.ts';
import { date, id, leader, several } from './generated-people.ts';
import { listed } from './listed.ts';
import { lineOf, practiceTrust } from './practice-trust.ts';

const trust = await practiceTrust('april');

const move = (day: string, to: GoalMove['to'], more: Partial<GoalMove> = {}): GoalMove => {
  return { to, at: `${day}T10:00:00.000Z` as Instant, by: id(1), ...more };
};
const both = (day: string, version: number): GoalMove[] => [
  move(day, 'agreed-by-leader', { version }),
  move(day, 'agreed-by-manager', { version }),
];
const agreed = [move('2025-05-01', 'drafted', { version: 1 }), ...both('2025-05-01', 1)];
const said = (proposed: string, confirmed: string): GoalMove[] => [
  move(proposed, 'proposed', { outcome: 'achieved' }),
  move(confirmed, 'confirmed', { outcome: 'achieved' }),
];

const here = [listed()];
const awayFrom = (on: string) => [listed(), listed({ on, away: true })];
const awayBetween = (on: string, back: string) => [...awayFrom(on), listed({ on: back })];

function goalOf(moves: readonly GoalMove[]): Goal {
  const [person, year, due] = [id(1), date('2025-04-01'), date('2026-03-31')];
  return { id: year, person, year, due, moves: several(moves) };
}

/** S2.met on a day, of one leader whose goal of 2025 to 2026 was due on 31 March. */
function met(assignments: Assignment[], moves: readonly GoalMove[], on = '2026-04-30', known = on) {
  const person = personAsKnown(
    leader(1, { assignments, goals: [goalOf(moves)] }),
    `${known}T22:59:59.999Z` as Instant,
  );
  const { n, of, exclusions } = lineOf('S2.met', trust.known(on, { people: [person] }));
  const [outside] = exclusions ?? [];
  return { n, of, ...(outside === undefined ? {} : { [outside.why]: outside.count }) };
}

const unmet = { n: 0, of: 1 };
const metIt = { n: 1, of: 1 };
const paused = { n: 0, of: 0, paused: 1 };
const pausedByManager = [...agreed, move('2026-03-02', 'paused')];
const changed = [...agreed, move('2026-03-30', 'drafted', { version: 2 })];

test.each([
  ['nobody said how it went', here, agreed, unmet],
  ['its manager paused it and its leader is here', here, pausedByManager, unmet],
  ['a text that nobody agreed replaced it the day before', here, changed, unmet],
  ['its leader is away that day', awayFrom('2026-03-31'), agreed, paused],
  [
    'its leader is away, and its manager paused it too',
    awayFrom('2026-03-01'),
    pausedByManager,
    paused,
  ],
  ['its leader came back the day before', awayBetween('2026-02-01', '2026-03-30'), agreed, unmet],
  [
    'its leader was away for half of the year',
    awayBetween('2025-05-01', '2025-11-01'),
    agreed,
    paused,
  ],
  ['a day less than half', awayBetween('2025-05-03', '2025-11-01'), agreed, unmet],
  ['its leader went away the day after', awayFrom('2026-04-01'), agreed, unmet],
  [
    'how it went was said before its leader went',
    awayFrom('2026-03-20'),
    [...agreed, ...said('2026-03-10', '2026-04-20')],
    metIt,
  ],
  [
    'nobody has confirmed what its leader said before going',
    awayFrom('2026-03-20'),
    [...agreed, move('2026-03-10', 'proposed', { outcome: 'achieved' })],
    unmet,
  ],
  [
    'its leader was away and says so later',
    awayFrom('2026-03-20'),
    [...agreed, ...said('2026-04-10', '2026-04-20')],
    paused,
  ],
])('a goal fell due and %s', (_, assignments, moves, figure) => {
  expect(met(assignments, moves)).toEqual(figure);
});

test('a list that comes late moves the figure, and not what was known before it', () => {
  const late = listed({ on: '2026-03-01', away: true, recordedAt: '2026-05-07T09:00:00.000Z' });
  expect(met([listed(), late], agreed, '2026-04-30', '2026-04-30')).toEqual(unmet);
  expect(met([listed(), late], agreed, '2026-04-30', '2026-05-31')).toEqual(paused);
});

test.each([
  ['the day before it was due', [listed({ end: '2026-03-30' })], { n: 0, of: 0 }],
  ['on the day', [listed({ end: '2026-03-31' })], unmet],
  [
    'before it was due, and came back',
    [listed({ end: '2026-02-28' }), listed({ assignment: '2', start: '2026-04-06' })],
    { n: 0, of: 0 },
  ],
])('a leaver’s goal: left %s', (_, assignments, figure) => {
  expect(met(assignments, agreed)).toEqual(figure);
});

test('how the text before went says nothing of the one that both agreed since', () => {
  const again = [move('2026-03-11', 'drafted', { version: 2 }), ...both('2026-03-12', 2)];
  const moves = [...agreed, move('2026-03-10', 'proposed', { outcome: 'achieved' }), ...again];
  expect(goalStanding(moves)).toBe('agreed');
});
