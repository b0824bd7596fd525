import { expect, test } from 'vitest';
import type { Person } from '../../bot/domain/facts.ts';
import type { GoalMove } from '../../bot/domain/goals/goal.ts';
import { silverLines } from '../../bot/use-cases/silver.ts';
import type { Instant } from '../../bot/domain/time.ts';
import { date, id, leader } from '../domain/measures/generated-people.ts';
import { listed } from '../domain/measures/listed.ts';
import { practiceTrust } from '../domain/measures/practice-trust.ts';
import { factsOf } from './support/rich-trust.ts';

// Whoever puts together what leaves the page can only tell organisations apart that say something
// different. So organisations that differ in a small count alone must say the very same.

const trust = await practiceTrust('april');
const on = date('2026-04-30');
const few = [1, 2, 3, 4, 5, 6, 7, 8, 9];

interface Cast {
  /** Leaders in N; and those outside it, by why. */
  leaders?: number;
  joined?: number;
  away?: number;
  toSettle?: number;
  /** Goals of last year, by what they came to; the leaders of paused ones were away. */
  achieved?: number;
  partly?: number;
  unconfirmed?: number;
  paused?: number;
}

/** All that a board, an assessor or a network may hold at once: page, snapshot and pack. */
function publishedOf(cast: Cast): string {
  const known = trust.known(on, { people: peopleOf(cast) });
  const board = silverLines(known, { spellsOut: false });
  return JSON.stringify([board, factsOf(known)]);
}

test.each<[string, (count: number) => Cast]>([
  ['grades to settle', (toSettle) => ({ toSettle })],
  ['grades to settle beside others', (toSettle) => ({ toSettle, joined: 12 })],
  ['joiners beside grades to settle', (joined) => ({ joined, toSettle: 14 })],
  ['away, with joiners', (away) => ({ away, joined: 20 - away })],
  ['partly achieved', (partly) => ({ achieved: 15, partly, unconfirmed: 20 - partly })],
  ['unconfirmed', (unconfirmed) => ({ achieved: 3, partly: 10 - unconfirmed, unconfirmed })],
  ['paused goals', (paused) => ({ achieved: 15, paused, joined: 30 - paused })],
])('%s: 1 to 9 of them look the same, whatever is put together', (_, castOf) => {
  expect(new Set(few.map((count) => publishedOf({ leaders: 40, ...castOf(count) })))).toHaveLength(
    1,
  );
});

test('what is told is told: ten and eleven differ', () => {
  expect(publishedOf({ toSettle: 10 })).not.toBe(publishedOf({ toSettle: 11 }));
  expect(publishedOf({ joined: 10 })).not.toBe(publishedOf({ joined: 11 }));
  const outcomes = { achieved: 15, partly: 10 };
  expect(publishedOf({ ...outcomes, unconfirmed: 10 })).not.toBe(
    publishedOf({ ...outcomes, partly: 11, unconfirmed: 9 }),
  );
});

function peopleOf(cast: Cast): Person[] {
  const people: Person[] = [];
  const add = (count = 0, facts: (number: number) => Partial<Person>): void => {
    for (let each = 0; each < count; each += 1) {
      people.push(leader(people.length + 1, facts(people.length + 1)));
    }
  };
  const here = [listed()];
  const gone = [listed(), listed({ on: '2026-03-01', away: true })];
  add(cast.leaders, () => ({ assignments: here }));
  add(cast.joined, () => ({ assignments: [listed({ start: '2026-04-06' })] }));
  add(cast.away, () => ({ assignments: gone }));
  add(cast.toSettle, () => ({ assignments: [listed({ grade: 'ZL03' })] }));
  const outcome = (came: 'achieved' | 'partly' | undefined) => (number: number) => ({
    assignments: here,
    goals: [goalOf(number, came)],
  });
  add(cast.achieved, outcome('achieved'));
  add(cast.partly, outcome('partly'));
  add(cast.unconfirmed, outcome(undefined));
  add(cast.paused, (number) => ({ assignments: gone, goals: [goalOf(number, undefined)] }));
  return people;
}

function goalOf(number: number, outcome: 'achieved' | 'partly' | undefined): Person['goals'][0] {
  const [person, year, due] = [id(number), date('2025-04-01'), date('2026-03-31')];
  const move = (day: string, to: GoalMove['to'], more: Partial<GoalMove>): GoalMove => {
    return { to, at: `${day}T10:00:00.000Z` as Instant, by: person, ...more };
  };
  return {
    ...{ id: year, person, year, due },
    moves: [
      move('2025-05-01', 'drafted', { version: 1 }),
      move('2025-05-01', 'agreed-by-leader', { version: 1 }),
      move('2025-05-01', 'agreed-by-manager', { version: 1 }),
      ...(outcome === undefined
        ? []
        : [
            move('2026-03-02', 'proposed', { outcome }),
            move('2026-03-03', 'confirmed', { outcome }),
          ]),
    ],
  };
}
