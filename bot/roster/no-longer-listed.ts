import { employmentOn } from '../domain/standing.ts';
import type { ImportedFact } from '../use-cases/ports.ts';
import type { RosterRow } from './esr.ts';
import { byStaffNumber } from './list.ts';
import type { List } from './list.ts';

/** Absence from a file ends nothing: it is a question. Only the newest list raises it. */
export function* noLongerListed(
  rows: readonly RosterRow[],
  { known, settle, rowsOf, isOlder }: List,
): Generator<ImportedFact[]> {
  if (isOlder) return;
  const mentioned = new Set(
    rows.map((row) =>
      row.kind === 'staff' ? row.staff.assignment : row.cells['Assignment Number'].trim(),
    ),
  );
  for (const person of byStaffNumber(known.listed)) {
    const employment = employmentOn(person, known.asAt);
    if (employment.kind !== 'employed') continue;
    const gone = employment.assignments.filter((each) => !mentioned.has(each.assignment));
    if (gone.length === 0) continue;
    const name = `${person.givenName} ${person.familyName} (${person.staffNumber})`;
    const isWholly =
      !rowsOf.has(person.staffNumber) && gone.length === employment.assignments.length;
    yield isWholly
      ? [
          settle({
            ...({ problem: 'person-no-longer-listed' } as const),
            ...{ about: person.staffNumber, person: person.id },
            detail: `${name} is no longer in the staff list, and no end date is known.`,
          }),
        ]
      : gone.map((each) =>
          settle({
            ...({ problem: 'assignment-no-longer-listed' } as const),
            ...{ about: each.assignment, person: person.id, assignment: each.assignment },
            detail: `${name}: the assignment ${each.assignment} is no longer in the staff list, and no end date is known.`,
          }),
        );
  }
}
