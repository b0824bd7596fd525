import type { Frame, Person, PersonId, Role } from '../facts.ts';
import { may } from '../permissions.ts';
import { holdersOf } from '../roles.ts';
import { directorStanding } from '../measures/directors.ts';
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

/** Of whom S3.b speaks: an executive or a non-executive director of that day, or a direct report. */
export function isDirectorOrReport(
  person: Pick<Person, 'id' | 'assignments'>,
  frame: Pick<Frame, 'roles' | 'settings'>,
  on: PlainDate,
): boolean {
  return directorStanding(person, frame, on) !== 'neither';
}
