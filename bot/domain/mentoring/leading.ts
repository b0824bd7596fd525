import type { Frame, Person, PersonId, Role } from '../facts.ts';
import { may } from '../permissions.ts';
import { holdersOf } from '../roles.ts';
import { supervisorOn } from '../standing.ts';
import type { PlainDate } from '../time.ts';

/** The programme leads of that day; the EDI leads where nobody is named. */
export function mentoringLeads(roles: readonly Role[], on: PlainDate): PersonId[] {
  const named = holdersOf(roles, 'programme-lead', on);
  return named.length > 0 ? named : holdersOf(roles, 'edi-lead', on);
}

/** Whether the programme is theirs to lead, today. */
export function leadsMentoring(who: {
  person: PersonId;
  roles: readonly Role[];
  on: PlainDate;
}): boolean {
  return may('lead-mentoring', who) && mentoringLeads(who.roles, who.on).includes(who.person);
}

/** An executive or a non-executive director of that day, or a direct report of one. */
export function isDirectorOrReport(
  person: Pick<Person, 'id' | 'assignments'>,
  { roles, settings }: Pick<Frame, 'roles' | 'settings'>,
  on: PlainDate,
): boolean {
  if (isDirector(person.id, roles, on)) return true;
  const assists = holdersOf(roles, 'executive-assistant', on).includes(person.id);
  if (assists && settings.assistantsCount !== true) return false;
  const named = supervisorOn(person, on);
  return named.kind === 'named' && isDirector(named.supervisor, roles, on);
}

function isDirector(person: PersonId, roles: readonly Role[], on: PlainDate): boolean {
  return (['executive-director', 'non-executive-director', 'board-chair'] as const).some((role) =>
    holdersOf(roles, role, on).includes(person),
  );
}
