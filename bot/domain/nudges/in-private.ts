import { mentoringLeads } from '../mentoring/leading.ts';
import type { Pair, Side } from '../mentoring/pair.ts';
import { stageOf } from '../mentoring/stages.ts';
import { londonDate } from '../time.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

export const sides = ['mentor', 'director'] as const satisfies readonly Side[];

/**
 * What a mentoring pair waits for: an answer, a "we met", or, after six weeks without one, help. At
 * most twice a week apart; then the programme lead hears, to lend a hand. The kind's name and what
 * it is about say nothing: nobody who reads who was reminded can tell of what, or who belongs to whom.
 */
export const inPrivate: NudgeRule = {
  kind: 'in-private',
  needs: 'the-person',
  due: (facts) =>
    facts.things.pair.flatMap((pair) => [...toTheTwo(pair, facts), ...toLead(pair, facts)]),
};

function toTheTwo(pair: Pair, facts: OrganisationFacts): Nudge[] {
  const today = londonDate(facts.now);
  return sides.flatMap((side): Nudge[] => {
    const stage = stageOf(pair, side, today, facts.isBankHoliday);
    const handle = pair.handles?.[side];
    if (stage === undefined || handle === undefined) return [];
    const step = stage.days.findLastIndex((day) => day <= today);
    const from = stage.days[step];
    if (from === undefined) return [];
    return [nudge(pair[side], `${handle}~${stage.number}`, String(step + 1), from)];
  });
}

function toLead(pair: Pair, facts: OrganisationFacts): Nudge[] {
  const today = londonDate(facts.now);
  const handle = pair.handles?.lead;
  const [stage] = sides.flatMap((side) => stageOf(pair, side, today, facts.isBankHoliday) ?? []);
  const from = stage?.lead;
  if (handle === undefined || stage === undefined || from === undefined || today < from) return [];
  return mentoringLeads(facts.frame.roles, today)
    .filter((to) => to !== pair.mentor && to !== pair.director)
    .map((to) => nudge(to, `${handle}~${stage.number}`, 'support', from));
}

function nudge(to: Nudge['to'], about: string, step: string, from: Nudge['from']): Nudge {
  return { kind: 'in-private', to, about, step, from };
}
