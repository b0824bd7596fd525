import type { NudgeRule } from './nudge.ts';
import { reviewNudges } from './review-days.ts';

/** R1: the organisation's own review of its progress is due again, a year after the last. */
export const yearlyReview: NudgeRule = {
  kind: 'yearly-review',
  needs: 'the-person',
  due: (facts) => reviewNudges('yearly-review', 'R1', facts),
};
