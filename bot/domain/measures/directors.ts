import type { Frame, Person, PersonId, Role } from '../facts.ts';
import { inForce, rolesOf } from '../roles.ts';
import { employmentOn, supervisorOn, type Employment } from '../standing.ts';
import type { PlainDate } from '../time.ts';

const directorRoles: readonly Role['role'][] = ['executive-director', 'non-executive-director'];

type Ruled = Pick<Frame, 'roles' | 'settings'>;

/**
 * How somebody belongs to those of whom S3.b speaks: "executive and non-executive directors and
 * their direct reports", by roles and staff list of the day. Executive assistants are no direct
 * reports unless the organisation says so [ours].
 */
export type DirectorStanding =
  | 'director'
  | 'report'
  /** Their supervisor left as a director: they stay, for somebody to look at. */
  | 'report-of-a-leaver'
  | 'neither';

/**
 * Where nobody else is known than the person themselves, a supervisor whose role has ended is taken
 * to have left.
 */
export function directorStanding(
  person: Pick<Person, 'id' | 'assignments'>,
  { roles, settings }: Ruled,
  on: PlainDate,
  employmentOf?: (supervisor: PersonId) => Employment | undefined,
): DirectorStanding {
  // A role that nobody has ended yet keeps no leaver in.
  if (hasLeft(person, on)) return 'neither';
  const own = rolesOf(roles, person.id).filter((held) => inForce(held, on));
  if (own.some(isOfDirector)) return 'director';
  const assists = own.some(({ role }) => role === 'executive-assistant');
  if (assists && settings.assistantsCount !== true) return 'neither';
  const named = supervisorOn(person, on);
  if (named.kind !== 'named') return 'neither';
  const { supervisor } = named;
  const employment = employmentOf?.(supervisor);
  if (employment?.kind === 'left') {
    return isDirector(supervisor, roles, employment.on) ? 'report-of-a-leaver' : 'neither';
  }
  if (isDirector(supervisor, roles, on)) return 'report';
  return employment === undefined && wasDirector(supervisor, roles, on)
    ? 'report-of-a-leaver'
    : 'neither';
}

export function hasLeft(person: Pick<Person, 'assignments'>, on: PlainDate): boolean {
  return employmentOn(person, on).kind === 'left';
}

function isDirector(person: PersonId, roles: readonly Role[], on: PlainDate): boolean {
  return rolesOf(roles, person).some((held) => isOfDirector(held) && inForce(held, on));
}

function wasDirector(person: PersonId, roles: readonly Role[], on: PlainDate): boolean {
  return rolesOf(roles, person).some(
    (held) => isOfDirector(held) && held.to !== undefined && held.to < on,
  );
}

function isOfDirector({ role }: Role): boolean {
  return directorRoles.includes(role);
}
