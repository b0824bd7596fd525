import type { Frame, Person } from '../domain/facts.ts';
import { historyState } from '../domain/history.ts';
import { isLeaderOrDirector } from '../domain/leaders.ts';
import { inForce } from '../domain/roles.ts';
import type { PlainDate } from '../domain/time.ts';

/** Whose commitments the page shows: their own as a leader, their executive's, or what is on record of them. */
export function hasCommitments(person: Person, frame: Frame, on: PlainDate): boolean {
  return (
    isLeaderOrDirector(person, frame.roles, on, frame.settings.gradeMap) ||
    frame.roles.some(
      (role) =>
        role.person === person.id && role.role === 'executive-assistant' && inForce(role, on),
    ) ||
    person.history.some((entry) => historyState(entry) !== 'withdrawn')
  );
}
