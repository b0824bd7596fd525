import { wasTapped, type ActContext } from '../act-context.ts';
import type { Person } from '../facts.ts';
import { may } from '../permissions.ts';
import { londonDate, type PlainDate } from '../time.ts';
import { isOut } from '../measures/who-counts.ts';
import { employmentOn } from '../standing.ts';
import {
  appraisalYear,
  conclusionOf,
  confirmedOutcome,
  movesUpTo,
  wasAgreed,
  type Goal,
  type GoalMove,
  type GoalOutcome,
} from './goal.ts';
import type { GoalReport } from './report.ts';

/** What an agreed goal that fell due came to; `paused`: it is outside N. */
export type DueOutcome = GoalOutcome | 'unconfirmed' | 'paused';

/**
 * What the agreed goals of a year that fell due by a day came to. `people` are as known. A goal not
 * yet due when its leader left is none of them.
 */
export function dueOutcomes(
  people: readonly Pick<Person, 'goals' | 'assignments'>[],
  year: PlainDate,
  on: PlainDate,
): DueOutcome[] {
  return people.flatMap((person): DueOutcome[] => {
    const goal = person.goals.find((known) => known.year === year);
    if (goal === undefined || goal.due > on) return [];
    if (employmentOn(person, goal.due).kind === 'left') return [];
    const moves = movesUpTo(goal, goal.due);
    if (!wasAgreed(moves)) return [];
    if (isPausedByAbsence(person, goal, moves)) return ['paused'];
    // Confirmed late, it was met all the same: an earlier day's figure moves with it.
    return [confirmedOutcome(goal.moves) ?? 'unconfirmed'];
  });
}

/**
 * Goals confirmed achieved, of agreed goals of the year that fell due by a day: partly is not met,
 * unconfirmed stays in N. One paused by its leader's absence is outside, and counted apart.
 */
export function goalsMet(
  people: readonly Pick<Person, 'goals' | 'assignments'>[],
  year: PlainDate,
  on: PlainDate,
): { n: number; of: number; paused: number } {
  const outcomes = dueOutcomes(people, year, on);
  const count = (wanted: DueOutcome): number =>
    outcomes.filter((outcome) => outcome === wanted).length;
  const paused = count('paused');
  return { n: count('achieved'), of: outcomes.length - paused, paused };
}

/**
 * [ours] On the day it fell due its leader was away, or had been for half of the year, and had not
 * said how it went. A manager's own pause of somebody who is here takes nothing out of N.
 */
function isPausedByAbsence(
  person: Pick<Person, 'assignments'>,
  { year, due }: Goal,
  moves: readonly GoalMove[],
): boolean {
  return conclusionOf(moves).proposed === undefined && isOut(person, { start: year }, due);
}

export type ReportVerdict =
  | { kind: 'done'; report: GoalReport }
  | { kind: 'already' }
  | { kind: 'refused'; because: 'not-allowed' | 'goal-year' | 'not-in-the-past' };

/** The EDI lead reports the percentage of a year that has ended: n of N as known on that day. */
export function judgeReport(
  asked: { year: PlainDate; on: PlainDate; document: string },
  report: GoalReport | undefined,
  /** As it was known at the end of that day. */
  figure: { n: number; of: number },
  context: ActContext,
): ReportVerdict {
  const { actor, frame, now, tap } = context;
  const today = londonDate(now);
  if (!may('report-goals', { person: actor, roles: frame.roles, on: today })) {
    return { kind: 'refused', because: 'not-allowed' };
  }
  if (wasTapped(report, context)) return { kind: 'already' };
  const { year, on, document } = asked;
  const { start, end } = appraisalYear(frame.settings, year);
  if (start !== year || end >= on) return { kind: 'refused', because: 'goal-year' };
  if (on > today) return { kind: 'refused', because: 'not-in-the-past' };
  const last = report?.moves.at(-1);
  if (
    last?.to === 'reported' &&
    last.on === on &&
    last.document === document &&
    last.n === figure.n &&
    last.of === figure.of
  ) {
    return { kind: 'already' };
  }
  const move = {
    to: 'reported' as const,
    at: now,
    by: actor,
    on,
    ...figure,
    document,
    ...(tap === undefined ? {} : { tap }),
  };
  const moves = report === undefined ? ([move] as const) : ([...report.moves, move] as const);
  return { kind: 'done', report: { id: year, year, moves } };
}
