import type { AssessmentVerb } from '../../contract/assessment.ts';
import type { Handlers } from '../handlers.ts';
import { keepLine } from './keep-line.ts';
import {
  approveEvidence,
  draftEvidence,
  readyEvidence,
  returnEvidence,
  takeBackEvidence,
  withdrawEvidence,
} from './move-evidence.ts';

export const assessmentHandlers: Handlers<AssessmentVerb> = {
  'keep-line': keepLine,
  'draft-evidence': draftEvidence,
  'ready-evidence': readyEvidence,
  'approve-evidence': approveEvidence,
  'return-evidence': returnEvidence,
  'withdraw-evidence': withdrawEvidence,
  'take-back-evidence': takeBackEvidence,
};
