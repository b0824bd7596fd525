import type { ToldStatus } from '../../bot/contract/next-step.ts';
import { Pill, type Tone } from './pill.tsx';

const tones: Record<ToldStatus, Tone> = {
  'not-asked': 'calm',
  met: 'good',
  paused: 'calm',
  waiting: 'wait',
  'out-of-reach': 'calm',
  'no-dates': 'calm',
  'to-record': 'ask',
  'to-do': 'ask',
  'on-track': 'good',
};

/** Where a commitment stands, in words. */
export function CommitmentPill({ status, children }: { status: ToldStatus; children: string }) {
  return <Pill tone={tones[status]}>{children}</Pill>;
}
