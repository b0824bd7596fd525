import type { Frame, Person, PersonId, Role } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import { supervisorOn } from '../standing.ts';
import type { PlainDate } from '../time.ts';

const directorRoles = ['executive-director', 'non-executive-director', 'board-chair'] as const;

type Ruled = Pick<Frame, 'roles' | 'settings'>;

/**
 * How somebody belongs to those of whom S3.b speaks: "executive and non-executive directors and
 * their direct reports", by roles and staff list of the day. Executive assistants are no direct
 * reports unless the organisation says so [ours].
 */
export type DirectorStanding =
  | 'director'
  | 'report'
  /** Their supervisor was a director and is none any more: they stay, for somebody to look at. */
  | 'report-of-a-leaver'
  | 'neither';

export function directorStanding(
  person: Pick<Person, 'id' | 'assignments'>,
  { roles, settings }: Ruled,
  on: PlainDate,
): DirectorStanding {
  if (isDirector(person.id, roles, on)) return 'director';
  const assists = holdersOf(roles, 'executive-assistant', on).includes(person.id);
  if (assists && settings.assistantsCount !== true) return 'neither';
  const named = supervisorOn(person, on);
  if (named.kind !== 'named') return 'neither';
  if (isDirector(named.supervisor, roles, on)) return 'report';
  return wasDirector(named.supervisor, roles, on) ? 'report-of-a-leaver' : 'neither';
}

function isDirector(person: PersonId, roles: readonly Role[], on: PlainDate): boolean {
  return directorRoles.some((role) => holdersOf(roles, role, on).includes(person));
}

function wasDirector(person: PersonId, roles: readonly Role[], on: PlainDate): boolean {
  return roles.some(
    (held) =>
      held.person === person &&
      held.to !== undefined &&
      held.to < on &&
      directorRoles.some((role) => role === held.role),
  );
}
