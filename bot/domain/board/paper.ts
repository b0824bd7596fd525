import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

export const paperKinds = [
  'wres',
  'workforce-by-ethnic-group',
  'staff-survey',
  'quarterly-review',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface PaperMove {
  readonly to: 'planned' | 'presented' | 'withdrawn';
  readonly at: Instant;
  readonly by: PersonId;
  /** The day on which the board saw it. */
  readonly on?: PlainDate;
  /** Where the minute is to be found. */
  readonly minute?: string;
  readonly tap?: string;
}

/** A paper with workforce race data for the board. A committee is not the board. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  /** The first day of the quarter that its data are of: not the one in which it is presented. */
  readonly quarter: PlainDate;
  /** The board meeting that it is planned for, by its id in the calendar of board meetings. */
  readonly meeting?: string;
  /** Also presented to the networks, for the EDI sponsor's quarterly review. */
  readonly toNetworks?: boolean;
  /** Network members had a part in reading it, for the staff survey. */
  readonly withNetworks?: boolean;
  readonly moves: readonly [PaperMove, ...PaperMove[]];
}
