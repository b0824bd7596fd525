import type { OtherCommitment } from '../../../bot/contract/next-step.ts';

type Told = Pick<OtherCommitment, 'title' | 'status' | 'done' | 'needed' | 'why'>;

/** A commitment of a leader beside their meetings, with what its kind says of itself. */
export function otherCommitment(code: OtherCommitment['code'], told: Told): OtherCommitment {
  if (code !== 'S2') return { ...told, code, lapsing: false };
  const standing = told.status === 'met' ? 'agreed' : 'none';
  return { ...told, code, standing, due: '2027-03-31' };
}
