import type { Delivery } from '../contract/delivery.ts';
import type { OrganisationRef, Person } from '../domain/facts.ts';
import type { OrganisationFacts } from '../domain/nudges/nudge.ts';
import { inForce, rolesOf } from '../domain/roles.ts';
import { presenceOn, standingOn } from '../domain/standing.ts';
import { londonDate } from '../domain/time.ts';
import { mapAtMost } from './bounded.ts';
import type { House } from './context.ts';
import { nameOf } from './names.ts';

/** Look-ups at once. */
const AT_ONCE = 20;

/**
 * Whom no reminder reaches, of those who may get any by their band or role. Who is in a mentoring
 * pair adds nobody: standing in this list would tell it.
 */
export async function reachOf(
  house: { reach: House['reach']; directory: Pick<House['directory'], 'account'> },
  organisation: OrganisationRef,
  facts: OrganisationFacts,
): Promise<Delivery['reach']> {
  const asked = facts.people.filter((person) => mayBeReminded(person, facts));
  const { reached, gone } = await house.reach.of(organisation);
  const missing = asked.filter(({ id }) => !reached.has(id));
  const unreached = await mapAtMost(AT_ONCE, missing, async (person) => {
    const { id } = person;
    const left = gone.get(id);
    const linked = left ?? (await house.directory.account({ organisation, person: id }));
    const why = left ?? (linked === undefined ? 'not-linked' : 'never-wrote');
    return { person: id, name: nameOf(person), why } as const;
  });
  return {
    of: asked.length,
    unreached: unreached.toSorted((a, b) => byName.compare(a.name, b.name)),
  };
}

const byName = new Intl.Collator('en-GB');

/** They are there today, and lead or hold a role that is asked for something. */
function mayBeReminded(person: Person, { frame, now }: OrganisationFacts): boolean {
  const today = londonDate(now);
  if (presenceOn(person, today).kind !== 'present') return false;
  return (
    standingOn(person, today, frame.settings.gradeMap).kind === 'leader' ||
    // An assistant's reminders are their executive's.
    rolesOf(frame.roles, person.id).some(
      (role) => role.role !== 'executive-assistant' && inForce(role, today),
    )
  );
}
