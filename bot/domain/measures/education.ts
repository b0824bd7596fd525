import { countingOn, EDUCATION_RULE } from '../education/counting.ts';
import { isExecutiveOn } from '../roles.ts';
import { yearOf } from '../time.ts';
import { hasLeft } from './directors.ts';
import { all, tally, type Figure, type Known } from './figure.ts';
import { isOut } from './who-counts.ts';

/**
 * S3: "Evidence of inclusive leadership education for all executive directors." Executive directors
 * in post on D with education verified in (D − 3 years, D] [ours: 3].
 */
export function educationFigure({ people, frame, on }: Known): Figure {
  const year = yearOf(on, frame.settings.yearStartMonth);
  const inPost = people.filter(
    (person) => isExecutiveOn(frame.roles, person.id, on) && !hasLeft(person, on),
  );
  const present = inPost.filter((person) => !isOut(person, year, on));
  const n = present.filter((person) => countingOn(person, on) !== undefined).length;
  return {
    n,
    of: present.length,
    ready: all(n, present.length),
    rule: EDUCATION_RULE,
    ours: true,
    excluded: tally(inPost.map((person) => (present.includes(person) ? undefined : 'away'))),
  };
}
