import type { Person } from '../domain/facts.ts';
import { readGrade } from '../domain/grade.ts';
import {
  byAssignment,
  employmentOn,
  isFixedTermExtra,
  presenceOn,
  standingOn,
} from '../domain/standing.ts';
import type { ImportedFact, ListedPerson } from '../use-cases/ports.ts';
import type { KnownStaff, RosterSummary } from '../use-cases/readers.ts';
import type { StaffRow } from './esr.ts';
import { statedOn, withVersions } from './timeline.ts';

type AssignmentFact = Extract<ImportedFact, { kind: 'assignment' }>;

type PersonFact = Extract<ImportedFact, { kind: 'person' }>;
type Change = keyof RosterSummary['changes'];

export interface Tally {
  /** One person: as listed before, the rows of the file, and what they change. */
  add(
    before: ListedPerson | undefined,
    rows: readonly StaffRow[],
    facts: readonly AssignmentFact[],
    named?: PersonFact,
  ): void;
  /** Somebody who works here, of whom the list says nothing. */
  missing(person: ListedPerson): void;
  summary(): RosterSummary;
}

/** Counts as the list goes by, so that no second pass over everybody is needed. */
export function tally({ asAt, gradeMap, now }: KnownStaff): Tally {
  const changes = {
    ...{ joined: 0, left: 0, newAssignment: 0, newGrade: 0 },
    ...{ newSupervisor: 0, wentAway: 0, cameBack: 0, actingUp: 0, newEnd: 0 },
    ...{ newName: 0, newAddress: 0, noLongerListed: 0, otherwise: 0 },
  };
  const unknownGrades = new Map<string, number[]>();
  const changed: { staffNumber: string; what: Change[] }[] = [];
  let [people, assignments, leaders, away] = [0, 0, 0, 0];
  function note(staffNumber: string, what: Change[]): void {
    for (const change of what) changes[change] += 1;
    if (what.length > 0 && !what.includes('joined')) changed.push({ staffNumber, what });
  }

  return {
    add(before, rows, facts, named) {
      if (rows.length > 0) people += 1;
      assignments += rows.length;
      for (const row of rows) {
        if (row.end !== undefined && row.end < asAt) continue;
        if (readGrade(row.grade, gradeMap).kind !== 'unknown') continue;
        const found = unknownGrades.get(row.grade);
        if (found) found.push(row.row);
        else unknownGrades.set(row.grade, [row.row]);
      }
      const earlier = before?.assignments ?? [];
      const after = { assignments: apply(earlier, facts, now) };
      if (standingOn(after, asAt, gradeMap).kind === 'leader') leaders += 1;
      if (presenceOn(after, asAt).kind === 'away') away += 1;
      note(before?.staffNumber ?? '', [
        ...changesOf({ assignments: earlier }, after, facts, asAt),
        ...newNames(before, named),
      ]);
    },
    missing(person) {
      if (employmentOn(person, asAt).kind === 'employed') {
        note(person.staffNumber, ['noLongerListed']);
      }
    },
    summary: () => ({
      ...{ asAt, people, assignments, leaders, away, changes, changed },
      unknownGrades: [...unknownGrades].map(([grade, rows]) => ({ grade, rows })),
    }),
  };
}

type Listed = Pick<Person, 'assignments'>;

function apply(
  earlier: Listed['assignments'],
  facts: readonly AssignmentFact[],
  now: KnownStaff['now'],
): Listed['assignments'] {
  if (facts.length === 0) return earlier;
  const versions = byAssignment(earlier);
  for (const { fact } of facts) {
    const staged = [{ ...fact, recordedAt: now }];
    versions.set(fact.assignment, withVersions(versions.get(fact.assignment) ?? [], staged));
  }
  return [...versions.values()].flat();
}

function changesOf(
  before: Listed,
  after: Listed,
  facts: readonly AssignmentFact[],
  asAt: RosterSummary['asAt'],
): Change[] {
  if (facts.length === 0) return [];
  if (before.assignments.length === 0) return ['joined'];
  const earlier = employmentOn(before, asAt).kind;
  if (earlier === 'employed' && employmentOn(after, asAt).kind === 'left') return ['left'];

  const known = byAssignment(before.assignments);
  const changed = new Set(facts.map(({ fact }) => fact.assignment));
  return [...changed].flatMap((assignment): Change[] => {
    const was = statedOn(known.get(assignment) ?? [], asAt);
    const is = statedOn(byAssignment(after.assignments).get(assignment) ?? [], asAt);
    if (!was || !is) return [is && isFixedTermExtra(is) ? 'actingUp' : 'newAssignment'];
    const found: Change[] = [];
    if (was.grade !== is.grade) found.push('newGrade');
    if (was.supervisor !== is.supervisor) found.push('newSupervisor');
    if (was.end !== is.end) found.push('newEnd');
    if (was.away !== is.away) found.push(is.away ? 'wentAway' : 'cameBack');
    return found.length > 0 ? found : ['otherwise'];
  });
}

function newNames(before: ListedPerson | undefined, named: PersonFact | undefined): Change[] {
  if (before === undefined || before.assignments.length === 0 || named === undefined) return [];
  const isRenamed = before.givenName !== named.givenName || before.familyName !== named.familyName;
  return [
    ...(isRenamed ? (['newName'] as const) : []),
    ...(before.email === named.email ? [] : (['newAddress'] as const)),
  ];
}
