import type { Person, Settings } from '../facts.ts';
import { employmentOn, presenceOn, standingOn } from '../standing.ts';
import { addDays, addMonths, daysBetween, yearOf, type PlainDate, type Year } from '../time.ts';

/** [ours] A joiner has so many months before a goal is expected. */
const GRACE_MONTHS = 3;
/** [ours] Away for so many months of the appraisal year or more: out for that year. */
const AWAY_MONTHS = 6;

type Listed = Pick<Person, 'assignments'>;

/**
 * Whether somebody is among the leaders who must have an equality goal on a day, and if not, why
 * not: persons, by the highest band held that day. Why somebody is away is never known.
 */
export type GoalEligibility =
  | { kind: 'eligible' }
  /** A joiner, until the day before the same day of the month three months on. */
  | { kind: 'grace'; until: PlainDate }
  | { kind: 'away' }
  | { kind: 'acting-up' }
  | { kind: 'unknown-grade' }
  | { kind: 'not-a-leader' };

/** Each page asks it of everybody; only new facts of theirs, other settings or another day change it. */
const foundBefore = new WeakMap<
  Listed['assignments'],
  Map<PlainDate, { settings: Settings; eligibility: GoalEligibility }>
>();
/** Days kept of each person, more than a year's month ends need; then it begins anew. */
const mostDays = 24;

export function goalEligibility(
  person: Listed,
  settings: Settings,
  on: PlainDate,
): GoalEligibility {
  let days = foundBefore.get(person.assignments);
  if (days === undefined || days.size >= mostDays) {
    days = new Map();
    foundBefore.set(person.assignments, days);
  }
  const before = days.get(on);
  if (before?.settings === settings) return before.eligibility;
  const eligibility = findEligibility(person, settings, on);
  days.set(on, { settings, eligibility });
  return eligibility;
}

function findEligibility(person: Listed, settings: Settings, on: PlainDate): GoalEligibility {
  const standing = standingOn(person, on, settings.gradeMap);
  if (standing.kind === 'unknown-grade') return { kind: 'unknown-grade' };
  if (standing.kind === 'not-a-leader' && standing.because === 'acting-up') {
    return { kind: 'acting-up' };
  }
  if (standing.kind !== 'leader') return { kind: 'not-a-leader' };
  const year = yearOf(on, settings.appraisalStartMonth ?? settings.yearStartMonth);
  if (isOut(person, year, on)) return { kind: 'away' };
  if (hasBeenHere(person, on)) return { kind: 'eligible' };
  const ends = addMonths(joinedOn(person, on), GRACE_MONTHS);
  return on < ends ? { kind: 'grace', until: addDays(ends, -1) } : { kind: 'eligible' };
}

/** Most have: what they hold began so long ago that it needs no looking for when they joined. */
function hasBeenHere(person: Listed, on: PlainDate): boolean {
  const employment = employmentOn(person, on);
  return (
    employment.kind === 'employed' &&
    employment.assignments.some(({ start }) => addMonths(start, GRACE_MONTHS) <= on)
  );
}

/** Away that day with no known return (a staff list never knows one), or for half of the year by then. */
export function isOut(person: Listed, year: Pick<Year, 'start'>, on: PlainDate): boolean {
  if (!person.assignments.some(({ away }) => away)) return false;
  if (presenceOn(person, on).kind === 'away') return true;
  // What somebody's status goes by changes with a list, and when an assignment begins or ends.
  const changes = person.assignments
    .flatMap(({ on: list, start, end }) => [list, start, ...(end ? [addDays(end, 1)] : [])])
    .filter((day) => year.start < day && day <= on);
  const days = [...new Set([year.start, ...changes])].toSorted();
  const daysAway = days.reduce((sum, day, index) => {
    if (presenceOn(person, day).kind !== 'away') return sum;
    return sum + daysBetween(day, days[index + 1] ?? addDays(on, 1));
  }, 0);
  return daysAway >= daysBetween(year.start, addMonths(year.start, AWAY_MONTHS));
}

/** The first day of the unbroken employment that they are in on `on`. */
export function joinedOn(person: Listed, on: PlainDate): PlainDate {
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
