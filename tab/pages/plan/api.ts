import { ownPlanSchema, planSchema, type OwnPlan, type Plan } from '../../../bot/contract/plan.ts';
import { peopleSchema, type People } from '../../../bot/contract/people.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getPlan = (): Promise<Answer<Plan>> => get('organisation/plan', {}, planSchema);

export const getOwnPlan = (): Promise<Answer<OwnPlan>> => get('me/plan', {}, ownPlanSchema);

export const getPlanPeople = (): Promise<Answer<People>> =>
  get('organisation/plan/people', {}, peopleSchema);
