import type { AgendaDoors } from '../use-cases/agenda/doors.ts';
import type { Asked, Route } from './routes.ts';

export function agendaRoutes(_doors: AgendaDoors, _asked: Asked): Route[] {
  return [];
}
