import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import type { PlanLine } from '../../domain/plan/plan-line.ts';
import { planState } from '../../domain/plan/plan-state.ts';
import { holdersOf } from '../../domain/roles.ts';
import { londonDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import type { Caller, Subject } from '../ports.ts';

/** Cards of whoever carries a line, keeps the plan or speaks for its network are drawn again. */
export async function tellPlan(house: House, caller: Caller, line: PlanLine): Promise<void> {
  const { roles } = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW);
  const { details, involvement } = planState(line);
  const people = new Set([
    ...holdersOf(roles, 'edi-lead', londonDate(house.clock.now())),
    ...(details.owner === undefined ? [] : [details.owner]),
  ]);
  const subjects: Subject[] = [...people].map((person): Subject => `person|${person}`);
  if (involvement !== undefined) subjects.push(`network|${involvement.network}`);
  house.changed(caller.organisation, subjects);
}
