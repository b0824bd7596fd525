import type { Instant, PlainDate } from '../time.ts';

/** A leader's own pledge: its words are kept apart, its dates are here. */
export interface Pledge {
  readonly id: string;
  readonly moves: readonly [PledgeMove, ...PledgeMove[]];
}

export interface PledgeMove {
  readonly to: 'made' | 'reviewed' | 'extended' | 'shared' | 'kept-private' | 'withdrawn';
  readonly at: Instant;
  /** The review date that holds from this move on. */
  readonly review?: PlainDate;
  readonly tap?: string;
}
