import type { GoalDoors } from '../use-cases/goals/doors.ts';
import { readDay } from './query.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function goalRoutes(doors: GoalDoors, asked: Asked): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/goal',
      answer: asked(async (caller, { query }, about) => {
        const year = readDay(query, 'year');
        if (year.kind === 'refused') return { ...reply.badQuery(year), about };
        return reply.shownAnswer(await doors.myGoal(caller, year.value), about);
      }),
    },
    {
      method: 'get',
      path: '/api/me/goal/shared',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.sharedGoals(caller), about };
      }),
    },
    {
      method: 'get',
      path: '/api/me/team',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.team(caller), about);
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/goals',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.goalStates(caller), about);
      }),
    },
  ];
}
