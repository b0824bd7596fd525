import type { View } from '../cards/views.ts';
import type { GoalVerb } from '../contract/goals.ts';
import type { ActOutcome } from '../use-cases/doors.ts';
import type { Leads } from './pressing.ts';

const toGoal = () => ({ view: 'goal' as const, params: {} });
/** What was answered just now is told on the manager's card. */
const toTeam = (_: unknown, outcomes: readonly ActOutcome[]) => {
  const settled = outcomes.filter(({ outcome }) => outcome.kind !== 'refused');
  const about = settled.map(({ subject }) => subject).join(' ');
  return { view: 'team' as const, params: about === '' ? {} : { about } };
};

/** After a tap: the view that tells what became of it. */
export const goalLeads: Leads<GoalVerb> = {
  'draft-goal': toGoal,
  'agree-goal': toTeam,
  'note-goal': toGoal,
  'propose-goal': toGoal,
  'confirm-goal': toTeam,
  'answer-goal': toTeam,
  'comment-goal': toGoal,
  'pause-goal': toTeam,
  'resume-goal': toTeam,
  'share-goal': toGoal,
  'unshare-goal': toGoal,
  'undo-goal': toTeam,
  'name-manager': toTeam,
  'report-goals': toTeam,
};

/** The same acts are the leader's and the manager's: their card's button says where it stands. */
export const isFromEither = (verb: string, back: View): boolean =>
  back === 'goal' && (verb === 'agree-goal' || verb === 'undo-goal');
