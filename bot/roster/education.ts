import * as z from 'zod';
import { isSameEducation, type Education } from '../domain/education/education.ts';
import { mayHoldEducation } from '../domain/education/judge-education.ts';
import { plainFileName, plainText } from '../domain/education/plain-text.ts';
import type { KnownEducation, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, optionalText, parseRow, text } from './cells.ts';
import { readRows } from './rows.ts';
import type { Part } from './rows.ts';
import type { Row } from './table.ts';
import { toldOfPeople, type ByAddress, type ReadRow, type TellingRow } from './told-of-people.ts';

const columns = ['Email Address', 'Course', 'Completed', 'Record Number'] as const;

const schema = z.object({
  'Email Address': text,
  Course: text.refine((name) => name.length <= 200, 'is too long'),
  Completed: dateCell,
  'Record Number': optionalText.refine((number) => number.length <= 100, 'is too long'),
});

type Cells = z.output<typeof schema>;
type Fact = Omit<Education, 'id' | 'moves'>;

/**
 * What a learning system says was completed. The list is what shows it; it waits to be verified like
 * what people record. Of those who neither lead nor direct nothing is kept: it isn't asked of them.
 */
export async function readEducation(
  bytes: Uint8Array,
): Promise<Reading<KnownEducation, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): TellingRow<Cells> => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold, ['Record Number']);
}

function hold(rows: readonly TellingRow<Cells>[], known: KnownEducation): Iterable<Part> {
  const { gradeMap, asAt } = known;
  return toldOfPeople('education', rows, known, {
    read: (value, byAddress) => factOf(value, known, byAddress),
    isSame: isSameEducation,
    held: ({ education }) => education,
    isAsked: (person) =>
      mayHoldEducation(person, { roles: person.roles, settings: { gradeMap } }, asAt),
    imported: (fact, row) => ({ kind: 'education', row, fact }),
  });
}

function factOf(value: Cells, known: KnownEducation, byAddress: ByAddress): ReadRow<Fact> {
  if (value.Completed > known.asAt) {
    return { problem: 'bad-date', detail: 'Completed is after the day of the file.' };
  }
  const address = value['Email Address'].toLowerCase();
  const person = byAddress.get(address);
  if (person === undefined) {
    return { problem: 'unknown-person', detail: `Nobody listed has this address ${address}.` };
  }
  const number = plainText(value['Record Number']);
  const fact: Fact = {
    person: person.id,
    course: plainText(value.Course),
    on: value.Completed,
    evidence: {
      kind: 'register',
      name: plainFileName(known.fileName),
      ...(number === '' ? {} : { number }),
    },
  };
  return { fact, person };
}
