import type { EducationCommitment } from '../../contract/education.ts';
import type { OwnRead } from '../my-progress.ts';

/** An executive director’s inclusive-leadership education. None where it isn't asked of them. */
export function educationCommitments(_read: OwnRead): EducationCommitment[] {
  return [];
}
