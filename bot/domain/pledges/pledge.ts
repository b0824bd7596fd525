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

/** What its moves come to. */
export interface PledgeState {
  readonly madeAt: Instant;
  /** The day to look at it again; none once that was done. */
  readonly review: PlainDate | undefined;
  /** Colleagues may read it. */
  readonly shared: boolean;
  readonly withdrawn: boolean;
}

export function pledgeState({ moves }: Pledge): PledgeState {
  let state: PledgeState = {
    madeAt: moves[0].at,
    review: undefined,
    shared: false,
    withdrawn: false,
  };
  for (const { to, review } of moves) {
    if (to === 'made' || to === 'extended') state = { ...state, review };
    if (to === 'reviewed') state = { ...state, review: undefined };
    if (to === 'shared') state = { ...state, shared: true };
    if (to === 'kept-private') state = { ...state, shared: false };
    if (to === 'withdrawn') state = { ...state, shared: false, withdrawn: true };
  }
  return state;
}

/** Under which id a pledge's words are kept. */
export function pledgeWords(id: string): string {
  return `pledge.${id}`;
}

/** The same for what somebody wrote when they looked at it again, by its place among the moves. */
export function reviewWords(id: string, move: number): string {
  return `pledge.${id}.${move}`;
}
