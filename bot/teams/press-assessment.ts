import type { AssessmentVerb } from '../contract/assessment.ts';
import type { Leads } from './pressing.ts';

/** No card has these buttons: the tab does. Whoever sends one is shown the council's record. */
const toCouncil = () => ({ view: 'council', params: {} }) as const;

export const assessmentLeads: Leads<AssessmentVerb> = {
  'keep-line': toCouncil,
  'draft-evidence': toCouncil,
  'ready-evidence': toCouncil,
  'approve-evidence': toCouncil,
  'return-evidence': toCouncil,
  'withdraw-evidence': toCouncil,
  'take-back-evidence': toCouncil,
};
