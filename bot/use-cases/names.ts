import type { Person } from '../domain/facts.ts';

/** A person's name as others read it. */
export function nameOf(person: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${person.givenName} ${person.familyName}`;
}
