import type { People } from '../../contract/people.ts';
import type { OwnPlan, Plan, PlanLine } from '../../contract/plan.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { ownPlan, plan, planLine, planPeople } from './read-plan.ts';

export interface PlanDoors {
  /** The whole action plan. */
  plan(caller: Caller): Promise<Shown<Plan>>;
  /** Who can carry a line, for its form. */
  planPeople(caller: Caller): Promise<Shown<People>>;
  /** The lines that somebody carries, and those that name a network of theirs. */
  ownPlan(caller: Caller): Promise<OwnPlan>;
  /** One line, to whoever may see it. */
  planLine(caller: Caller, id: string): Promise<PlanLine | undefined>;
}

export function openPlanDoors(house: House): PlanDoors {
  return {
    plan: (caller) => plan(house, caller),
    planPeople: (caller) => planPeople(house, caller),
    ownPlan: (caller) => ownPlan(house, caller),
    planLine: (caller, id) => planLine(house, caller, id),
  };
}
