import type { NetworkId, PersonId, Role, RoleName } from './facts.ts';
import { addDays, type PlainDate, type Year } from './time.ts';

/** Roles are in force from their first day to their last, both included. */
export function inForce(role: Role, date: PlainDate): boolean {
  return role.on <= date && (role.to === undefined || date <= role.to);
}

/** Every verdict asks for one person's roles, and an organisation has hundreds. */
const byPerson = new WeakMap<readonly Role[], ReadonlyMap<PersonId, readonly Role[]>>();

/** What somebody holds, held or will hold. */
export function rolesOf(roles: readonly Role[], person: PersonId): readonly Role[] {
  let known = byPerson.get(roles);
  if (known === undefined) {
    known = Map.groupBy(roles, (role) => role.person);
    byPerson.set(roles, known);
  }
  return known.get(person) ?? [];
}

/** Who holds the role on that day (in that network, for that executive, where named): each once. */
export function holdersOf(
  roles: readonly Role[],
  role: RoleName,
  date: PlainDate,
  of: { network?: NetworkId; for?: PersonId } = {},
): PersonId[] {
  const holders = roles
    .filter((held) => held.role === role && inForce(held, date))
    .filter((held) => of.network === undefined || held.network === of.network)
    .filter((held) => of.for === undefined || held.for === of.for)
    .map((held) => held.person);
  // Entered twice, it is held once: nobody hears twice for it.
  return [...new Set(holders)];
}

/** Interim and acting count from the day they hold it; deputies do not. */
export function isExecutiveOn(roles: readonly Role[], person: PersonId, date: PlainDate): boolean {
  return rolesOf(roles, person).some(
    (held) => held.role === 'executive-director' && inForce(held, date),
  );
}

/** True where the person held the executive role on every day of the period. */
export function isExecutiveThroughout(
  roles: readonly Role[],
  person: PersonId,
  period: Year,
): boolean {
  const terms = rolesOf(roles, person)
    .filter((held) => held.role === 'executive-director')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  let reached = period.start;
  for (const term of terms) {
    if (term.on > reached) return false;
    if (term.to === undefined || term.to >= period.end) return true;
    const next = addDays(term.to, 1);
    if (next > reached) reached = next;
  }
  return false;
}
