import type { GoalStates, MyGoal, SharedGoals, Team } from '../../contract/goals.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { goalStates } from './goal-states.ts';
import { myGoal, sharedGoals, team } from './read-goals.ts';

export interface GoalDoors {
  /** Their own goal, of this appraisal year where none is named. */
  myGoal(caller: Caller, year?: PlainDate): Promise<Shown<MyGoal>>;
  /** Goals that others show to them. */
  sharedGoals(caller: Caller): Promise<SharedGoals>;
  /** A manager's leaders, and what waits for the manager. */
  team(caller: Caller): Promise<Shown<Team>>;
  goalStates(caller: Caller): Promise<Shown<GoalStates>>;
}

export function openGoalDoors(house: House): GoalDoors {
  return {
    myGoal: (caller, year) => myGoal(house, caller, year),
    sharedGoals: (caller) => sharedGoals(house, caller),
    team: (caller) => team(house, caller),
    goalStates: (caller) => goalStates(house, caller),
  };
}
