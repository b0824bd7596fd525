import * as z from 'zod';
import { isSameEducation, type Education } from '../domain/education/education.ts';
import { mayHoldEducation } from '../domain/education/judge-education.ts';
import { plainFileName, plainText } from '../domain/education/plain-text.ts';
import type { ImportedFact, ListedPerson, SettleItem } from '../use-cases/ports.ts';
import type { KnownEducation, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, optionalText, parseRow, text } from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { readRows } from './rows.ts';
import type { Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';
import type { Row } from './table.ts';

const columns = ['Email Address', 'Course', 'Completed', 'Record Number'] as const;
type Column = (typeof columns)[number];

const schema = z.object({
  'Email Address': text,
  Course: text.refine((name) => name.length <= 200, 'is too long'),
  Completed: dateCell,
  'Record Number': optionalText.refine((number) => number.length <= 100, 'is too long'),
});

interface LearningRow {
  readonly parsed: ParsedRow<z.output<typeof schema>>;
  readonly cells: Row<Column>['cells'];
}

type Fact = Omit<Education, 'id' | 'moves'>;
type Question = { problem: SettleItem['problem']; detail: string };

/**
 * What a learning system says was completed. The list is what shows it; it waits to be verified like
 * what people record. Of those who neither lead nor direct nothing is kept: it isn't asked of them.
 */
export async function readEducation(
  bytes: Uint8Array,
): Promise<Reading<KnownEducation, RowsSummary>> {
  const parse = (row: Row<Column>): LearningRow => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold, ['Record Number']);
}

function* hold(rows: readonly LearningRow[], known: KnownEducation): Generator<Part> {
  const settle = settler('education', known.fileName);
  const byAddress = new Map(
    known.listed.flatMap((each) => (each.email === '' ? [] : [[each.email.toLowerCase(), each]])),
  );
  const seen = new Map<string, Fact[]>();
  // One person's facts stand together: they share a digest.
  const perPerson = new Map<string, ImportedFact[]>();
  const changes: Part[] = [];
  for (const row of rows) {
    const read = factOf(row, known, byAddress);
    const before = 'problem' in read ? [] : (seen.get(read.person.id) ?? []);
    const asked = 'problem' in read ? read : twice(read.fact, before);
    if (asked !== undefined) {
      const detail = `${asked.detail} The row was not imported.`;
      const question = { problem: asked.problem, about: rowKey(row.cells), detail };
      yield { facts: [settle({ ...question, row: row.parsed.number })] };
      continue;
    }
    if ('problem' in read) continue;
    const { fact, person } = read;
    seen.set(person.id, [...before, fact]);
    const { gradeMap, asAt } = known;
    const frame = { roles: person.roles, settings: { gradeMap } };
    if (!mayHoldEducation(person, frame, asAt)) continue;
    // What was withdrawn here stays so, whatever a file says again.
    const isKnown = person.education.some((held) => isSameEducation(held, fact));
    changes.push({ change: isKnown ? 'unchanged' : 'added', facts: [] });
    if (isKnown) continue;
    const facts = perPerson.get(person.id) ?? [];
    perPerson.set(person.id, [...facts, { kind: 'education', row: row.parsed.number, fact }]);
  }
  for (const facts of perPerson.values()) yield { facts };
  yield* changes;
}

function factOf(
  { parsed }: LearningRow,
  known: KnownEducation,
  byAddress: ReadonlyMap<string, ListedPerson>,
): { fact: Fact; person: ListedPerson } | Question {
  if (parsed.kind === 'fault') {
    return { problem: parsed.problem, detail: `${parsed.column || 'The row'} ${parsed.what}.` };
  }
  const { value } = parsed;
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

function twice(fact: Fact, seen: readonly Fact[]): Question | undefined {
  if (!seen.some((before) => isSameEducation(before, fact))) return undefined;
  return { problem: 'listed-twice', detail: 'The same is in the file already.' };
}
