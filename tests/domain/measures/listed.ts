import type { Assignment, PersonId } from '../../../bot/domain/facts.ts';
import type { Instant } from '../../../bot/domain/time.ts';
import { date } from './generated-people.ts';

type Text<T> = { [Key in keyof T]?: T[Key] extends string | undefined ? string : T[Key] };

/** One line of a staff list: band 8a and here since 2019, but for what is given. */
export function listed(given: Text<Assignment> = {}): Assignment {
  const { on = '2019-04-01', start = '2019-04-01', end, supervisor, recordedAt, ...more } = given;
  return {
    ...{ assignment: '1', title: 'Head of Something', directorate: 'People' },
    ...{ grade: 'NHS|XR08|', primary: true, away: false },
    ...more,
    on: date(on),
    start: date(start),
    recordedAt: (recordedAt ?? '2025-04-02T09:00:00.000Z') as Instant,
    ...(end === undefined ? {} : { end: date(end) }),
    ...(supervisor === undefined ? {} : { supervisor: supervisor as PersonId }),
  };
}
