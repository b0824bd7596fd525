import { refused } from '../act-context.ts';
import { conclusionOf, goalStanding, type Goal, type GoalOutcome } from './goal.ts';
import { done, judged, move, type GoalContext, type GoalVerdict } from './judge-goal.ts';

/**
 * The leader says what it came to. Saying what the manager has answered concludes it: both have
 * then said the same.
 */
export function judgePropose(
  goal: Goal | undefined,
  outcome: GoalOutcome,
  context: GoalContext,
): GoalVerdict {
  return judged('propose-goal', goal, context, (known) => {
    const standing = goalStanding(known.moves);
    if (standing === 'paused') return refused('goal-paused');
    if (standing === 'concluded') {
      const isSame = conclusionOf(known.moves).proposed === outcome;
      return isSame ? { kind: 'already', goal: known } : refused('goal-concluded');
    }
    if (standing === 'proposed' && conclusionOf(known.moves).proposed === outcome) {
      return { kind: 'already', goal: known };
    }
    if (standing !== 'agreed' && standing !== 'proposed' && standing !== 'answered') {
      return refused('goal-not-agreed');
    }
    return done(known, move(context, { to: 'proposed', outcome }));
  });
}

/** The manager of the day says the same: concluded. The outcome names what was read. */
export function judgeConfirmGoal(
  goal: Goal | undefined,
  outcome: GoalOutcome,
  context: GoalContext,
): GoalVerdict {
  return judged('decide-goal', goal, context, (known) => {
    const standing = goalStanding(known.moves);
    const { proposed } = conclusionOf(known.moves);
    if (standing === 'concluded' && proposed === outcome) return { kind: 'already', goal: known };
    if (standing === 'concluded') return refused('goal-concluded');
    if (standing === 'paused') return refused('goal-paused');
    if (standing === 'answered') return refused('goal-changed');
    if (standing !== 'proposed') return refused('goal-not-proposed');
    if (proposed !== outcome) return refused('goal-changed');
    return done(known, move(context, { to: 'confirmed', outcome }));
  });
}

/** The manager sees it differently: the leader says again. Nothing is concluded by one alone. */
export function judgeAnswer(
  goal: Goal | undefined,
  outcome: GoalOutcome,
  context: GoalContext,
): GoalVerdict {
  return judged('decide-goal', goal, context, (known) => {
    const standing = goalStanding(known.moves);
    const { proposed, answer } = conclusionOf(known.moves);
    if (standing === 'answered' && answer === outcome) return { kind: 'already', goal: known };
    if (standing === 'concluded') return refused('goal-concluded');
    if (standing === 'paused') return refused('goal-paused');
    if (standing !== 'proposed' && standing !== 'answered') return refused('goal-not-proposed');
    const to = proposed === outcome ? 'confirmed' : 'disputed';
    return done(known, move(context, { to, outcome }));
  });
}
