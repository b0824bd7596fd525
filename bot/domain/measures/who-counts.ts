import type { Person, Settings } from '../facts.ts';
import { employmentOn, presenceOn, standingOn } from '../standing.ts';
import { addDays, addMonths, type PlainDate } from '../time.ts';

/** [ours] A joiner has so many months before a goal is expected. */
const GRACE_MONTHS = 3;

/**
 * Whether somebody is among the leaders who must have an equality goal on a day, and if not, why
 * not. The reason somebody is away is never known.
 */
export type GoalEligibility =
  | { kind: 'eligible' }
  /** A joiner, until the day before the same day of the month three months on. */
  | { kind: 'grace'; until: PlainDate }
  | { kind: 'away' }
  | { kind: 'unknown-grade' }
  | { kind: 'not-a-leader' };

export function goalEligibility(
  person: Pick<Person, 'assignments'>,
  settings: Settings,
  on: PlainDate,
): GoalEligibility {
  const standing = standingOn(person, on, settings.gradeMap);
  if (standing.kind === 'unknown-grade') return { kind: 'unknown-grade' };
  if (standing.kind !== 'leader') return { kind: 'not-a-leader' };
  if (presenceOn(person, on).kind === 'away') return { kind: 'away' };
  const ends = addMonths(joinedOn(person, on), GRACE_MONTHS);
  return on < ends ? { kind: 'grace', until: addDays(ends, -1) } : { kind: 'eligible' };
}

/** The first day of the unbroken employment that they are in on `on`. */
export function joinedOn(person: Pick<Person, 'assignments'>, on: PlainDate): PlainDate {
  let joined = on;
  for (;;) {
    const starts = [joined, addDays(joined, -1)].flatMap((day) => {
      const employment = employmentOn(person, day);
      return employment.kind === 'employed' ? employment.assignments.map(({ start }) => start) : [];
    });
    const earliest = starts.toSorted()[0];
    if (earliest === undefined || earliest >= joined) return joined;
    joined = earliest;
  }
}
