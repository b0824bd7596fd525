import type { MentoringVerb } from '../contract/mentoring.ts';
import type { Leads } from './pressing.ts';

const toPair = ({ pair }: { pair: string }) =>
  ({ view: 'mentoring', params: { about: pair } }) as const;

/** After a tap: the view that tells what became of it. */
export const mentoringLeads: Leads<MentoringVerb> = {
  // Proposed in the tab: no card has this button.
  'propose-pair': () => ({ view: 'mentoring', params: {} }),
  'accept-pair': toPair,
  'decline-pair': toPair,
  met: toPair,
  'not-met': toPair,
  'pause-pair': toPair,
  'resume-pair': toPair,
  'end-pair': toPair,
  'complete-pair': toPair,
};
