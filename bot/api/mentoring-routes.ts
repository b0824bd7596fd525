import type { MentoringDoors } from '../use-cases/mentoring/doors.ts';
import { unnamed } from '../use-cases/mentoring/logged.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function mentoringRoutes(doors: MentoringDoors, asked: Asked): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/mentoring',
      answer: asked(async (caller, _, about) => {
        const data = await doors.mentoring(caller);
        return { kind: 'data', status: 200, data, about: unnamed(about) };
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/mentoring',
      answer: asked(async (caller, _, about) => {
        return reply.shownAnswer(await doors.programme(caller), about);
      }),
    },
  ];
}
