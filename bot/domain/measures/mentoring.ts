import { countsOn, sessionDays } from '../mentoring/counting.ts';
import type { PersonId } from '../facts.ts';
import { BY_NOW } from '../known.ts';
import { employmentOn, type Employment } from '../standing.ts';
import { yearOf } from '../time.ts';
import type { Pair } from '../mentoring/pair.ts';
import { directorStanding } from './directors.ts';
import { tally, type Counted, type Figure, type Known } from './figure.ts';
import { isOut } from './who-counts.ts';

export const MENTORING_RULE = 'S3.b/1';

export interface MentoringFigure extends Figure {
  /** In N by a supervisor who has left. */
  readonly flagged: number;
}

/**
 * S3.b: "75% of executive and non-executive directors and their direct reports have been part of a
 * racial equality reverse mentoring programme over the past three years." Distinct persons with a
 * session in (D − 3 years, D] that both confirmed, or that verified history shows. Joiners have no
 * grace. A supporting action, never called a deliverable.
 */
export function mentoringFigure(known: Known): MentoringFigure {
  const { cohort, present } = cohortOf(known);
  const n = present.filter(({ isIn }) => isIn).length;
  const of = present.length;
  const counting = new Set(present.map(({ person }) => person));
  return {
    n,
    of,
    // Never by a rounded percentage: 74.6% is not 75%.
    ready: of > 0 && 4 * n >= 3 * of,
    rule: MENTORING_RULE,
    ours: false,
    excluded: tally(cohort.map(({ person }) => (counting.has(person) ? undefined : 'away'))),
    flagged: present.filter(({ standing }) => standing === 'report-of-a-leaver').length,
  };
}

/** S3.b's N one by one, and who of them is in n. Who took part is nobody else's to know. */
export function mentoringCohort(known: Known): Counted[] {
  return cohortOf(known).present;
}

function cohortOf({ people, frame, things, on }: Known) {
  const year = yearOf(on, frame.settings.yearStartMonth);
  const listed = new Map(people.map((person) => [person.id, person]));
  const employmentOf = (id: PersonId): Employment | undefined => {
    const person = listed.get(id);
    return person && employmentOn(person, on);
  };
  const cohort = people
    .map((person) => ({ person, standing: directorStanding(person, frame, on, employmentOf) }))
    .filter(({ standing }) => standing !== 'neither');
  const present = cohort.filter(({ person }) => !isOut(person, year, on));
  const pairs = pairsByPerson(things.pair);
  return {
    cohort,
    present: present.map(({ person, standing }) => ({
      person,
      standing,
      // Things are as known already.
      isIn: sessionDays(person, pairs.get(person.id) ?? [], BY_NOW).some((day) =>
        countsOn(day, on),
      ),
    })),
  };
}

/** Every pair under both of the two, so that nobody's sessions are looked for among all pairs. */
function pairsByPerson(pairs: readonly Pair[]): Map<PersonId, Pair[]> {
  const found = new Map<PersonId, Pair[]>();
  for (const pair of pairs) {
    for (const person of [pair.mentor, pair.director]) {
      const known = found.get(person);
      if (known === undefined) found.set(person, [pair]);
      else known.push(pair);
    }
  }
  return found;
}
