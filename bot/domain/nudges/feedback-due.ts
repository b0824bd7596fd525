import type { NudgeRule } from './nudge.ts';
import { reviewNudges } from './review-days.ts';

/** R2: the Assembly's feedback is due again, two years after the last. */
export const feedbackDue: NudgeRule = {
  kind: 'feedback-due',
  needs: 'the-person',
  due: (facts) => reviewNudges('feedback-due', 'R2', facts),
};
