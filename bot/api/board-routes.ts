import type { BoardDoors } from '../use-cases/board/doors.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** The board's race data, and what the organisation says of itself. */
export function boardRoutes(doors: BoardDoors, asked: Asked): Route[] {
  return [
    {
      method: 'get',
      path: '/api/board/papers',
      answer: asked(async (caller, _, about) =>
        reply.shownAnswer(await doors.papers(caller), about),
      ),
    },
    {
      method: 'get',
      path: '/api/organisation/council',
      answer: asked(async (caller, _, about) =>
        reply.shownAnswer(await doors.council(caller), about),
      ),
    },
  ];
}
