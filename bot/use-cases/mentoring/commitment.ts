import type { MentoringCommitment } from '../../contract/mentoring.ts';
import type { OwnRead } from '../my-progress.ts';

/** Reverse mentoring: when their last session was, and until when it counts. None where it isn't asked of them. */
export function mentoringCommitments(_read: OwnRead): MentoringCommitment[] {
  return [];
}
