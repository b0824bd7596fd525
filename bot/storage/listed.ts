import type { PersonId } from '../domain/facts.ts';
import type { ListedPerson } from '../use-cases/ports.ts';
import { assemblePerson, type Committed } from './assemble.ts';
import { bodies, type BodyOf, type Fact } from './fact.ts';

/** A person as the next file is held against them. */
export function asListed(
  id: PersonId,
  facts: readonly Fact[],
  committed: Committed,
  withStaged: ReadonlyMap<string, BodyOf<'import'>['at']>,
): ListedPerson[] {
  const known = assemblePerson(id, facts, committed);
  const seen = known ?? assemblePerson(id, facts, withStaged);
  if (seen === undefined) return [];
  const listing = facts
    .filter((fact) => fact.kind === 'person')
    .filter(
      ({ import: by }) =>
        by === undefined || withStaged.has(by) || committed.undone?.has(by) === true,
    )
    .map((fact) => bodies.person.parse(fact.body))
    .at(-1);
  const { givenName, familyName, email } = seen;
  const isNamed = facts.some(
    ({ kind, import: by }) => kind === 'person' && (by === undefined || withStaged.has(by)),
  );
  return [
    {
      id,
      staffNumber: listing?.staffNumber ?? '',
      givenName,
      familyName,
      // The address that an undone import brought is free.
      email: isNamed ? email : '',
      // Lists are held against lists: what the EDI lead corrected stays beside them.
      assignments: known?.listed ?? known?.assignments ?? [],
      roles: known?.roles ?? [],
      history: known?.history ?? [],
      education: known?.education ?? [],
    },
  ];
}
