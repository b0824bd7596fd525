import fc from 'fast-check';
import type { AgendaItem, ItemMove, ItemStep } from '../../bot/domain/agenda/item.ts';
import { paperKinds, type Paper } from '../../bot/domain/board/paper.ts';
import type { Statement } from '../../bot/domain/board/statement.ts';
import type { BoardMeeting, NetworkId, PersonId } from '../../bot/domain/facts.ts';
import type { Goal, GoalMove, GoalStep } from '../../bot/domain/goals/goal.ts';
import type { Pair, PairMove, PairStep } from '../../bot/domain/mentoring/pair.ts';
import type { PlanLine, PlanMove, PlanStep } from '../../bot/domain/plan/plan-line.ts';
import type { Pledge } from '../../bot/domain/pledges/pledge.ts';
import type { RegularReview } from '../../bot/domain/snapshots/regular-review.ts';
import type { Things } from '../../bot/domain/things.ts';
import {
  addDays,
  instantAt,
  type Instant,
  type PlainDate,
  type PlainTime,
} from '../../bot/domain/time.ts';

const YEAR = '2026-04-01' as PlainDate;
const YEAR_ENDS = '2027-03-31' as PlainDate;

/** What is made of a day, once it is known which is today. */
type OnDay<T> = (today: PlainDate) => T;

function at(day: PlainDate): Instant {
  return instantAt(day, '10:00' as PlainTime, 'Europe/London');
}

/** How far something has come along one of several ways, and when each step of it was. */
function along<Step extends string>(...ways: readonly (readonly [Step, ...Step[]])[]) {
  return fc
    .record({
      way: fc.constantFrom(...ways),
      length: fc.integer({ min: 1, max: 7 }),
      ago: fc.nat(120),
      gaps: fc.array(fc.nat(30), { minLength: 7, maxLength: 7 }),
    })
    .map(({ way, length, ago, gaps }): OnDay<{ to: Step; at: Instant; day: PlainDate }[]> => {
      return (today) => {
        let day = addDays(today, -ago);
        return way.slice(0, length).map((to, index) => {
          if (index > 0) day = addDays(day, gaps[index] ?? 0);
          // Nothing is on record that is still to come.
          if (day >= today) day = addDays(today, -1);
          return { to, at: at(day), day };
        });
      };
    });
}

function some<T>(moves: readonly T[]): [T, ...T[]] {
  const [first, ...others] = moves;
  if (first === undefined) throw new Error('a way has one step at least');
  return [first, ...others];
}

const id = (n: number): string => `20260402090000000-${n}`;
const hex = (n: number): string => String(n).padStart(32, '0');

export interface Among {
  readonly person: fc.Arbitrary<PersonId>;
  readonly network: fc.Arbitrary<NetworkId>;
}

export const anyBoards: fc.Arbitrary<OnDay<BoardMeeting[]>> = fc
  .array(fc.integer({ min: -60, max: 60 }), { maxLength: 4 })
  .map(
    (days) => (today) =>
      [...new Set(days)]
        .toSorted((a, b) => a - b)
        .map((ahead, n) => {
          const date = addDays(today, ahead);
          return {
            ...{ id: `board-${n}`, title: 'Board', date, start: '09:00' as PlainTime },
            ...{ papersDue: addDays(date, -7), on: YEAR, recordedAt: at(YEAR) },
          };
        }),
  );

export const anyGoals: fc.Arbitrary<(person: PersonId, manager: PersonId) => OnDay<Goal[]>> = fc
  .option(
    along<GoalStep>(
      ['drafted', 'agreed-by-leader', 'agreed-by-manager', 'noted', 'proposed', 'confirmed'],
      ['drafted', 'agreed-by-leader', 'agreed-by-manager', 'paused', 'resumed', 'proposed'],
    ),
  )
  .map((steps) => (person, manager) => (today) => {
    if (steps === null) return [];
    const moves = steps(today).map(({ to, at: when }): GoalMove => {
      const by = to === 'agreed-by-manager' || to === 'confirmed' ? manager : person;
      const outcome = to === 'proposed' || to === 'confirmed' ? { outcome: 'partly' as const } : {};
      return { to, at: when, by, version: 1, ...outcome };
    });
    return [{ id: YEAR, person, year: YEAR, due: YEAR_ENDS, moves: some(moves) }];
  });

export const anyPledges: fc.Arbitrary<OnDay<Pledge[]>> = fc
  .array(fc.integer({ min: -40, max: 40 }), { maxLength: 1 })
  .map(
    (reviews) => (today) =>
      reviews.map((ahead, n) => ({
        id: id(n),
        moves: [
          { to: 'made', at: at(addDays(today, -90)), review: addDays(today, ahead) },
        ] satisfies Pledge['moves'],
      })),
  );

function anyPair({ person }: Among): fc.Arbitrary<(n: number) => OnDay<Pair[]>> {
  return fc
    .record({
      mentor: person,
      director: person,
      supporter: person,
      steps: along<PairStep>(
        ['proposed', 'mentor-accepted', 'director-accepted', 'met', 'met', 'paused', 'resumed'],
        ['proposed', 'mentor-accepted', 'director-accepted', 'paused', 'resumed', 'met', 'ended'],
        ['proposed', 'mentor-declined'],
      ),
    })
    .map(({ steps, ...who }) => (n) => (today) => {
      if (who.mentor === who.director) return [];
      const moves = steps(today).map(({ to, at: when, day }, index): PairMove => {
        const by = index % 2 === 0 ? who.director : who.mentor;
        return { to, at: when, by, ...(to === 'met' ? { on: day } : {}) };
      });
      const handles = { mentor: hex(3 * n), director: hex(3 * n + 1), lead: hex(3 * n + 2) };
      return [{ id: `pair-${n}`, ...who, handles, moves: some(moves) }];
    });
}

