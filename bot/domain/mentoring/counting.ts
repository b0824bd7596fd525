import type { Person } from '../facts.ts';
import { historyState } from '../history.ts';
import { addDays, addMonths, type Instant, type PlainDate } from '../time.ts';
import { sessionsOf, sideOf, type Pair } from './pair.ts';

/** [ours] A session counts for so long; the framework says "over the past three years". */
export const COUNTS_MONTHS = 36;
/** [ours] So long before it lapses it is said that it will. */
const LAPSING_MONTHS = 3;

/** A session counts on D where it lies in (D − 3 years, D]. */
export function countsOn(session: PlainDate, on: PlainDate): boolean {
  return session <= on && session > addMonths(on, -COUNTS_MONTHS);
}

/** The last day on which it counts. */
export function countsUntil(session: PlainDate): PlainDate {
  const day = addMonths(session, COUNTS_MONTHS);
  return countsOn(session, day) ? day : addDays(day, -1);
}

export function isLapsing(until: PlainDate, on: PlainDate): boolean {
  return until < addMonths(on, LAPSING_MONTHS);
}

/**
 * The days of somebody's sessions, oldest first: those that both of a pair confirmed, whichever of
 * the two they were, and those that verified history shows.
 */
export function sessionDays(
  person: Pick<Person, 'id' | 'history'>,
  pairs: readonly Pair[],
  known: Instant,
): PlainDate[] {
  const met = pairs
    .filter((pair) => sideOf(pair, person.id) !== undefined)
    .flatMap((pair) => sessionsOf(pair, known).map(({ on }) => on));
  const before = person.history
    .filter((entry) => entry.what === 'mentoring-session' && historyState(entry) === 'verified')
    .map(({ on }) => on);
  return [...new Set([...met, ...before])].toSorted();
}
