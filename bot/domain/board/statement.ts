import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

/** Lines of which the organisation says itself whether they are in place, with evidence. */
export const statementLines = ['S1.a', 'S1.b', 'S1.c', 'S5.a', 'S5.b'] as const;
export type StatementLine = (typeof statementLines)[number];

/** "In place", with its evidence, or "development area"; the last move stands. */
export interface Statement {
  /** The line that it is of. */
  readonly id: StatementLine;
  readonly moves: readonly [StatementMove, ...StatementMove[]];
}

export interface StatementMove {
  readonly to: 'in-place' | 'development-area';
  readonly at: Instant;
  readonly by: PersonId;
  readonly on: PlainDate;
  /** Where the evidence is to be found; needed for `in-place`. */
  readonly evidence?: string;
  readonly tap?: string;
}

/** The leadership council: its terms and its meetings, never its members. */
export interface Council {
  readonly id: 'council';
  readonly moves: readonly [CouncilMove, ...CouncilMove[]];
}

export interface CouncilMove {
  readonly to: 'terms-approved' | 'met' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  /** The day of the approval or of the meeting. */
  readonly on: PlainDate;
  readonly document: string;
  readonly tap?: string;
}
