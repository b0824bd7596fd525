import type { Person } from '../facts.ts';
import { historyState } from '../history.ts';
import { addDays, addMonths, type PlainDate } from '../time.ts';
import { educationState } from './education.ts';

/** [ours] Education counts for three years: on D, what was done in (D − 3 years, D]. */
const COUNTS_MONTHS = 36;
/** [ours] For the last half year it is said that it is about to lapse. */
const LAPSING_MONTHS = 6;

export const EDUCATION_RULE = 'S3/1';

/** The last day on which education of that day counts. */
export function countsUntil(on: PlainDate): PlainDate {
  const end = addMonths(on, COUNTS_MONTHS);
  return addMonths(end, -COUNTS_MONTHS) < on ? end : addDays(end, -1);
}

/** Until when the verified education that somebody did by a day counts; undefined where none does. */
export function countingOn(
  person: Pick<Person, 'education' | 'history'>,
  on: PlainDate,
): PlainDate | undefined {
  const verified = [
    ...person.education.filter((done) => educationState(done) === 'verified'),
    ...person.history.filter(
      (entry) => entry.what === 'education' && historyState(entry) === 'verified',
    ),
  ];
  const latest = verified
    .map((done) => done.on)
    .filter((day) => day <= on)
    .toSorted()
    .at(-1);
  const until = latest && countsUntil(latest);
  return until !== undefined && on <= until ? until : undefined;
}

export function isLapsing(until: PlainDate, on: PlainDate): boolean {
  return until < addMonths(on, LAPSING_MONTHS);
}