function anyItem({ person, network }: Among): fc.Arbitrary<(n: number) => OnDay<AgendaItem>> {
  return fc
    .record({
      network,
      by: person,
      board: fc.nat(3),
      steps: along<ItemStep>(
        ['raised', 'triaged', 'scheduled', 'discussed', 'fed-back', 'acknowledged'],
        ['raised', 'triaged', 'sent-for-decline', 'declined'],
        ['raised', 'edited', 'triaged', 'deferred'],
      ),
    })
    .map(({ network: of, by, board, steps }) => (n) => (today) => {
      const moves = steps(today).map(({ to, at: when }): ItemMove => {
        const meeting =
          to === 'scheduled' || to === 'discussed' ? { meeting: `board-${board}` } : {};
        const until = to === 'deferred' ? { until: addDays(today, 30) } : {};
        return { to, at: when, by, ...meeting, ...until };
      });
      return { id: id(n), network: of, title: 'Rotas', text: 'Nights', moves: some(moves) };
    });
}

const anyPaper: fc.Arbitrary<(n: number) => OnDay<Paper>> = fc
  .record({
    kind: fc.constantFrom(...paperKinds),
    board: fc.nat(3),
    steps: along<'planned' | 'presented'>(['planned', 'presented'], ['presented']),
  })
  .map(({ kind, board, steps }) => (n) => (today) => {
    const moves = steps(today).map(({ day, ...move }) => ({
      ...move,
      by: 'p0' as PersonId,
      ...(move.to === 'presented' ? { on: day } : {}),
    }));
    return { id: id(n), kind, quarter: YEAR, meeting: `board-${board}`, moves: some(moves) };
  });

function anyLine({ person, network }: Among): fc.Arbitrary<(n: number) => OnDay<PlanLine>> {
  return fc
    .record({
      owner: fc.option(person),
      by: person,
      network,
      ahead: fc.integer({ min: -40, max: 40 }),
      steps: along<PlanStep>(
        ['planned', 'involved', 'agreed', 'begun', 'edited', 'done'],
        ['planned', 'begun', 'involved', 'questioned', 'involved'],
      ),
    })
    .map(({ owner, by, network: named, ahead, steps }) => (n) => (today) => {
      const details = {
        action: 'Look at rotas',
        target: addDays(today, ahead),
        ...(owner === null ? { team: 'Workforce' } : { owner }),
      };
      const moves = steps(today).map(({ to, at: when }): PlanMove => {
        const said = to === 'planned' || to === 'edited' ? details : {};
        return { to, at: when, by, ...said, ...(to === 'involved' ? { network: named } : {}) };
      });
      return { id: id(n), line: 'S4', moves: some(moves) };
    });
}

/** Both are due within the year. */
const anyReviews: fc.Arbitrary<OnDay<RegularReview[]>> = fc
  .record({
    R1: fc.option(fc.integer({ min: 300, max: 400 })),
    R2: fc.option(fc.integer({ min: 600, max: 760 })),
  })
  .map(
    (ago) => (today) =>
      (['R1', 'R2'] as const).flatMap((line) => {
        const days = ago[line];
        if (days === null) return [];
        const on = addDays(today, -days);
        const move = {
          to: 'recorded',
          at: at(YEAR),
          by: 'p0' as PersonId,
          on,
          document: 'Minutes',
        } as const;
        return [{ id: line, moves: [move] as const }];
      }),
  );

/** Lines of the framework that are kept for a review day, some looked at since. */
function anyStatements({ person }: Among): fc.Arbitrary<OnDay<Statement[]>> {
  return fc
    .array(
      fc.record({
        line: fc.constantFrom('B1', 'S1', 'S3', 'G1'),
        owner: fc.option(person),
        by: person,
        ahead: fc.integer({ min: -40, max: 40 }),
        lookedAt: fc.boolean(),
      }),
      { maxLength: 3 },
    )
    .map((kept) => (today) => {
      const before = addDays(today, -60);
      const yesterday = addDays(today, -1);
      const each = new Map(kept.map((one) => [one.line, one]));
      return [...each.values()].map(({ line, owner, by, ahead, lookedAt }): Statement => {
        const carried = owner === null ? {} : { owner };
        const review = addDays(today, ahead);
        const set = { to: 'kept', at: at(before), by, on: before, review, ...carried } as const;
        const said = { to: 'in-place', at: at(yesterday), by, on: yesterday } as const;
        return { id: line, moves: lookedAt ? [set, said] : [set] };
      });
    });
}

/** What is nobody's own: pairs, items, papers, lines of the plan and of the framework and reviews, each anywhere on its way. */
export function anyThings(among: Among): fc.Arbitrary<OnDay<Things>> {
  return fc
    .record({
      pairs: fc.array(anyPair(among), { maxLength: 3 }),
      items: fc.array(anyItem(among), { maxLength: 4 }),
      papers: fc.array(anyPaper, { maxLength: 2 }),
      lines: fc.array(anyLine(among), { maxLength: 4 }),
      reviews: anyReviews,
      statements: anyStatements(among),
    })
    .map(({ pairs, items, papers, lines, reviews, statements }) => (today) => ({
      pair: pairs.flatMap((make, n) => make(n)(today)),
      'agenda-item': items.map((make, n) => make(n)(today)),
      paper: papers.map((make, n) => make(n)(today)),
      'plan-line': lines.map((make, n) => make(n)(today)),
      'regular-review': reviews(today),
      statement: statements(today),
      ...{ evidence: [], council: [], contribution: [], 'goal-report': [] },
      ...{ snapshot: [], 'snapshot-part': [], settlement: [] },
    }));
}
