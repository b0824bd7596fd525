import type { Frame, Person, PersonId } from '../facts.ts';
import { holdersOf, isExecutiveOn } from '../roles.ts';
import { employmentOn, supervisorOn } from '../standing.ts';
import type { PlainDate } from '../time.ts';

/** Who agrees and confirms somebody's goal on a day, and where that comes from. */
export type Managed =
  | { kind: 'managed'; manager: PersonId; by: 'edi-lead' | 'staff-list' | 'board-chair' }
  /** The EDI lead names one. */
  | { kind: 'nobody' };

type Led = Pick<Person, 'id' | 'assignments' | 'namedManager'>;

/**
 * Whoever the EDI lead has named, else the staff list's supervisor; a chief executive's is the board
 * chair. Nobody where that person has left, or is the leader themself. [ours] A chief executive is
 * an executive director whose supervisor is no executive but the chair, or nobody who is here.
 */
export function managerOn(
  person: Led,
  frame: Pick<Frame, 'roles'>,
  on: PlainDate,
  isHere: (id: PersonId) => boolean,
): Managed {
  const named = namedManagerOn(person, on);
  const can = (id: PersonId): boolean => id !== person.id && isHere(id);
  if (named !== undefined && can(named)) return { kind: 'managed', manager: named, by: 'edi-lead' };
  if (named !== undefined) return { kind: 'nobody' };
  const supervision = supervisorOn(person, on);
  const supervisor = supervision.kind === 'named' ? supervision.supervisor : undefined;
  const listed = supervisor !== undefined && can(supervisor) ? supervisor : undefined;
  if (isExecutiveOn(frame.roles, person.id, on) && (!listed || isNonExecutive(frame, listed))) {
    const chair = holdersOf(frame.roles, 'board-chair', on).find((id) => id !== person.id);
    if (chair !== undefined) return { kind: 'managed', manager: chair, by: 'board-chair' };
  }
  return listed === undefined
    ? { kind: 'nobody' }
    : { kind: 'managed', manager: listed, by: 'staff-list' };
}

/** Whether `actor` is that person's manager on the day. */
export function isManagerOf(
  person: Led,
  actor: Pick<Person, 'id' | 'assignments'>,
  frame: Pick<Frame, 'roles'>,
  on: PlainDate,
): boolean {
  const isHere = (id: PersonId): boolean => id !== actor.id || isEmployed(actor, on);
  const managed = managerOn(person, frame, on, isHere);
  return managed.kind === 'managed' && managed.manager === actor.id;
}

export function isEmployed(person: Pick<Person, 'assignments'>, on: PlainDate): boolean {
  return employmentOn(person, on).kind === 'employed';
}

/** Whom the EDI lead has named; nobody where it is the staff list's again. */
function namedManagerOn({ namedManager }: Led, on: PlainDate): PersonId | undefined {
  return namedManager?.moves.findLast(({ from }) => from <= on)?.manager;
}

function isNonExecutive({ roles }: Pick<Frame, 'roles'>, id: PersonId): boolean {
  return roles.some(
    ({ role, person }) =>
      person === id && (role === 'board-chair' || role === 'non-executive-director'),
  );
}
