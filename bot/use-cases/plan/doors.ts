import type { OwnPlan, Plan, PlanLine } from '../../contract/plan.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { ownPlan, plan, planLine } from './read-plan.ts';

export interface PlanDoors {
  /** The whole action plan. */
  plan(caller: Caller): Promise<Shown<Plan>>;
  /** The lines that somebody carries, and those that name a network of theirs. */
  ownPlan(caller: Caller): Promise<OwnPlan>;
  /** One line, to whoever may see it. */
  planLine(caller: Caller, id: string): Promise<PlanLine | undefined>;
}

export function openPlanDoors(house: House): PlanDoors {
  return {
    plan: (caller) => plan(house, caller),
    ownPlan: (caller) => ownPlan(house, caller),
    planLine: (caller, id) => planLine(house, caller, id),
  };
}
