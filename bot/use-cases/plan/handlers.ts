import type { PlanVerb } from '../../contract/plan.ts';
import type { Handlers } from '../handlers.ts';
import { addPlanLine, editPlanLine, movePlanLine, takeBackPlanMove } from './move-plan.ts';

export const planHandlers: Handlers<PlanVerb> = {
  'add-plan-line': addPlanLine,
  'edit-plan-line': editPlanLine,
  'begin-plan-line': movePlanLine('begin-plan-line', 'begun'),
  'note-plan-progress': movePlanLine('note-plan-progress', 'progress'),
  'name-involvement': movePlanLine('name-involvement', 'involved'),
  'confirm-involvement': movePlanLine('confirm-involvement', 'agreed'),
  'question-involvement': movePlanLine('question-involvement', 'questioned'),
  'close-plan-line': movePlanLine('close-plan-line', 'done'),
  'reopen-plan-line': movePlanLine('reopen-plan-line', 'reopened'),
  'remove-plan-line': movePlanLine('remove-plan-line', 'removed'),
  'take-back-plan-move': takeBackPlanMove,
};
