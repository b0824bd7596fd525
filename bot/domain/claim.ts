import type { Claim, ClaimMove, ClaimState } from './facts.ts';
import type { Instant } from './time.ts';

/** What has become of a claim by now. */
export function claimState(claim: Claim): ClaimState {
  return lastMove(claim).to;
}

export function lastMove(claim: Claim): ClaimMove {
  return claim.moves.at(-1) ?? claim.moves[0];
}

/** Put back after it was taken off the record: nothing else makes a voided claim confirmed. */
export function isPutBack({ moves }: Claim): boolean {
  return moves.at(-1)?.to === 'confirmed' && moves.at(-2)?.to === 'voided';
}

/** The move that its state is owed to: of what was put back, the decision that stood before. */
export function decidingMove(claim: Claim): ClaimMove {
  const [first, ...later] = claim.moves;
  return isPutBack(claim)
    ? decidingMove({ ...claim, moves: [first, ...later.slice(0, -2)] })
    : lastMove(claim);
}

/** Taken back before anybody had decided on it: what it answered is open again. */
export function isUndone({ moves }: Claim): boolean {
  return moves.at(-1)?.to === 'withdrawn' && moves.at(-2)?.to === 'claimed';
}

/** The claim as it was known at `known`; undefined before it was made. */
export function claimAsKnown(claim: Claim, known: Instant): Claim | undefined {
  const [first, ...later] = claim.moves.filter((move) => move.at <= known);
  return first === undefined ? undefined : { ...claim, moves: [first, ...later] };
}
