import type { PersonId } from '../../domain/facts.ts';
import type { House } from '../context.ts';
import type { Caller } from '../ports.ts';

/** Somebody of the caller's own organisation, by their id or their work address. */
export async function somebodyNamed(
  house: House,
  { organisation }: Caller,
  named: string,
): Promise<PersonId | undefined> {
  if (!named.includes('@')) {
    const { people } = await house.records.some(organisation, [named as PersonId]);
    return people[0]?.id;
  }
  const found = await house.directory.byAddress(organisation.tenant, named.trim());
  const here = found.filter((known) => known.organisation.code === organisation.code);
  return here.length === 1 ? here[0]?.person : undefined;
}
