import type { Person, Role } from './facts.ts';
import { employmentOn, standingOn } from './standing.ts';
import type { PlainDate } from './time.ts';

/**
 * Whom the framework asks something of: a leader of that day, or a director of the board, then or
 * before. What a director did stays theirs after they left.
 */
export function isLeaderOrDirector(
  person: Pick<Person, 'id' | 'assignments'>,
  roles: readonly Role[],
  date: PlainDate,
  gradeMap: Readonly<Record<string, string>>,
): boolean {
  return (
    standingOn(person, date, gradeMap).kind === 'leader' ||
    roles.some(
      ({ role, person: holder, on }) =>
        holder === person.id &&
        on <= date &&
        (role === 'executive-director' || role === 'non-executive-director'),
    )
  );
}

/** What somebody is called at work on that day; nothing where the staff list doesn't say. */
export function titleOn(person: Pick<Person, 'assignments'>, date: PlainDate): string | undefined {
  const employment = employmentOn(person, date);
  if (employment.kind !== 'employed') return undefined;
  const { assignments } = employment;
  return (assignments.find(({ primary }) => primary) ?? assignments[0]).title;
}
