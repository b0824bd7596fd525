import type { PlanDoors } from '../use-cases/plan/doors.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** The action plan: the whole of it, and somebody's own part in it. */
export function planRoutes(doors: PlanDoors, asked: Asked): Route[] {
  return [
    {
      method: 'get',
      path: '/api/organisation/plan',
      answer: asked(async (caller, _, about) => reply.shownAnswer(await doors.plan(caller), about)),
    },
    {
      method: 'get',
      path: '/api/organisation/plan/people',
      answer: asked(async (caller, _, about) =>
        reply.shownAnswer(await doors.planPeople(caller), about),
      ),
    },
    {
      method: 'get',
      path: '/api/me/plan',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.ownPlan(caller), about };
      }),
    },
  ];
}
