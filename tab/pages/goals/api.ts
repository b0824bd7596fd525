import {
  goalStatesSchema,
  myGoalSchema,
  sharedGoalsSchema,
  teamSchema,
  type GoalStates,
  type MyGoal,
  type SharedGoals,
  type Team,
} from '../../../bot/contract/goals.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getMyGoal = (): Promise<Answer<MyGoal>> => get('me/goal', {}, myGoalSchema);
export const getSharedGoals = (): Promise<Answer<SharedGoals>> =>
  get('me/goal/shared', {}, sharedGoalsSchema);
export const getTeam = (): Promise<Answer<Team>> => get('me/team', {}, teamSchema);
export const getGoalStates = (): Promise<Answer<GoalStates>> =>
  get('organisation/goals', {}, goalStatesSchema);
