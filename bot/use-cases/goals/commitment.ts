import type { GoalCommitment } from '../../contract/goals.ts';
import type { CommitmentStatus } from '../../contract/commitment.ts';
import { appraisalYear } from '../../domain/goals/goal.ts';
import { managerOn } from '../../domain/goals/managed.ts';
import { goalEligibility, type GoalEligibility } from '../../domain/measures/who-counts.ts';
import { londonDate } from '../../domain/time.ts';
import { frameworkLine } from '../framework.ts';
import type { OwnRead } from '../my-progress.ts';
import { standingOf } from './goal-view.ts';

/** Version of the rule that gives a leader's own state. */
const OWN_GOAL_RULE = 'S2.own/1';

/** Their equality goal of this appraisal year. None where it isn't asked of them. */
export function goalCommitments({ person, frame, context }: OwnRead): GoalCommitment[] {
  const on = londonDate(context.now);
  const year = appraisalYear(frame.settings, on);
  const goal = person.goals.find(({ id }) => id === year.start);
  const eligibility = goalEligibility(person, frame.settings, on);
  if (eligibility.kind === 'not-a-leader' && goal === undefined) return [];
  const standing = standingOf(goal, person, on);
  const status = statusOf(standing, eligibility);
  // Who has left is seen where the manager acts; here the role awaited is enough.
  const managed = managerOn(person, frame, on, () => true).kind === 'managed';
  const done = hasGoal(standing) ? 1 : 0;
  return [
    {
      code: 'S2',
      title: 'Equality goal',
      status,
      done,
      needed: 1 - done,
      standing,
      ...(status === 'waiting' ? { awaits: managed ? 'manager' : 'edi-lead' } : {}),
      ...(eligibility.kind === 'grace' ? { graceUntil: eligibility.until } : {}),
      due: goal?.due ?? year.end,
      why: {
        line: 'S2',
        framework: frameworkLine('S2').directDeliverable,
        rule: OWN_GOAL_RULE,
        ours: false,
      },
    },
  ];
}

/** The first that fits; before anything is drafted, grace and leave ask nothing of anybody. */
function statusOf(
  standing: GoalCommitment['standing'],
  { kind }: GoalEligibility,
): CommitmentStatus {
  if (standing === 'none' && kind !== 'eligible') return kind === 'away' ? 'paused' : 'not-asked';
  if (standing === 'agreed' || standing === 'concluded') return 'met';
  if (standing === 'paused' || kind === 'away') return 'paused';
  if (standing === 'with-manager' || standing === 'proposed') return 'waiting';
  if (standing === 'closed') return 'not-asked';
  // The manager has agreed a text, or answered: now it is theirs.
  return 'to-do';
}

/** Agreed by both, whatever it has come to since. */
function hasGoal(standing: GoalCommitment['standing']): boolean {
  return ['agreed', 'paused', 'proposed', 'answered', 'concluded'].includes(standing);
}
