import { createHash } from 'node:crypto';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';

/**
 * What the log calls one reminder to one person, from planning to the answer. Its steps share it, as
 * its cards do. It is worked out anew wherever it is needed, and says nothing to whoever reads it.
 */
export function nudgeTrace(
  to: { organisation: OrganisationRef; person: PersonId },
  nudge: string,
): string {
  const { tenant, code } = to.organisation;
  const hash = createHash('sha256').update(`${tenant}|${code}|${to.person}|${nudge}`);
  return hash.digest('hex').slice(0, 16);
}

/** Of the reminders on a card, as it names them; what is between two people is nobody else's. */
export function tracesOn(
  to: { organisation: OrganisationRef; person: PersonId },
  nudges: string | undefined,
): string[] {
  const shown = nudges?.split(' ').filter((nudge) => !nudge.startsWith('in-private:')) ?? [];
  return shown.map((nudge) => nudgeTrace(to, nudge));
}
