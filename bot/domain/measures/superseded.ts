import { appraisalYear, confirmedOutcome, isAgreed, movesUpTo } from '../goals/goal.ts';
import { employmentOn } from '../standing.ts';
import { addDays, type PlainDate } from '../time.ts';
import { attendanceFigure } from './attendance.ts';
import type { Known } from './figure.ts';
import { reportOf } from './goals.ts';
import type { Counted } from './rules.ts';

/** S4/1: what the app saw happen alone; verified history counts from S4/2. */
export function attendanceByRule1({ people, frame, on }: Known): Counted {
  const seen = people.map((person) => ({ ...person, history: [] }));
  return { ...attendanceFigure(seen, frame, on), rule: 'S4/1' };
}

/**
 * S2.met/1: a goal paused by its leader's absence stayed in N, one drafted anew after it was agreed
 * was outside, and whoever had left by D before it fell due was out.
 */
export function goalsMetByRule1(known: Known): Counted {
  const { people, frame, on } = known;
  const current = appraisalYear(frame.settings, on).start;
  const before = appraisalYear(frame.settings, addDays(current, -1)).start;
  const now = metByRule1(people, current, on);
  const [year, { n, of }] =
    now.of > 0 ? [current, now] : ([before, metByRule1(people, before, on)] as const);
  return { n, of, ready: of > 0 && reportOf(year, known) !== undefined, rule: 'S2.met/1' };
}

function metByRule1(people: Known['people'], year: PlainDate, on: PlainDate) {
  let n = 0;
  let of = 0;
  for (const person of people) {
    const goal = person.goals.find((known) => known.year === year);
    if (goal === undefined || goal.due > on) continue;
    const employment = employmentOn(person, on);
    if (employment.kind === 'left' && employment.on < goal.due) continue;
    if (!isAgreed(movesUpTo(goal, goal.due))) continue;
    of += 1;
    if (confirmedOutcome(goal.moves) === 'achieved') n += 1;
  }
  return { n, of };
}
