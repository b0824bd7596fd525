import type { SilverLine } from '../../contract/silver.ts';
import { evidenceState, type Evidence } from '../../domain/assessment/evidence.ts';
import { frameworkLines, isMeasured, type FrameworkLine } from '../../domain/assessment/lines.ts';
import {
  standingKeeping,
  standingStatement,
  type Keeping,
  type StandingStatement,
  type StatementMove,
} from '../../domain/board/statement.ts';
import type { Known } from '../../domain/measures/figure.ts';
import { isInPlace } from '../../domain/measures/statements.ts';
import { silverLines } from '../silver.ts';

export type LineState = 'in-place' | 'development-area' | 'not-looked-at';

/** One line of the framework as the organisation assesses it. */
export interface AssessedLine extends FrameworkLine, Keeping {
  readonly state: LineState;
  /** Silver's figure of it, where it has one: what the state follows from. */
  readonly figure?: SilverLine;
  /** What was said of it last. */
  readonly said?: StandingStatement;
  /** All that stands on its day, newest first; withdrawn ones are left out. */
  readonly evidence: readonly Evidence[];
  /** Everything that was ever kept for it, withdrawn ones too: its history. */
  readonly everyEvidence: readonly Evidence[];
  readonly moves: readonly StatementMove[];
}

/** Lines of which a figure is no more than what was said: it adds nothing to show. */
const saidAlone = new Set(['S1.a', 'S1.b', 'S1.c']);

/**
 * All seventeen lines and their supporting actions, in the framework's order, for a day as known at
 * a moment. Silver's figures decide where they measure; elsewhere the organisation says, and a line
 * that is said to be in place is so as long as evidence for it is ready.
 */
export function assessmentOf(known: Known): AssessedLine[] {
  const { things, on } = known;
  const figures = new Map<string, SilverLine>(
    silverLines(known, { spellsOut: false }).map((line) => [line.code, line]),
  );
  return frameworkLines.map((line): AssessedLine => {
    const statement = things.statement.find(({ id }) => id === line.code);
    const figure = saidAlone.has(line.code) ? undefined : figures.get(line.code);
    const said = isMeasured(line.code) ? undefined : standingStatement(statement, on);
    const everyEvidence = things.evidence.filter((each) => each.line === line.code);
    const inPlace = figure?.ready ?? isInPlace(line.code, known);
    const isLookedAt = said !== undefined || isMeasured(line.code);
    return {
      ...line,
      ...standingKeeping(statement, on),
      state: inPlace ? 'in-place' : isLookedAt ? 'development-area' : 'not-looked-at',
      ...(figure === undefined ? {} : { figure }),
      ...(said === undefined ? {} : { said }),
      evidence: everyEvidence.filter((each) => stands(each, known)).toReversed(),
      everyEvidence,
      moves: statement?.moves ?? [],
    };
  });
}

/** What the action plan is drafted from. */
export function developmentAreas(lines: readonly AssessedLine[]): AssessedLine[] {
  return lines.filter(({ state }) => state === 'development-area');
}

/** Direct deliverables in place, of all. */
export function inPlaceOf(lines: readonly AssessedLine[]): { n: number; of: number } {
  const deliverables = lines.filter(({ deliverable }) => deliverable);
  const n = deliverables.filter(({ state }) => state === 'in-place').length;
  return { n, of: deliverables.length };
}

function stands(evidence: Evidence, { on }: Known): boolean {
  const state = evidenceState(evidence, on);
  return state !== undefined && state !== 'withdrawn';
}
