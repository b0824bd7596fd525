import type { PlanLine } from '../plan/plan-line.ts';
import { isPlanLineOver, planState } from '../plan/plan-state.ts';
import { holdersOf } from '../roles.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import { workingDayAfter, workingDayFrom } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] So many days before its target date a line is heard of first. */
const DAYS_AHEAD = 14;

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
  const today = londonDate(facts.now);
  const { first, second, support } = planLineDays(line, facts);
  // Another date is another reminder.
  const about = `${line.id}~${target}`;
  const nudge = (to: Nudge['to'], step: string, from: PlainDate): Nudge[] =>
    today < from ? [] : [{ kind: 'plan-line-due', to, about, step, from }];
  const [step, from]: [string, PlainDate] = today >= second ? ['2', second] : ['1', first];
  const leads = [...new Set(holdersOf(facts.frame.roles, 'edi-lead', today))];
  if (owner === undefined) return leads.flatMap((to) => nudge(to, step, from));
  return [
    ...nudge(owner, step, from),
    ...leads.filter((to) => to !== owner).flatMap((to) => nudge(to, 'support', support)),
  ];
}

/** The days of its reminders: none before the target date was set. */
export function planLineDays(line: PlanLine, { isBankHoliday }: OrganisationFacts) {
  const { details, targetSince } = planState(line);
  const ahead = addDays(details.target, -DAYS_AHEAD);
  const first = workingDayFrom(ahead > targetSince ? ahead : targetSince, isBankHoliday);
  const second = workingDayAfter(details.target, isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}
