import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { Holdings } from '../use-cases/ports.ts';
import { refused } from './given.ts';

/** The one person with that staff number or work address. */
export async function findPerson(
  holdings: Pick<Holdings, 'find'>,
  organisation: OrganisationRef,
  named: string,
): Promise<{ kind: 'found'; person: PersonId } | { kind: 'refused'; because: string }> {
  const [person, ...others] = await holdings.find(organisation, named);
  if (person === undefined) return refused(`${organisation.code} has nobody with “${named}”`);
  if (others.length > 0) return refused(`several people have “${named}”: use the staff number`);
  return { kind: 'found', person };
}
