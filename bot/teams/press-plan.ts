import type { PlanVerb } from '../contract/plan.ts';
import type { Leads } from './pressing.ts';

const toLine = ({ plan }: { plan: string }) => ({
  view: 'plan' as const,
  params: { about: plan },
});
const toAny = () => ({ view: 'plan' as const, params: {} });

/** After a tap: the line as it stands. Lines are added and edited in the tab. */
export const planLeads: Leads<PlanVerb> = {
  'add-plan-line': toAny,
  'edit-plan-line': toLine,
  'begin-plan-line': toLine,
  'note-plan-progress': toLine,
  'name-involvement': toLine,
  'confirm-involvement': toLine,
  'question-involvement': toLine,
  'close-plan-line': toLine,
  'reopen-plan-line': toLine,
  'remove-plan-line': toAny,
  'take-back-plan-move': toLine,
};
