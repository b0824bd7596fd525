import type { PersonId } from '../domain/facts.ts';
import type { ListedPerson } from '../use-cases/ports.ts';
import type { KnownStaff } from '../use-cases/readers.ts';
import type { StaffRow } from './esr.ts';
import type { Settler } from './settle.ts';

/** The list at hand, ready to be asked. */
export interface List {
  readonly known: KnownStaff;
  readonly settle: Settler;
  readonly rowsOf: ReadonlyMap<string, readonly StaffRow[]>;
  readonly listedAs: ReadonlyMap<string, ListedPerson>;
  readonly idOf: ReadonlyMap<string, PersonId>;
  /** A newer list was imported before this one: it has the last word on what is so now. */
  readonly isOlder: boolean;
}

/** In an order that doesn't depend on random ids. */
export function byStaffNumber(listed: readonly ListedPerson[]): ListedPerson[] {
  return listed.toSorted((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1));
}
