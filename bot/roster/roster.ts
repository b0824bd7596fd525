import type { PersonId } from '../domain/facts.ts';
import type { ImportedFact, ListedPerson } from '../use-cases/ports.ts';
import type { KnownStaff, Reading, RosterSummary } from '../use-cases/readers.ts';
import { addressBook } from './addresses.ts';
import { assignmentFacts } from './assignments.ts';
import { readStaffRow, rosterColumns } from './esr.ts';
import type { RosterRow, StaffRow } from './esr.ts';
import type { List } from './list.ts';
import { noLongerListed } from './no-longer-listed.ts';
import { settler } from './settle.ts';
import { faultsOf, groupByPerson } from './staff-rows.ts';
import { readTable } from './table.ts';
import { tally } from './tally.ts';

/** A staff list in ESR's shape: people and assignments, what changed, what to settle. */
export async function readRoster(bytes: Uint8Array): Promise<Reading<KnownStaff, RosterSummary>> {
  const table = await readTable(bytes, rosterColumns, readStaffRow);
  if (table.kind === 'refused') return table;
  return {
    kind: 'read',
    parts: table.rows.length,
    against: (known) => holdAgainst(table.rows, known),
  };
}

function* holdAgainst(
  rows: readonly RosterRow[],
  known: KnownStaff,
): Generator<ImportedFact[], RosterSummary> {
  const settle = settler('roster', known.fileName);
  const listedAs = new Map(known.listed.map((person) => [person.staffNumber, person]));

  const { rowsOf, doubles } = groupByPerson(rows, settle);
  for (const question of [...faultsOf(rows, listedAs, settle), ...doubles]) yield [question];

  const ids = [...rowsOf.keys()].map(
    (number) => [number, listedAs.get(number)?.id ?? known.newPersonId()] as const,
  );
  const idOf = new Map([
    ...known.listed.map((each) => [each.staffNumber, each.id] as const),
    ...ids,
  ]);
  const isOlder = known.listDates.some((date) => date > known.asAt);
  const list: List = { known, settle, rowsOf, listedAs, idOf, isOlder };
  const book = addressBook(known.listed, known.asAt);
  const counts = tally(known);

  for (const [number, id] of ids) {
    const own = rowsOf.get(number) ?? [];
    const [first] = own;
    const main = own.find((row) => row.primary) ?? first;
    if (!main) continue;
    const before = listedAs.get(number);
    const questions: ImportedFact[] = [];
    const email = book.settle(main, before, isOlder, (problem, detail) =>
      questions.push(settle({ problem, about: number, row: main.row, person: id, detail })),
    );
    const facts = assignmentFacts(own, id, before, list, questions);
    const named = personFact(main, id, email, before, list);
    counts.add(before, own, facts, named[0]);
    yield [...named, ...facts, ...questions];
  }
  yield* noLongerListed(rows, list);
  const others = known.listed.filter((person) => !rowsOf.has(person.staffNumber));
  const mentioned = new Set(rows.map(numberOf));
  for (const person of others) {
    counts.add(person, [], []);
    if (!isOlder && !mentioned.has(person.staffNumber)) counts.missing(person);
  }
  return counts.summary();
}

function personFact(
  main: StaffRow,
  id: PersonId,
  email: string,
  before: ListedPerson | undefined,
  { known, isOlder }: List,
): Extract<ImportedFact, { kind: 'person' }>[] {
  const { staffNumber, givenName, familyName } = main;
  // Somebody without assignments was staged by this very import before it was interrupted.
  const isCommitted = before !== undefined && before.assignments.length > 0;
  const isSame =
    isCommitted &&
    before.givenName === givenName &&
    before.familyName === familyName &&
    before.email === email;
  if (isSame || (isCommitted && isOlder)) return [];
  return [
    { kind: 'person', person: id, staffNumber, givenName, familyName, email, on: known.asAt },
  ];
}

/** Also of a row with a fault: it speaks of them. */
function numberOf(row: RosterRow): string {
  return row.kind === 'staff' ? row.staff.staffNumber : row.cells['Person ID'].trim();
}
