import type { EducationVerb } from '../../contract/education.ts';
import {
  judgeReopenEducation,
  judgeReturnEducation,
  judgeVerifyEducation,
  judgeWithdrawEducation,
} from '../../domain/education/judge-education.ts';
import type { Handlers } from '../handlers.ts';
import { moveEducation } from './move-education.ts';
import { recordEducation } from './record-education.ts';

export const educationHandlers: Handlers<EducationVerb> = {
  'record-education': recordEducation,
  // Each for itself: one refused doesn't hold up the others.
  'verify-education': (house, caller, asked) =>
    moveEducation(house, caller, 'verify-education', asked, judgeVerifyEducation),
  'return-education': (house, caller, { entry, reason, tap }) =>
    moveEducation(house, caller, 'return-education', { entries: [entry], tap }, (education, on) =>
      judgeReturnEducation(education, reason, on),
    ),
  'reopen-education': (house, caller, asked) =>
    moveEducation(house, caller, 'reopen-education', asked, judgeReopenEducation),
  'withdraw-education': (house, caller, { entry, tap }) =>
    moveEducation(
      ...([house, caller, 'withdraw-education', { entries: [entry], tap }] as const),
      judgeWithdrawEducation,
    ),
};
