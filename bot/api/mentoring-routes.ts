import type { MentoringDoors } from '../use-cases/mentoring/doors.ts';
import type { Asked, Route } from './routes.ts';

export function mentoringRoutes(_doors: MentoringDoors, _asked: Asked): Route[] {
  return [];
}
