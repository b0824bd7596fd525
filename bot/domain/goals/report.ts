import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

/** The yearly percentage of goals met, reported on a day: n of N as they were known then. */
export interface GoalReport {
  /** The appraisal year by its first day. */
  readonly id: string;
  readonly year: PlainDate;
  readonly moves: readonly [GoalReportMove, ...GoalReportMove[]];
}

export interface GoalReportMove {
  readonly to: 'reported' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  readonly on: PlainDate;
  readonly n: number;
  readonly of: number;
  /** To whom, and where the paper is to be found. */
  readonly document: string;
  readonly tap?: string;
}
