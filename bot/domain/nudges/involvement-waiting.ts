import type { PersonId } from '../facts.ts';
import { isOwnInvolvement } from '../plan/judge-plan-move.ts';
import type { PlanLine } from '../plan/plan-line.ts';
import { isPlanLineOver, planState } from '../plan/plan-state.ts';
import { holdersOf } from '../roles.ts';
import { londonDate, type PlainDate } from '../time.ts';
import { waitingDays } from './claims-waiting.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/**
 * A network was named in the action plan and has not said whether it took part: its chair and
 * deputy hear the working day after and a week later; a week after that the EDI lead, or at once
 * where neither of them can answer. Nobody is asked about what they said or carry themselves.
 */
export const involvementWaiting: NudgeRule = {
  kind: 'involvement-waiting',
  needs: 'the-person',
  due: (facts) => facts.things['plan-line'].flatMap((line) => ofLine(line, facts)),
};

function ofLine(line: PlanLine, facts: OrganisationFacts): Nudge[] {
  const { involvement } = planState(line);
  if (involvement?.state !== 'waiting' || isPlanLineOver(line)) return [];
  const today = londonDate(facts.now);
  const { first, second, support } = waitingDays(involvement.on, facts.isBankHoliday);
  // Named anew, it is another question.
  const about = `${line.id}~${involvement.asked}`;
  const nudge = (to: PersonId, step: string, from: PlainDate): Nudge[] =>
    today < from ? [] : [{ kind: 'involvement-waiting', to, about, step, from }];
  const [step, from]: [string, PlainDate] = today >= second ? ['2', second] : ['1', first];
  const asked = askedAbout(line, facts);
  return [
    ...asked.flatMap((to) => nudge(to, step, from)),
    ...holdersOf(facts.frame.roles, 'edi-lead', today)
      .filter((to) => !asked.includes(to))
      .flatMap((to) => nudge(to, 'support', asked.length === 0 ? first : support)),
  ];
}

/** The network's chair and deputy of today, but for whoever would confirm their own. */
export function askedAbout(line: PlanLine, { frame, now }: OrganisationFacts): PersonId[] {
  const state = planState(line);
  const { involvement } = state;
  if (involvement === undefined) return [];
  const of = { network: involvement.network };
  const holders = (['network-chair', 'network-deputy'] as const).flatMap((role) =>
    holdersOf(frame.roles, role, londonDate(now), of),
  );
  return [...new Set(holders)].filter((person) => !isOwnInvolvement(state, person));
}
