import { cutText } from '../domain/cut-text.ts';
import type { ImportedFact, ListedPerson } from '../use-cases/ports.ts';
import type { RosterRow, StaffRow } from './esr.ts';
import { rowKey } from './settle.ts';
import type { Settler } from './settle.ts';

/** Rows that can't be imported, each a question. */
export function faultsOf(
  rows: readonly RosterRow[],
  listedAs: ReadonlyMap<string, ListedPerson>,
  settle: Settler,
): ImportedFact[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'fault') return [];
    const { fault, cells } = row;
    const assignment = cells['Assignment Number'].trim();
    const named = `${cells['First Name']} ${cells['Last Name']}`.replaceAll(/\s+/g, ' ').trim();
    const who = fault.column && named ? `${cutText(named, 80)}: ` : '';
    return settle({
      problem: fault.problem,
      about: `${fault.column}|${assignment === '' ? rowKey(cells) : assignment}`,
      row: fault.number,
      person: listedAs.get(cells['Person ID'].trim())?.id,
      detail: `${who}${fault.column || 'The row'} ${fault.what}. The row was not imported.`,
    });
  });
}

/** The rows of each staff number, wherever they stand in the file; an assignment counts once. */
export function groupByPerson(
  rows: readonly RosterRow[],
  settle: Settler,
): { rowsOf: Map<string, StaffRow[]>; doubles: ImportedFact[] } {
  const rowsOf = new Map<string, StaffRow[]>();
  const firstRow = new Map<string, number>();
  const doubles: ImportedFact[] = [];
  for (const row of rows) {
    if (row.kind !== 'staff') continue;
    const { staff } = row;
    const earlier = firstRow.get(staff.assignment);
    if (earlier !== undefined) {
      const detail = `${nameOf(staff)}: this assignment is in row ${earlier} already; that row was imported.`;
      doubles.push(
        settle({ problem: 'listed-twice', about: staff.assignment, row: staff.row, detail }),
      );
      continue;
    }
    firstRow.set(staff.assignment, staff.row);
    const own = rowsOf.get(staff.staffNumber);
    if (own) own.push(staff);
    else rowsOf.set(staff.staffNumber, [staff]);
  }
  return { rowsOf, doubles };
}

export function nameOf(row: StaffRow): string {
  return `${row.givenName} ${row.familyName} (${row.assignment})`;
}
