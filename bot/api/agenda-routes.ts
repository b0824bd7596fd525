import type { AgendaDoors } from '../use-cases/agenda/doors.ts';
import { shownAnswer } from './reply.ts';
import type { Asked, Route } from './routes.ts';

export function agendaRoutes(doors: AgendaDoors, asked: Asked): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/agenda',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.agenda(caller), about };
      }),
    },
    {
      method: 'get',
      path: '/api/board/agenda',
      answer: asked(async (caller, _, about) => {
        return shownAnswer(await doors.boardAgenda(caller), about);
      }),
    },
  ];
}
