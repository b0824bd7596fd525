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
  /** The doors that acknowledged its moves, for whoever looks into a lost one. */
  readonly doors: string[];
}

/** Whose turn it is: those longest untouched first. No person has two moves at once. */
export function createPairs(sitters: readonly Sitter[], meetings: GeneratedTrust['meetings']) {
  const all: Pair[] = meetings.flatMap((meeting) =>
    sitters.map((sitter) => ({
      ...{ sitter, meeting, claimed: 0, withdrawn: 0, unclear: false },
      doors: [],
    })),
  );
  const unclaimed = [...all];
  const standing: Pair[] = [];
  const moving = new Set<Sitter>();
  const next = (waiting: Pair[]): Pair | undefined => {
    const at = waiting.findIndex(({ sitter }) => !moving.has(sitter));
    const [pair] = at < 0 ? [] : waiting.splice(at, 1);
    if (pair !== undefined) moving.add(pair.sitter);
    return pair;
  };
  return {
    all,
    toClaim: (): Pair | undefined => next(unclaimed),
    toWithdraw: (): Pair | undefined => next(standing),
    claimed(pair: Pair, door: string): void {
      pair.claimed += 1;
      pair.doors.push(door);
      standing.push(pair);
      moving.delete(pair.sitter);
    },
    withdrawn(pair: Pair): void {
      pair.withdrawn += 1;
      unclaimed.push(pair);
      moving.delete(pair.sitter);
    },
    /** Nobody acknowledged its move: it is left alone from now on. */
    unclear(pair: Pair): void {
      pair.unclear = true;
      moving.delete(pair.sitter);
    },
  };
}
export type Pairs = ReturnType<typeof createPairs>;
