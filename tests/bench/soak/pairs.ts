import type { GeneratedTrust } from '../generated-trust.ts';
import type { Sitter } from '../claim-activity.ts';

/** An executive and a meeting that was held: claimed and withdrawn in turn, never two at once. */
export interface Pair {
  readonly sitter: Sitter;
  readonly meeting: GeneratedTrust['meetings'][number];
  /** Moves that the app said were recorded. */
  claimed: number;
  withdrawn: number;
  /** A move that nobody acknowledged: what stands is not known. */
  unclear: boolean;
}

/** Whose turn it is: those longest untouched first, so that no person has two moves at once. */
export function createPairs(sitters: readonly Sitter[], meetings: GeneratedTrust['meetings']) {
  const all: Pair[] = meetings.flatMap((meeting) =>
    sitters.map((sitter) => ({ sitter, meeting, claimed: 0, withdrawn: 0, unclear: false })),
  );
  const unclaimed = [...all];
  const standing: Pair[] = [];
  return {
    all,
    toClaim: (): Pair | undefined => unclaimed.shift(),
    toWithdraw: (): Pair | undefined => standing.shift(),
    claimed(pair: Pair): void {
      pair.claimed += 1;
      standing.push(pair);
    },
    withdrawn(pair: Pair): void {
      pair.withdrawn += 1;
      unclaimed.push(pair);
    },
  };
}
export type Pairs = ReturnType<typeof createPairs>;
