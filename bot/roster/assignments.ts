import type { PersonId } from '../domain/facts.ts';
import { readGrade } from '../domain/grade.ts';
import { byAssignment, employmentOn } from '../domain/standing.ts';
import { addDays } from '../domain/time.ts';
import type { PlainDate } from '../domain/time.ts';
import type { ImportedFact, ListedPerson } from '../use-cases/ports.ts';
import type { KnownStaff } from '../use-cases/readers.ts';
import type { StaffRow } from './esr.ts';
import type { List } from './list.ts';
import type { Settler } from './settle.ts';
import { nameOf } from './staff-rows.ts';
import { statedOn, versionsToStage } from './timeline.ts';
import { fullDate } from '../contract/dates.ts';

/** What one person's rows change of their assignments; what is doubtful goes to `questions`. */
export function assignmentFacts(
  own: readonly StaffRow[],
  id: PersonId,
  before: ListedPerson | undefined,
  list: List,
  questions: ImportedFact[],
): Extract<ImportedFact, { kind: 'assignment' }>[] {
  const { known, settle } = list;
  const versions = byAssignment(before?.assignments ?? []);
  return own.flatMap((row) => {
    const ask: Ask = (problem, about, detail) =>
      questions.push(
        settle({
          ...{ problem, about: `${row.assignment}|${about}`, row: row.row, person: id },
          assignment: row.assignment,
          ...(problem === 'unknown-grade' && { grade: row.grade }),
          detail: `${nameOf(row)}: ${detail}`,
        }),
      );
    const stated = statedOn(versions.get(row.assignment) ?? [], known.asAt);
    const end = impliedEnd(row, known.asAt, stated?.end);
    if (end !== row.end) {
      ask('bad-date', 'end', 'has ended, but no end date is given; taken as ended by now.');
    }
    if (end !== undefined && end < row.start) return [];
    const hasEnded = end !== undefined && end < known.asAt;
    if (!hasEnded) askAboutGradeAndStatus(row, known, ask);
    const supervisor = supervisorOf(row, id, list, hasEnded ? undefined : ask);
    const { assignment, title, directorate, grade, primary, start } = row;
    const word = {
      ...{ assignment, title, directorate, grade, primary, start },
      away: row.status === 'away',
      ...(supervisor === undefined ? {} : { supervisor }),
      ...(end === undefined ? {} : { end }),
    };
    return versionsToStage(versions.get(assignment) ?? [], word, known.asAt, known.listDates).map(
      (fact) => ({ kind: 'assignment' as const, person: id, fact }),
    );
  });
}

type Ask = (problem: Parameters<Settler>[0]['problem'], about: string, detail: string) => void;

/** One that has ended on no known day had ended by the day before the first list to say so. */
function impliedEnd(row: StaffRow, asAt: PlainDate, statedEnd?: PlainDate): PlainDate | undefined {
  return row.end ?? (row.status === 'ended' ? (statedEnd ?? addDays(asAt, -1)) : undefined);
}

function askAboutGradeAndStatus(row: StaffRow, known: KnownStaff, ask: Ask): void {
  if (readGrade(row.grade, known.gradeMap).kind === 'unknown') {
    ask('unknown-grade', row.grade, `no rule knows the grade “${row.grade}”.`);
  }
  // The status itself may be a reason, so it is not repeated.
  if (row.status === 'unknown') {
    ask('unknown-status', '', 'no rule knows the assignment’s status; taken as not away.');
  }
}

function supervisorOf(
  row: StaffRow,
  id: PersonId,
  list: List,
  ask: Ask | undefined,
): PersonId | undefined {
  if (row.supervisor === '') return undefined;
  const supervisor = list.idOf.get(row.supervisor);
  if (supervisor === undefined || supervisor === id) {
    const what = supervisor ? 'is the person themselves' : 'is not in the staff list';
    ask?.(
      'unknown-supervisor',
      row.supervisor,
      `the supervisor named (${row.supervisor}) ${what}.`,
    );
    return undefined;
  }
  const leftOn = list.isOlder ? undefined : leavingDay(row.supervisor, list);
  if (leftOn) {
    ask?.(
      'supervisor-has-left',
      row.supervisor,
      `the supervisor named left on ${fullDate(leftOn)}.`,
    );
  }
  return supervisor;
}

/** The last day of somebody who has left by the list's date. */
function leavingDay(staffNumber: string, { known, rowsOf, listedAs }: List): PlainDate | undefined {
  const rows = rowsOf.get(staffNumber);
  if (rows) {
    const ends = rows.map((row) => impliedEnd(row, known.asAt) ?? known.asAt).toSorted();
    const last = ends.at(-1);
    return last !== undefined && last < known.asAt ? last : undefined;
  }
  const listed = listedAs.get(staffNumber);
  const employment = listed && employmentOn(listed, known.asAt);
  return employment?.kind === 'left' ? employment.on : undefined;
}
