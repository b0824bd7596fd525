import type { PledgeDoors } from '../use-cases/pledges/doors.ts';
import { shownAnswer } from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function pledgeRoutes(doors: PledgeDoors, asked: Asked): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/pledges',
      answer: asked(async (caller, _, about) => shownAnswer(await doors.pledges(caller), about)),
    },
    {
      method: 'get',
      path: '/api/organisation/pledges',
      answer: asked(async (caller, _, about) =>
        shownAnswer(await doors.sharedPledges(caller), about),
      ),
    },
  ];
}
