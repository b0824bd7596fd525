import type { PlanLine } from '../plan/plan-line.ts';
import { isPlanLineOver, planState } from '../plan/plan-state.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';
import { ownDays, toOwnerThenLead, type OwnDays } from './own-day.ts';

/**
 * A line of the action plan that is not done: whoever carries it hears two weeks before its target
 * date and once it has gone by; a week later the EDI lead. Of a team's line the EDI lead hears alone.
 */
export const planLineDue: NudgeRule = {
  kind: 'plan-line-due',
  needs: 'the-person',
  due: (facts) =>
    facts.things['plan-line']
      .filter((line) => !isPlanLineOver(line))
      .flatMap((line) => ofLine(line, facts)),
};

function ofLine(line: PlanLine, facts: OrganisationFacts): Nudge[] {
  const { owner, target } = planState(line).details;
  // Another date is another reminder.
  const about = `${line.id}~${target}`;
  return toOwnerThenLead({ kind: 'plan-line-due', about }, owner, planLineDays(line, facts), facts);
}

/** The days of its reminders: none before the target date was set. */
export function planLineDays(line: PlanLine, facts: OrganisationFacts): OwnDays {
  const { details, targetSince } = planState(line);
  return ownDays(details.target, targetSince, facts);
}
