import type { Person } from '../facts.ts';
import { goalStanding, isAgreed, standingMoves, type Goal } from '../goals/goal.ts';
import { goalEligibility } from '../measures/who-counts.ts';
import { addMonths, londonDate, type PlainDate } from '../time.ts';
import { occasionOn, stepOn, type GoalOccasion } from './goal-days.ts';
import type { NudgeRule, OrganisationFacts } from './nudge.ts';

/** A leader's own goal: none yet in the year's first two months, and how it goes in its middle. */
export const ownGoal: NudgeRule = {
  kind: 'own-goal',
  needs: 'the-person',
  due(facts) {
    const today = londonDate(facts.now);
    const occasion = occasionOn(facts, today);
    if (occasion === undefined || occasion.what === 'conclude') return [];
    const { what, year, days } = occasion;
    // From the third month on it is the manager who hears.
    if (what === 'needed' && today >= days.support) return [];
    const wanted = stepOn(days, today);
    if (wanted === undefined) return [];
    return facts.people
      .filter((person) => isOpen(person, what, year.start, facts))
      .map(({ id }) => ({ kind: 'own-goal', to: id, about: `${what}~${year.start}`, ...wanted }));
  },
};

/** Whether the leader has still to do something about it. */
export function isOpen(
  person: Person,
  what: GoalOccasion,
  year: PlainDate,
  { frame, now }: Pick<OrganisationFacts, 'frame' | 'now'>,
): boolean {
  const today = londonDate(now);
  if (goalEligibility(person, frame.settings, today).kind !== 'eligible') return false;
  const goal = person.goals.find(({ id }) => id === year);
  if (what === 'needed') {
    // What the leader has agreed waits for the manager: nothing for them to do.
    return goal === undefined || ['draft', 'with-leader'].includes(goalStanding(goal.moves));
  }
  // What one of the two has said is still to be decided by both.
  if (what === 'conclude') return goal !== undefined && isUndecided(goal);
  // A note of the month before answers it too.
  return isRunning(goal) && !isNotedSince(goal, addMonths(year, 5));
}

function isUndecided({ moves }: Goal): boolean {
  return isAgreed(moves) && ['agreed', 'proposed', 'answered'].includes(goalStanding(moves));
}

/** Agreed, and nobody has said yet how it went. */
function isRunning(goal: Goal | undefined): goal is Goal {
  return goal !== undefined && isAgreed(goal.moves) && goalStanding(goal.moves) === 'agreed';
}

/** A note of either answers the question of both. */
function isNotedSince(goal: Goal, since: PlainDate): boolean {
  return standingMoves(goal.moves).some(({ to, at }) => to === 'noted' && londonDate(at) >= since);
}
