import type { PledgeDoors } from '../use-cases/pledges/doors.ts';
import type { Asked, Route } from './routes.ts';

export function pledgeRoutes(_doors: PledgeDoors, _asked: Asked): Route[] {
  return [];
}
