import type { CorrectedThing, Correction } from './corrections.ts';
import type { Person, PersonId } from './facts.ts';
import { readGrade } from './grade.ts';
import { employmentOn, supervisorOn } from './standing.ts';
import type { Instant, PlainDate } from './time.ts';

export const leaveReasons = ['still-here', 'right-as-it-is', 'mended-in-the-list'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** What became of a question of the settle list; the last move stands. */
export interface Settlement {
  /** The question's own. */
  readonly id: string;
  readonly moves: readonly [SettlementMove, ...SettlementMove[]];
}

export interface SettlementMove {
  readonly to: 'left' | 'corrected' | 'grade-set' | 'unlinked' | 'reopened' | 'proposed';
  /** Why nothing was changed. */
  readonly because?: LeaveReason;
  readonly at: Instant;
  readonly by: PersonId;
  readonly tap?: string;
}

export type SettleWay = 'grade' | 'grade-for-all' | 'supervisor' | 'left' | 'unlink' | 'leave';

/** A question, as far as it matters what can be done about it. */
interface Question {
  readonly problem: string;
  readonly person?: PersonId;
  readonly file?: string;
  readonly proposed?: PersonId;
}

/** What can be done about a question; that it may be left as it is, always. */
export function waysOf({ problem, person, file }: Question): SettleWay[] {
  if (person === undefined) return ['leave'];
  switch (problem) {
    case 'unknown-grade':
      return ['grade-for-all', 'grade', 'leave'];
    case 'unknown-supervisor':
    case 'supervisor-has-left':
    case 'entra-manager-differs':
      return ['supervisor', 'leave'];
    case 'person-no-longer-listed':
    case 'assignment-no-longer-listed':
      return ['left', 'leave'];
    case 'address-taken':
      // A file's address was not moved; an account that asked to be linked was refused.
      return file === undefined ? ['unlink', 'leave'] : ['leave'];
    default:
      return ['leave'];
  }
}

export function isSettled(settlement: Settlement | undefined): boolean {
  if (settlement === undefined) return false;
  const last = settlement.moves.at(-1) ?? settlement.moves[0];
  return last.to !== 'reopened' && last.to !== 'proposed';
}

/** Whoever came next with the address was to be linked: who comes after them is a question again. */
export function isUnlinked(settlement: Settlement | undefined): boolean {
  return settlement?.moves.at(-1)?.to === 'unlinked';
}

/** The question waits again. */
export function reopened(
  settlement: Settlement,
  move: Pick<SettlementMove, 'at' | 'by'>,
): Settlement {
  const [first, ...later] = settlement.moves;
  return { ...settlement, moves: [first, ...later, { to: 'reopened', ...move }] };
}

/** Answered otherwise meanwhile: by another correction, a setting, or a newer list. */
export function isAnswered(
  { problem, proposed }: Question,
  person: Pick<Person, 'assignments'> | undefined,
  gradeMap: Readonly<Record<string, string>>,
  on: PlainDate,
): boolean {
  if (person === undefined) return false;
  const employment = employmentOn(person, on);
  if (problem === 'entra-manager-differs' && proposed !== undefined) {
    const supervision = supervisorOn(person, on);
    return supervision.kind === 'named' && supervision.supervisor === proposed;
  }
  if (problem === 'person-no-longer-listed') return employment.kind !== 'employed';
  if (problem !== 'unknown-grade' || employment.kind !== 'employed') return false;
  return employment.assignments.every(({ grade }) => readGrade(grade, gradeMap).kind !== 'unknown');
}

/** Which way a correction settles a question; none that has nothing to do with it. */
export function wayOf(what: Correction['what']): SettleWay | undefined {
  const ways: Partial<Record<CorrectedThing, SettleWay>> = {
    ...{ grade: 'grade', supervisor: 'supervisor', end: 'left' },
  };
  return ways[what];
}
