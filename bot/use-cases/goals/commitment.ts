import type { GoalCommitment } from '../../contract/goals.ts';
import type { OwnRead } from '../my-progress.ts';

/** Their equality goal of this appraisal year. None where it isn't asked of them. */
export function goalCommitments(_read: OwnRead): GoalCommitment[] {
  return [];
}
